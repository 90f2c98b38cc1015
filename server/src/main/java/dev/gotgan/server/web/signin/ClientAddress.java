package dev.gotgan.server.web.signin;

import dev.gotgan.server.web.config.AddressRange;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a request really came from. `X-Forwarded-For` is believed only as far as proxies that we trust wrote it:
/// from its end back to the first address that is none of them.
public final class ClientAddress {
    private final List<AddressRange> proxies;

    public ClientAddress(List<AddressRange> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /// One name for everybody who shares an address; of IPv6, a household's /64.
    public String of(HttpServletRequest request) {
        var hops = Stream.concat(
                        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                                .flatMap(header -> Stream.of(header.split(",")))
                                .map(String::strip),
                        Stream.of(request.getRemoteAddr()))
                .toList();
        for (var hop : hops.reversed()) {
            var address = find(hop);
            if (address.isEmpty()) {
                return "unreadable";
            }
            if (proxies.stream().noneMatch(proxy -> proxy.holds(address.get()))) {
                return household(address.get());
            }
        }
        return household(find(request.getRemoteAddr()).orElseGet(InetAddress::getLoopbackAddress));
    }

    private static Optional<InetAddress> find(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String household(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, 8)
                : address.getHostAddress();
    }
}
