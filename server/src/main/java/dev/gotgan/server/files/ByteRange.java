package dev.gotgan.server.files;

import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problem;
import dev.gotgan.server.web.problem.Refused;
import java.util.Optional;
import java.util.regex.Pattern;

/// The part of a file that a `Range` header asks for.
///
/// @param first offset of its first byte
/// @param last  offset of its last byte
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// Empty for what is no single range: then the whole file is sent, as RFC 9110 allows.
    ///
    /// @throws Refused the file has no such bytes
    static Optional<ByteRange> find(String header, long size) {
        var matcher = ONE.matcher(header.strip());
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        var from = matcher.group(1);
        var to = matcher.group(2);
        if (!from.isEmpty() && !to.isEmpty() && Long.parseLong(to) < Long.parseLong(from)) {
            return Optional.empty();
        }
        long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
        long last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
        if (first > last) {
            throw new Refused(Problem.of(Code.RANGE_NOT_SATISFIABLE, "The file has " + size + " bytes.")
                    .withHeader("Content-Range", "bytes */" + size));
        }
        return Optional.of(new ByteRange(first, last));
    }

    long length() {
        return last - first + 1;
    }

    String contentRange(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
