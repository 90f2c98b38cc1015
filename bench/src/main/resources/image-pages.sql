-- One dataset of 1,000,000 images for ImagePages: YOLO, a label file for each image but every hundredth, two boxes on each.
-- Rare things stand far apart: 100 images of the class `rare`, 50 in the split `rare`, 500 with a problem.
insert into datasets (id, name, owner_id, visibility, storage_path, format, task_type, state, generation, num_images, num_files,
                      content_hash)
values ('million', 'million', 1, 'public', 'datasets/million/', 'yolo', 'object_detection', 'live', 2, 1000000, 1990000, repeat('0', 64));

insert into generation_facts
select 'million', g, 'yolo', 'object_detection', 1, '[]', '["common", "rare"]',
       '[{"name": "train", "images": 800000}, {"name": "val", "images": 199950}, {"name": "rare", "images": 50}]', '{}', '{}'
  from generate_series(1, 2) g;

create temp table pictures as
select n,
       'images/' || lpad(n::text, 7, '0') || '.jpg' as path,
       'labels/' || lpad(n::text, 7, '0') || '.txt' as label_path,
       sha256(('i' || n)::bytea) as sha, sha256(('l' || n)::bytea) as label_sha,
       case when n % 20000 = 7 then 'rare' when n % 5 = 0 then 'val' else 'train' end as split,
       n % 100 <> 0 as labelled,
       case when n % 100 = 0 then '{}'::text[] when n % 10000 = 3 then '{common,rare}' else '{common}' end as classes
  from generate_series(1, 1000000) n;

insert into files (dataset, path, sha256, size, gen_from) select 'million', path, sha, 100000, 2 from pictures;
insert into files (dataset, path, sha256, size, gen_from) select 'million', label_path, label_sha, 60, 2 from pictures where labelled;
insert into image_facts (dataset, sha256, kind, width, height, exif_orientation, frames, bits)
select 'million', sha, 'jpeg', 640, 480, 1, 1, 8 from pictures;
insert into annotations
select 'million', label_sha, '', k, '0', 'box', true, array[0.1, 0.2, 0.3, 0.4]
  from pictures cross join generate_series(0, 1) k where labelled;
insert into image_classes (dataset, class, split, path, gen_from)
select 'million', c, split, path, 2 from pictures cross join unnest(classes) c;
insert into image_problems (dataset, class, split, path, gen_from)
select 'million', c, split, path, 2 from pictures cross join unnest(array[''] || classes) c where n % 2000 = 1;
insert into findings (dataset, digest, severity, kind, path, line, count, message, gen_from)
select 'million', label_sha, 'warning', 'box_outside', label_path, 1, 1, 'outside', 2 from pictures where n % 2000 = 1;
insert into image_rows (dataset, path, sha256, split, label_path, label_ref, objects, classes, gen_from)
select 'million', path, sha, split, case when labelled then label_path end, '', case when labelled then 2 else 0 end, classes, 2
  from pictures;
-- The day before, nothing was labelled: a million closed rows that a filter must not walk over.
insert into image_rows (dataset, path, sha256, split, label_path, label_ref, objects, classes, gen_from, gen_to)
select 'million', path, sha, split, null, '', 0, '{}', 1, 2 from pictures;
analyze files, image_facts, annotations, image_classes, image_problems, findings, image_rows, label_classes, generation_facts;
