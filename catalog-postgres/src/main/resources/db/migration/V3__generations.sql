-- What each generation holds. Rows with an interval [gen_from, gen_to) stand for every generation in it; gen_to is null
-- while they are the head's. A commit writes only what it changes.
--
-- These tables have no foreign key to datasets: a check for each of a million rows costs more than the rows. They are
-- written under the lock of their datasets row, and dropped with it.
create table commits (
    dataset      varchar(100) collate "C" not null,
    generation   bigint      not null,
    author       integer references users (id) on delete set null,
    at           timestamptz not null,
    kind         varchar(20) not null,
    message      text        not null,
    added        bigint      not null,
    changed      bigint      not null,
    removed      bigint      not null,
    content_hash varchar(64) not null,
    version      integer     not null,
    num_files    bigint      not null,
    size_bytes   bigint      not null,
    primary key (dataset, generation)
);

create table snapshots (
    dataset    varchar(100) collate "C" not null,
    version    integer     not null,
    generation bigint      not null,
    message    text        not null,
    author     integer references users (id) on delete set null,
    at         timestamptz not null,
    primary key (dataset, version)
);
create index snapshots_generation on snapshots (dataset, generation);

create table files (
    dataset  varchar(100) collate "C" not null,
    path     text collate "C" not null,
    sha256   bytea  not null,
    size     bigint not null,
    gen_from bigint not null,
    gen_to   bigint,
    primary key (dataset, path, gen_from)
);
create unique index files_live on files (dataset, path) where gen_to is null;
create index files_from on files (dataset, gen_from);
create index files_to on files (dataset, gen_to) where gen_to is not null;

-- Facts of contents. Kept per dataset, so that nobody learns from an upload what others have.
create table image_facts (
    dataset          varchar(100) collate "C" not null,
    sha256           bytea       not null,
    kind             varchar(10) not null,
    width            integer     not null,
    height           integer     not null,
    exif_orientation smallint    not null,
    frames           integer     not null,
    bits             smallint    not null,
    error            varchar(50),
    notice           varchar(50),
    phash            bigint,
    algorithm        varchar(50),
    primary key (dataset, sha256)
);

create table label_facts (
    dataset varchar(100) collate "C" not null,
    sha256  bytea       not null,
    kind    varchar(50) not null,
    summary text        not null,
    primary key (dataset, sha256)
);

create table annotations (
    dataset    varchar(100) collate "C" not null,
    label_sha  bytea       not null,
    image_ref  text collate "C" not null,
    ordinal    integer     not null,
    class      text        not null,
    shape      varchar(20) not null,
    normalised boolean     not null,
    numbers    double precision[] not null,
    primary key (dataset, label_sha, image_ref, ordinal)
);

-- What depends on the whole.
create table image_rows (
    dataset    varchar(100) collate "C" not null,
    path       text collate "C" not null,
    sha256     bytea   not null,
    split      text    not null,
    label_path text collate "C",
    label_ref  text    not null,
    objects    integer not null,
    classes    text[]  not null,
    gen_from   bigint  not null,
    gen_to     bigint,
    primary key (dataset, path, gen_from)
);
create unique index image_rows_live on image_rows (dataset, path) where gen_to is null;

create table image_classes (
    dataset  varchar(100) collate "C" not null,
    class    text   not null,
    split    text   not null,
    path     text collate "C" not null,
    gen_from bigint not null,
    gen_to   bigint,
    primary key (dataset, class, path, gen_from)
);

-- `digest` is over all that the finding says: the same finding in the next generation is the same row.
create table findings (
    dataset  varchar(100) collate "C" not null,
    digest   bytea       not null,
    severity varchar(10) not null,
    kind     varchar(50) not null,
    path     text collate "C",
    line     integer     not null,
    pointer  text,
    value    text,
    count    bigint      not null,
    message  text        not null,
    gen_from bigint      not null,
    gen_to   bigint,
    primary key (dataset, digest, gen_from)
);
create unique index findings_live on findings (dataset, digest) where gen_to is null;

create table generation_facts (
    dataset    varchar(100) collate "C" not null,
    generation bigint      not null,
    format     varchar(50) not null,
    task_type  varchar(50) not null,
    confidence double precision not null,
    evidence   jsonb       not null, -- ["sentence", …], strongest first
    classes    jsonb       not null, -- ["name", …]
    splits     jsonb       not null, -- [{"name": …, "images": …}, …]
    counts     jsonb       not null, -- {"files", "bytes", "images", "labelled", "objects", "avg_width", "avg_height"}
    findings   jsonb       not null, -- {"error": {"kind": rows, …}, "warning": …, "info": …}
    primary key (dataset, generation)
);
