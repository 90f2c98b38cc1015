package dev.gotgan.catalog.postgres.people;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.BrowserSessions;
import java.util.Optional;

/// [BrowserSessions] on PostgreSQL.
public final class PostgresBrowserSessions implements BrowserSessions {
    private final Database database;

    public PostgresBrowserSessions(Database database) {
        this.database = database;
    }

    @Override
    public void begin(UserId person, Sha256 cookie) {
        database.run(() -> {
            database.sql(
                            "delete from browser_sessions where used_at <= clock_timestamp() - make_interval(secs => :life)")
                    .param("life", Columns.seconds(LIFE))
                    .update();
            database.sql("insert into browser_sessions (cookie, user_id) values (:cookie, :person)")
                    .param("cookie", cookie.bytes())
                    .param("person", person.value())
                    .update();
        });
    }

    @Override
    public Optional<Account> find(Sha256 cookie) {
        var account = database.sql("""
                select u.*
                  from browser_sessions s
                  join users u on u.id = s.user_id
                 where s.cookie = :cookie and not u.disabled
                   and s.used_at > clock_timestamp() - make_interval(secs => :life)
                """)
                .param("cookie", cookie.bytes())
                .param("life", Columns.seconds(LIFE))
                .query((row, n) -> PostgresAccounts.account(row))
                .optional();
        account.ifPresent(found -> used(cookie));
        return account;
    }

    private void used(Sha256 cookie) {
        database.sql("""
                update browser_sessions
                   set used_at = clock_timestamp()
                 where cookie = :cookie and used_at < clock_timestamp() - interval '1 hour'
                """).param("cookie", cookie.bytes()).update();
    }

    @Override
    public void end(Sha256 cookie) {
        database.sql("delete from browser_sessions where cookie = :cookie")
                .param("cookie", cookie.bytes())
                .update();
    }

    @Override
    public void endAll(UserId person) {
        database.sql("delete from browser_sessions where user_id = :person")
                .param("person", person.value())
                .update();
    }
}
