package dev.gotgan.catalog.postgres.sql;

import dev.gotgan.engine.content.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private final StringBuilder row = new StringBuilder();

    CopyRows(CopyManager copies, String tableAndColumns) {
        this.copies = copies;
        this.statement = "copy " + tableAndColumns + " from stdin";
    }

    public CopyRows text(@Nullable String value) {
        column();
        if (value == null) {
            row.append("\\N");
        } else {
            escaped(value);
        }
        return this;
    }

    public CopyRows content(@Nullable Sha256 value) {
        column();
        if (value == null) {
            row.append("\\N");
        } else {
            row.append("\\\\x").append(value.hex());
        }
        return this;
    }

    public CopyRows number(long value) {
        column();
        row.append(value);
        return this;
    }

    public CopyRows number(@Nullable Long value) {
        column();
        row.append(value == null ? "\\N" : value.toString());
        return this;
    }

    public CopyRows flag(boolean value) {
        column();
        row.append(value ? 't' : 'f');
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
        row.append('{');
        for (int i = 0; i < values.length; i++) {
            row.append(i > 0 ? "," : "").append(values[i]);
        }
        row.append('}');
        return this;
    }

    /// The row is complete.
    public void end() {
        row.append('\n');
        rows.writeBytes(row.toString().getBytes(StandardCharsets.UTF_8));
        row.setLength(0);
        if (rows.size() >= CHUNK) {
            send();
        }
    }

    /// Sends what is left.
    @Override
    public void close() {
        if (rows.size() > 0) {
            send();
        }
    }

    private void send() {
        try {
            copies.copyIn(statement, new ByteArrayInputStream(rows.toByteArray()));
            rows.reset();
        } catch (SQLException e) {
            var known = new SQLExceptionSubclassTranslator().translate("copy", statement, e);
            throw known != null ? known : new DataAccessResourceFailureException("COPY failed: " + statement, e);
        } catch (IOException e) {
            throw new DataAccessResourceFailureException("COPY failed: " + statement, e);
        }
    }

    private void column() {
        if (!row.isEmpty()) {
            row.append('\t');
        }
    }

    /// PostgreSQL's text can't hold U+0000.
    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> row.append("\\\\");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                case '\t' -> row.append("\\t");
                case '\0' -> row.append('\uFFFD');
                default -> row.append(c);
            }
        }
    }
}
