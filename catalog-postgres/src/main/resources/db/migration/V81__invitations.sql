-- Links that let whoever holds one into a dataset, once. The secret is shown once; only its hash is kept. The e-mail says whom
-- the owner meant and grants nothing.
create table invitations (
    id          bigint generated always as identity primary key,
    dataset     varchar(100) collate "C" not null references datasets (id) on delete cascade,
    email       varchar(320) not null,
    role        varchar(20)  not null check (role in ('editor', 'viewer')),
    hash        bytea        not null unique check (length(hash) = 32),
    invited_by  integer references users (id) on delete set null,
    created_at  timestamptz  not null default clock_timestamp(),
    expires_at  timestamptz  not null,
    accepted_by integer references users (id) on delete set null,
    accepted_at timestamptz
);
create index invitations_dataset on invitations (dataset);
create index invitations_inviter on invitations (invited_by);
create index invitations_accepted on invitations (accepted_by);
create index audit_user on audit (user_id);
