-- Images in pages, whatever the filter: each filter has an index in which what it wants stands together, in path order.
-- Rows of the head have indexes of their own: a dataset of which a million labels arrived today has a million closed rows
-- without labels. Closed rows are found by when they ended, for readers of a former state.

-- Where an image of the head stands among those that are labelled alike in the same split.
create function shelf(objects integer, split text, path text) returns text
    language sql immutable parallel safe strict
    return case when objects > 0 then 'l' else 'n' end || split || E'\x01' || path;
create index image_rows_shelf on image_rows (dataset, (shelf(objects, split, path) collate "C")) where gen_to is null;
create index image_rows_closed on image_rows (dataset, gen_to) where gen_to is not null;

alter table image_classes drop constraint image_classes_pkey;
create unique index image_classes_live on image_classes (dataset, class, split, path) where gen_to is null;
create index image_classes_closed on image_classes (dataset, gen_to) where gen_to is not null;

-- Images about which there is an error or a warning: once with the class '', and once with each class that occurs in them.
create table image_problems (
    dataset  varchar(100) collate "C" not null,
    class    text   not null,
    split    text   not null,
    path     text collate "C" not null,
    gen_from bigint not null,
    gen_to   bigint
);
create unique index image_problems_live on image_problems (dataset, class, split, path) where gen_to is null;
create index image_problems_closed on image_problems (dataset, gen_to) where gen_to is not null;
alter table image_problems alter column dataset set statistics 0;

create index findings_path on findings (dataset, path) where path is not null;

-- What the categories of a label file are called, by the ids that its annotations have.
create table label_classes (
    dataset   varchar(100) collate "C" not null,
    label_sha bytea not null,
    class     text  not null,
    name      text  not null,
    primary key (dataset, label_sha, class)
);
alter table label_classes alter column dataset set statistics 0;

insert into label_classes (dataset, label_sha, class, name)
select l.dataset, l.sha256, c.words ->> (3 * n), c.words ->> (3 * n + 1)
  from label_facts l
 cross join lateral (select summary::jsonb -> 'c' as words) c
 cross join lateral generate_series(0, jsonb_array_length(c.words) / 3 - 1) n
 where l.kind = 'coco_json' and c.words ->> (3 * n + 1) <> ''
    on conflict do nothing;

insert into image_problems (dataset, class, split, path, gen_from, gen_to)
select distinct i.dataset, k.class, i.split, i.path, i.gen_from, i.gen_to
  from image_rows i
 cross join lateral unnest(array[''] || i.classes) k (class)
 where i.gen_to is null
   and exists (
       select from findings f
        where f.dataset = i.dataset and f.gen_to is null and f.severity in ('error', 'warning')
          and (f.path = i.path or (f.path = i.label_path and i.label_ref = '')));
