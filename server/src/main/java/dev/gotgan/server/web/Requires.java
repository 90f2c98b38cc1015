package dev.gotgan.server.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The access rule of an endpoint. [AccessGate] enforces it; an endpoint without one is never served.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Rule value();

    /// Whether calling it changes anything: a read-only token may not.
    Effect effect() default Effect.BY_METHOD;

    /// What a call does to the state of things.
    enum Effect {
        /// Changes something unless the method is GET or HEAD.
        BY_METHOD,
        /// Only reads, although its question needs a body.
        READS
    }
}
