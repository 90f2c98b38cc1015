-- What is going on, what went on, and what others are to be told.
create table tasks (
    id           uuid primary key,
    kind         varchar(50) not null,
    dataset      varchar(100) collate "C",
    author       integer references users (id) on delete set null,
    state        varchar(10) not null default 'running' check (state in ('running', 'succeeded', 'failed')),
    done         bigint      not null default 0,
    total        bigint      not null default 0,
    bytes_done   bigint      not null default 0,
    bytes_total  bigint      not null default 0,
    message      text        not null default '',
    result       jsonb,
    failure_code varchar(50),
    failure      text,
    created_at   timestamptz not null,
    changed_at   timestamptz not null
);
create index tasks_running on tasks (id) where state = 'running';

create table audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    user_id integer references users (id) on delete set null,
    action  varchar(50) not null,
    dataset varchar(100) collate "C",
    detail  jsonb       not null default '{}'
);

create table outbox (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    dataset varchar(100) collate "C",
    kind    varchar(50) not null,
    payload jsonb       not null
);

-- What `gotgan store doctor` saw a store obey.
create table store_probes (
    store  text        not null,
    probe  varchar(50) not null,
    passed boolean     not null,
    detail text        not null,
    at     timestamptz not null,
    primary key (store, probe)
);
