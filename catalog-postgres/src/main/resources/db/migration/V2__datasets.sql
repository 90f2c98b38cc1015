-- Down to updated_at, `datasets` is the specification's table, name by name; what stands below is ours.
create table datasets (
    id                 varchar(100) collate "C" primary key,
    name               varchar(200) not null,
    description        text,
    owner_id           integer references users (id) on delete set null,
    visibility         varchar(20) default 'private' check (visibility in ('public', 'private', 'organization')),
    tags               jsonb,
    storage_path       varchar(500) not null,
    storage_type       varchar(20) default 'r2',
    format             varchar(50) not null,
    task_type          varchar(50) not null,
    num_classes        integer,
    num_images         integer default 0,
    class_names        jsonb,
    version            integer default 1,
    content_hash       varchar(64),
    last_modified_at   timestamptz,
    created_at         timestamptz default now(),
    updated_at         timestamptz default now(),

    -- life
    state              varchar(10) not null default 'live' check (state in ('new', 'live', 'trash', 'deleting')),
    generation         bigint not null default 0,
    organization_id    integer references organizations (id) on delete set null,
    revision           bigint not null default 1,
    trashed_at         timestamptz,
    deleting_at        timestamptz,
    removal_at         timestamptz, -- when the newest pass that removes its objects began
    removed_once       boolean not null default false,
    last_verified_at   timestamptz,

    -- the head as analysis left it
    num_files          bigint not null default 0,
    size_bytes         bigint not null default 0,
    num_objects        bigint not null default 0,
    labelled_images    bigint not null default 0,
    splits             jsonb  not null default '[]',
    avg_width          double precision not null default 0,
    avg_height         double precision not null default 0,
    confidence         double precision not null default 0,
    training_ready     boolean not null default false,
    num_errors         bigint not null default 0,
    num_warnings       bigint not null default 0,

    -- what a person chose and no analysis overrules
    chosen_format      varchar(50),
    chosen_task_type   varchar(50),
    chosen_class_names jsonb,

    -- meta.json is behind while wanted > written
    meta_wanted        bigint not null default 0,
    meta_written       bigint not null default 0,
    meta_etag          text
);
create index idx_datasets_visibility on datasets (visibility);
create index idx_datasets_owner on datasets (owner_id);
create index idx_datasets_task_type on datasets (task_type);

create index datasets_meta_behind on datasets (id) where meta_wanted > meta_written;
create index datasets_unsettled on datasets (id) where state in ('new', 'deleting');

create table dataset_permissions (
    id         serial primary key,
    dataset_id varchar(100) collate "C" references datasets (id) on delete cascade,
    user_id    integer references users (id) on delete cascade,
    role       varchar(20) default 'viewer' check (role in ('owner', 'editor', 'viewer')),
    granted_by integer references users (id) on delete set null,
    granted_at timestamptz default now(),
    unique (dataset_id, user_id)
);
create index idx_dataset_permissions_user on dataset_permissions (user_id);
create index idx_dataset_permissions_dataset on dataset_permissions (dataset_id);

-- Ids and prefixes that were a dataset's once: never another's.
create table tombstones (
    id           varchar(100) collate "C" primary key,
    storage_path varchar(500) not null,
    at           timestamptz  not null default now(),
    by_user      integer references users (id) on delete set null
);
