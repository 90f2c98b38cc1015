/// Bulk bytes over HTTP/1.1 on given URLs: kept-open sockets, one write for a small request, as many requests under way
/// as the other side bears. For a hundred thousand small files the client's own work is the cliff, so there is little
/// of it.
@NullMarked
package dev.gotgan.engine.wire;

import org.jspecify.annotations.NullMarked;
