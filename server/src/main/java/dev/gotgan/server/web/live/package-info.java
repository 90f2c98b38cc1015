/// What features tell those who listen: events, whom each is for, and the counters of uploads under way.
@NullMarked
package dev.gotgan.server.web.live;

import org.jspecify.annotations.NullMarked;
