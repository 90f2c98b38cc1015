/// The door: who is calling, what each endpoint demands of them, and how requests and answers are written.
@NullMarked
package dev.gotgan.server.web;

import org.jspecify.annotations.NullMarked;
