package dev.gotgan.catalog.postgres.sql;

import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// One PostgreSQL: its transactions (READ COMMITTED), statements with named parameters, and bulk rows.
public final class Database {
    private final DataSource source;
    private final JdbcClient client;
    private final JdbcTransactionManager manager;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    public Database(DataSource source) {
        this.source = source;
        this.client = JdbcClient.create(source);
        this.manager = new JdbcTransactionManager(source);
        this.writing = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
    }

    /// One transaction, or a part of the one under way. An exception rolls it back.
    public <T extends @Nullable Object> T in(Supplier<T> work) {
        return writing.execute(status -> work.get());
    }

    /// One transaction without a result.
    public void run(Runnable work) {
        writing.executeWithoutResult(status -> work.run());
    }

    /// A transaction that lasts until it is closed, for the thread that began it. It changes nothing; it holds locks.
    public Open begin() {
        var status = manager.getTransaction(new DefaultTransactionDefinition());
        return () -> manager.rollback(status);
    }

    /// A transaction under way.
    public interface Open extends AutoCloseable {
        @Override
        void close();
    }

    /// One transaction that only reads: streams need one, since a cursor lives no longer.
    public void reading(Runnable work) {
        reading.executeWithoutResult(status -> work.run());
    }

    /// For the rest of the transaction under way: rows are found by an index wherever there is one.
    ///
    /* The rows of uploads come by the ten thousand and go again. PostgreSQL's statistics of such a table are mostly of a
    moment when it was empty, and then it reads the whole table for each row that is looked up. */
    public void findByIndex() {
        sql("set local enable_seqscan = off").update();
    }

    public JdbcClient.StatementSpec sql(String text) {
        return client.sql(text);
    }

    /// Bulk rows for `table (columns)`, inside the transaction under way.
    public CopyRows copyInto(String tableAndColumns) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            return new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI(), tableAndColumns);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("no COPY on this connection", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
