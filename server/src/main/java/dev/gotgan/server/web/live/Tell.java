package dev.gotgan.server.web.live;

/// Takes what is to be told to whoever is connected to this server and may hear it. Costs its caller nothing: it never
/// waits and never fails.
@FunctionalInterface
public interface Tell {
    void tell(Told told);
}
