-- Where bytes are and who is about to change what. Written under the lock of the datasets row, like V3's tables.

-- One key each below history/, which only ever holds this content. A doomed copy is deleted, never revived; its row goes
-- when its key is gone.
create sequence copy_ids;
create table copies (
    id           bigint primary key,
    dataset      varchar(100) collate "C" not null,
    sha256       bytea       not null,
    key          text        not null,
    state        varchar(10) not null check (state in ('uploading', 'copying', 'durable', 'doomed')),
    session      uuid,                           -- which uploads it; null for a copy of ours
    sealed       boolean     not null default false,
    created_at   timestamptz not null,
    doomed_at    timestamptz,
    listed_at    timestamptz,                    -- before its newest DELETE was sent
    deleted_once boolean     not null default false
);
create index copies_content on copies (dataset, sha256);
create index copies_uploading on copies (session) where state = 'uploading';
create index copies_copying on copies (created_at) where state = 'copying';
create index copies_doomed on copies (doomed_at) where state = 'doomed';

-- What we believe of each live key. A row, once made, stays: a path planned Direct once is Staged ever after.
create table published (
    dataset     varchar(100) collate "C" not null,
    path        text collate "C" not null,
    sha256      bytea,                           -- what we last put there
    size        bigint,
    etag        text,
    direct_sha  bytea,                           -- what a direct upload may still put there
    pending     boolean     not null default false,
    recheck     boolean     not null default false, -- marked before it was quiet: look once more
    quiet_until timestamptz not null default '-infinity',
    drift       text,                            -- what of somebody else's was found there
    primary key (dataset, path)
) with (fillfactor = 70);
create index published_pending on published (dataset, path) where pending and drift is null;
create index published_recheck on published (dataset, quiet_until) where recheck and not pending;

create table upload_sessions (
    id         uuid primary key,
    dataset    varchar(100) collate "C" not null,
    author     integer references users (id) on delete set null,
    kind       varchar(20) not null,
    message    text        not null,
    driver     varchar(10) not null check (driver in ('server', 'client')),
    state      varchar(10) not null default 'open' check (state in ('open', 'aborted', 'committed')),
    opened_at  timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz,
    generation bigint,                           -- the head after its commit
    changed    boolean     not null default false -- whether its commit made that head
);
create index upload_sessions_dataset on upload_sessions (dataset);
create index upload_sessions_open on upload_sessions (expires_at) where state = 'open';

-- What an open session wants of each path.
create table upload_rows (
    session uuid        not null,
    path    text collate "C" not null,
    sha256  bytea,
    size    bigint,
    target  varchar(10) not null check (target in ('direct', 'staged', 'pinned', 'removal')),
    copy    bigint,
    etag    text,                                -- of a direct upload, once sealed
    primary key (session, path)
);

-- One holder of each path. `folded` is the path as a case-blind disk sees it.
create table reservations (
    dataset   varchar(100) collate "C" not null,
    path      text collate "C" not null,
    folded    text collate "C" not null,
    session   uuid    not null,
    publisher boolean not null default false,    -- the session has ended, its direct key is yet to be removed
    primary key (dataset, path)
);
create index reservations_folded on reservations (dataset, folded);

create table publish_lease (
    dataset   varchar(100) collate "C" primary key,
    epoch     bigint not null,
    expires   timestamptz,                       -- null: free
    listed_at timestamptz                        -- before the requests that its holder is sending now
);
