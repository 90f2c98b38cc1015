package dev.gotgan.catalog.postgres.people;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.ApiToken;
import dev.gotgan.engine.people.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [Tokens] on PostgreSQL.
public final class PostgresTokens implements Tokens {
    private final Database database;
    private final AuditTrail audit;

    public PostgresTokens(Database database) {
        this.database = database;
        this.audit = new AuditTrail(database);
    }

    @Override
    public ApiToken create(NewToken wanted, Sha256 hash) {
        return database.in(() -> {
            var token = insert(wanted, hash);
            audit.append(owner(wanted.owner()), "token.create", null, Map.of("token", Long.toString(token.id())));
            return token;
        });
    }

    private ApiToken insert(NewToken wanted, Sha256 hash) {
        var life = wanted.life();
        return database.sql("""
                insert into api_tokens (user_id, name, hash, read_only, expires_at)
                values (:owner, :name, :hash, :read_only,
                        clock_timestamp() + make_interval(secs => :life::double precision))
                returning id as token_id, user_id, name as token_name, read_only, created_at as token_created_at,
                          expires_at, used_at
                """)
                .param("owner", wanted.owner().value())
                .param("name", Columns.clean(wanted.name()))
                .param("hash", hash.bytes())
                .param("read_only", wanted.scope() == ApiToken.Scope.READ_ONLY)
                .param("life", life == null ? null : Columns.seconds(life))
                .query((row, n) -> token(row))
                .single();
    }

    @Override
    public Optional<Bearer> findBearer(Sha256 hash) {
        var bearer = database.sql("""
                select t.id as token_id, t.user_id, t.name as token_name, t.read_only, t.created_at as token_created_at,
                       t.expires_at, t.used_at, u.*
                  from api_tokens t
                  join users u on u.id = t.user_id
                 where t.hash = :hash and not u.disabled
                   and (t.expires_at is null or t.expires_at > clock_timestamp())
                """)
                .param("hash", hash.bytes())
                .query((row, n) -> new Bearer(PostgresAccounts.account(row), token(row)))
                .optional();
        bearer.ifPresent(found -> used(found.token()));
        return bearer;
    }

    /// To the hour, so that reading does not write.
    private void used(ApiToken token) {
        database.sql("""
                update api_tokens
                   set used_at = date_trunc('hour', clock_timestamp())
                 where id = :id and used_at is distinct from date_trunc('hour', clock_timestamp())
                """).param("id", token.id()).update();
    }

    @Override
    public List<ApiToken> list(UserId owner) {
        return database.sql("""
                select id as token_id, user_id, name as token_name, read_only, created_at as token_created_at,
                       expires_at, used_at
                  from api_tokens
                 where user_id = :owner
                 order by id desc
                """)
                .param("owner", owner.value())
                .query((row, n) -> token(row))
                .list();
    }

    @Override
    public boolean revoke(UserId owner, long token) {
        return database.in(() -> {
            int revoked = database.sql("delete from api_tokens where id = :token and user_id = :owner")
                    .param("token", token)
                    .param("owner", owner.value())
                    .update();
            if (revoked > 0) {
                audit.append(owner(owner), "token.revoke", null, Map.of("token", Long.toString(token)));
            }
            return revoked > 0;
        });
    }

    private static Actor owner(UserId owner) {
        return new Actor.Person(owner, false, false);
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getLong("token_id"),
                new UserId(row.getInt("user_id")),
                row.getString("token_name"),
                row.getBoolean("read_only") ? ApiToken.Scope.READ_ONLY : ApiToken.Scope.READ_WRITE,
                Columns.time(row, "token_created_at"),
                Columns.timeOrNull(row, "expires_at"),
                Columns.timeOrNull(row, "used_at"));
    }
}
