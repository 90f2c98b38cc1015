-- Who is signed in by browser. The cookie is known by its hash alone; the CSRF token follows from the cookie.
create table browser_sessions (
    cookie     bytea primary key check (length(cookie) = 32),
    user_id    integer     not null references users (id) on delete cascade,
    created_at timestamptz not null default clock_timestamp(),
    used_at    timestamptz not null default clock_timestamp()
);
create index browser_sessions_user on browser_sessions (user_id);
create index browser_sessions_used on browser_sessions (used_at);
