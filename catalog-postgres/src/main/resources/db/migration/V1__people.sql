-- Who there is. E-mails differ in more than case; the domain part decides nothing here.
create table users (
    id            serial primary key,
    email         varchar(320) not null,
    name          varchar(200) not null default '',
    password_hash varchar(500),
    is_admin      boolean      not null default false,
    disabled      boolean      not null default false,
    created_at    timestamptz  not null default now()
);
create unique index users_email on users (lower(email));

create table organizations (
    id         serial primary key,
    name       varchar(200) not null,
    created_at timestamptz  not null default now()
);

create table organization_members (
    organization_id integer     not null references organizations (id) on delete cascade,
    user_id         integer     not null references users (id) on delete cascade,
    role            varchar(20) not null default 'member' check (role in ('member', 'admin')),
    joined_at       timestamptz not null default now(),
    primary key (user_id, organization_id)
);
create index organization_members_organization on organization_members (organization_id);

-- The secret is shown once; only its hash is kept.
create table api_tokens (
    id         bigint generated always as identity primary key,
    user_id    integer      not null references users (id) on delete cascade,
    name       varchar(200) not null,
    hash       bytea        not null unique check (length(hash) = 32),
    read_only  boolean      not null default false,
    created_at timestamptz  not null default now(),
    expires_at timestamptz,
    used_at    timestamptz
);
create index api_tokens_user on api_tokens (user_id);
