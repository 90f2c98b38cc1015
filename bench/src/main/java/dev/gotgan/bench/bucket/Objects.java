package dev.gotgan.bench.bucket;

import dev.gotgan.engine.content.Utf8Order;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// All keys of a bucket with what they hold, in the order of their UTF-8 bytes.
final class Objects {
    private static final int PAGE = 1000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss'.000Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static volatile Second now = new Second(0, "");

    private final ConcurrentSkipListMap<String, Kept> all = new ConcurrentSkipListMap<>(Utf8Order.COMPARATOR);

    private record Second(long epoch, String date) {}

    /// One object.
    ///
    /// @param headers type and metadata, as they came
    @SuppressWarnings("ArrayRecordComponent") // bytes as they came
    record Kept(byte[] bytes, String etag, long at, Map<String, String> headers) {
        static Kept of(byte[] bytes, Map<String, String> headers) {
            var etag = "\"" + HexFormat.of().formatHex(LeanS3.digest("MD5", bytes)) + "\"";
            return new Kept(bytes, etag, System.currentTimeMillis(), Map.copyOf(headers));
        }

        Kept again() {
            return new Kept(bytes, etag, System.currentTimeMillis(), headers);
        }

        String stamp() {
            return STAMP.format(Instant.ofEpochMilli(at));
        }
    }

    /// As HTTP writes it; thousands fall into one second.
    static String date(long millis) {
        var known = now;
        if (known.epoch() != millis / 1000) {
            known = new Second(millis / 1000, DATE.format(Instant.ofEpochMilli(millis)));
            now = known;
        }
        return known.date();
    }

    /// Whether it was written.
    boolean put(String key, Kept object, boolean overwrite) {
        if (overwrite) {
            all.put(key, object);
            return true;
        }
        return all.putIfAbsent(key, object) == null;
    }

    Optional<Kept> find(String key) {
        return Optional.ofNullable(all.get(key));
    }

    void remove(String key) {
        all.remove(key);
    }

    /// A page of ListObjectsV2.
    String list(Map<String, String> query) {
        var prefix = query.getOrDefault("prefix", "");
        var delimiter = query.getOrDefault("delimiter", "");
        var after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        int most = Math.min(PAGE, Integer.parseInt(query.getOrDefault("max-keys", "1000")));
        var page = new StringBuilder(1 << 14);
        int count = 0;
        String last = "";
        var from = Utf8Order.compare(after, prefix) < 0 ? all.tailMap(prefix, true) : all.tailMap(after, false);
        String group = "";
        boolean more = false;
        for (var entry : from.entrySet()) {
            var key = entry.getKey();
            if (!key.startsWith(prefix)) {
                break;
            }
            if (!group.isEmpty() && key.startsWith(group)) {
                last = key;
                continue;
            }
            int cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            if (count == most) {
                more = true;
                break;
            }
            count++;
            last = key;
            if (cut >= 0) {
                group = key.substring(0, cut + delimiter.length());
                page.append("<CommonPrefixes><Prefix>").append(escaped(group)).append("</Prefix></CommonPrefixes>");
            } else {
                contents(page, key, entry.getValue());
            }
        }
        return "<ListBucketResult><KeyCount>" + count + "</KeyCount><IsTruncated>" + more + "</IsTruncated>"
                + (more ? "<NextContinuationToken>" + escaped(last) + "</NextContinuationToken>" : "") + page
                + "</ListBucketResult>";
    }

    private static void contents(StringBuilder page, String key, Kept object) {
        page.append("<Contents><Key>").append(escaped(key));
        page.append("</Key><LastModified>").append(object.stamp());
        page.append("</LastModified><ETag>").append(escaped(object.etag()));
        page.append("</ETag><Size>").append(object.bytes().length);
        page.append("</Size><StorageClass>STANDARD</StorageClass></Contents>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /// What [#escaped] was.
    static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
