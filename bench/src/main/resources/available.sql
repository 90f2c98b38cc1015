-- 100,000 datasets for AvailableList; user 2 is the member whom it made.
insert into users (id, email) select i, 'u' || i || '@example.org' from generate_series(3, 102) i;
insert into organizations (id, name) select i, 'org ' || i from generate_series(1, 20) i;
insert into organization_members (organization_id, user_id)
select 1 + i % 20, i from generate_series(3, 102) i union all select 7, 2;
insert into datasets (id, name, description, visibility, organization_id, tags, storage_path, format, task_type, num_images,
                      size_bytes, owner_id, created_at, updated_at)
select 'bench-' || i, 'Set ' || i || ' of ' || md5(i::text), 'Pictures of things ' || md5((i * 7)::text),
       case when i % 10 = 0 then 'public' when i % 10 in (1, 2) then 'organization' else 'private' end,
       case when i % 10 in (1, 2) then 1 + (i / 10) % 20 end,
       case when i % 7 = 0 then '["a", "b"]'::jsonb when i % 7 = 1 then jsonb_build_array('rare-' || i % 1000) else '[]' end,
       'datasets/bench-' || i || '/', (array ['yolo', 'coco', 'pascal_voc', 'imagefolder', 'unknown'])[1 + i % 5],
       case when i % 2 = 0 then 'object_detection' else 'image_classification' end, i * 7919::bigint % 100003,
       i * 104729::bigint % 1000003 * 1000, case when i % 100 = 50 then 2 else 3 + i % 97 end,
       now() - i * interval '17 seconds', now() - i * 31 % 100000 * interval '11 seconds'
  from generate_series(1, 100000) i;
insert into dataset_permissions (dataset_id, user_id, role)
select 'bench-' || i, 2, 'viewer' from generate_series(1, 100000, 143) i;
vacuum analyze datasets;
vacuum analyze dataset_permissions;
