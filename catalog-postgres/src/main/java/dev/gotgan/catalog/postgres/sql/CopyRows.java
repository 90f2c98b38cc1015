package dev.gotgan.catalog.postgres.sql;

import dev.gotgan.engine.content.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/// Rows on their way into one table by COPY: each column in its order, then [#end].
///
/* Rows are gathered and sent a mebibyte at a time, each as a COPY of its own, so that several tables can be filled side
by side on one connection. */
public final class CopyRows implements AutoCloseable {
    private static final int CHUNK = 1 << 20;

    private final CopyManager copies;
    private final String statement;
    private final StringBuilder rows = new StringBuilder();
    private boolean begun;

    CopyRows(CopyManager copies, String tableAndColumns) {
        this.copies = copies;
        this.statement = "copy " + tableAndColumns + " from stdin";
    }

    public CopyRows text(@Nullable String value) {
        column();
        if (value == null) {
            rows.append("\\N");
        } else {
            escaped(value);
        }
        return this;
    }

    public CopyRows content(@Nullable Sha256 value) {
        column();
        if (value == null) {
            rows.append("\\N");
        } else {
            rows.append("\\\\x").append(value.hex());
        }
        return this;
    }

    public CopyRows number(long value) {
        column();
        rows.append(value);
        return this;
    }

    public CopyRows number(@Nullable Long value) {
        column();
        rows.append(value == null ? "\\N" : value.toString());
        return this;
    }

    public CopyRows flag(boolean value) {
        column();
        rows.append(value ? 't' : 'f');
        return this;
    }

    public CopyRows texts(List<String> values) {
        var array = new StringBuilder("{");
        for (var value : values) {
            array.append(array.length() > 1 ? "," : "").append('"');
            array.append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return text(array.append('}').toString());
    }

    public CopyRows decimals(double[] values) {
        column();
        rows.append('{');
        for (int i = 0; i < values.length; i++) {
            rows.append(i > 0 ? "," : "").append(values[i]);
        }
        rows.append('}');
        return this;
    }

    /// The row is complete.
    public void end() {
        rows.append('\n');
        begun = false;
        if (rows.length() >= CHUNK) {
            send();
        }
    }

    /// Sends what is left.
    @Override
    public void close() {
        if (!rows.isEmpty()) {
            send();
        }
    }

    private void send() {
        try {
            copies.copyIn(statement, new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
            rows.setLength(0);
        } catch (SQLException e) {
            var known = new SQLExceptionSubclassTranslator().translate("copy", statement, e);
            throw known != null ? known : new DataAccessResourceFailureException("COPY failed: " + statement, e);
        } catch (IOException e) {
            throw new DataAccessResourceFailureException("COPY failed: " + statement, e);
        }
    }

    private void column() {
        if (begun) {
            rows.append('\t');
        }
        begun = true;
    }

    /// PostgreSQL's text can't hold U+0000.
    private void escaped(String value) {
        int plain = 0;
        while (plain < value.length() && isPlain(value.charAt(plain))) {
            plain++;
        }
        rows.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\t' -> rows.append("\\t");
                case '\0' -> rows.append('\uFFFD');
                default -> rows.append(c);
            }
        }
    }

    private static boolean isPlain(char c) {
        return c != '\\' && c != '\n' && c != '\r' && c != '\t' && c != '\0';
    }
}
