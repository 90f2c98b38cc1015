package dev.gotgan.server.web;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.people.Account;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/// Who sent a request, and how that was shown.
///
/// @param account null for an anonymous caller
public record Caller(Actor actor, @Nullable Account account, Proof proof) {
    /// Somebody of whom nothing is known.
    public static final Caller NOBODY = new Caller(new Actor.Anonymous(), null, Proof.NONE);

    private static final String ATTRIBUTE = Caller.class.getName();

    /// What makes sure that the caller meant to send this.
    public enum Proof {
        /// Nothing: a page of somebody else may have sent it by the caller's browser.
        NONE,
        /// The CSRF token that belongs to the cookie.
        CSRF,
        /// A bearer token, which no browser sends by itself.
        TOKEN
    }

    public boolean anonymous() {
        return account == null;
    }

    public void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /// The caller of a request that passed the sign-in filter.
    public static Caller of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : NOBODY;
    }
}
