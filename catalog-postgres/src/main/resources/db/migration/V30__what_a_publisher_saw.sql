-- The head when the lease's holder was last given rows: what it reports of a path was judged by that head's wish. And
-- when it was last told what meta.json must say: before the write that it reports.
alter table publish_lease
    add column listed_generation bigint not null default 0,
    add column meta_looked_at timestamptz;

-- meta.json is a key like any other: a write of it whose answer was lost may land until then, and it is written once more
-- after that.
alter table datasets
    add column meta_unquiet_until timestamptz not null default '-infinity',
    add column meta_recheck boolean not null default false;
create index datasets_meta_recheck on datasets (id) where meta_recheck;
