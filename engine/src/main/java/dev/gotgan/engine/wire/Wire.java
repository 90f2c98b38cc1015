package dev.gotgan.engine.wire;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/// Sends single requests and nothing more: no redirects, no cookies, no retries. For use by many threads.
public final class Wire implements AutoCloseable {
    private final Connections connections;

    public Wire() {
        this(usual());
    }

    /// @param tls whom to believe on `https` addresses
    public Wire(SSLContext tls) {
        this.connections = new Connections(tls);
    }

    /// Sends it and waits for the head of the answer, which the caller closes.
    ///
    /// @throws WireException                  as its kind says
    /// @throws java.io.UncheckedIOException   the body's source could not be read; whatever else it throws passes
    ///                                        as it is. The request never went out in whole
    public Answer send(Request request) throws WireException {
        long cutAt = System.nanoTime() + request.within().toNanos();
        var connection = connections.take(request.target(), cutAt);
        try {
            return connection.exchange(request);
        } catch (WireException e) {
            throw e;
        } catch (IOException e) {
            throw new WireException.Lost(request.target(), e);
        }
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    /// Cuts every connection, those under way too.
    @Override
    public void close() {
        connections.close();
    }
}
