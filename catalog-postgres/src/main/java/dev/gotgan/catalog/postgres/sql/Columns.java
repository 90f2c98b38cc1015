package dev.gotgan.catalog.postgres.sql;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Columns to values and back, where JDBC has no type of its own for them.
public final class Columns {
    private Columns() {}

    public static Sha256 content(ResultSet row, String column) throws SQLException {
        return Sha256.of(row.getBytes(column));
    }

    public static @Nullable Sha256 contentOrNull(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : Sha256.of(bytes);
    }

    public static LogicalPath path(ResultSet row, String column) throws SQLException {
        return new LogicalPath(row.getString(column));
    }

    /// A word in lower case as the constant that it names.
    public static <E extends Enum<E>> E word(Class<E> type, ResultSet row, String column) throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }

    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    public static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    public static @Nullable UserId userOrNull(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, Integer.class);
        return id == null ? null : new UserId(id);
    }

    public static @Nullable DatasetId datasetOrNull(ResultSet row, String column) throws SQLException {
        var id = row.getString(column);
        return id == null ? null : new DatasetId(id);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /// As a parameter: the account of who acts; null for Gotgan itself and anonymous callers.
    public static @Nullable Integer id(Actor actor) {
        return actor.findId().map(UserId::value).orElse(null);
    }

    /// Text from people, without what PostgreSQL's text can't hold.
    public static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }

    public static @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    /// As a parameter of `make_interval(secs => …)`.
    public static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
