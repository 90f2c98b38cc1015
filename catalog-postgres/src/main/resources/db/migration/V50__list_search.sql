-- Text is found by its pieces of one, two and three characters. Pairs alone called a quarter of all datasets candidates for
-- `77777`, single characters were found by reading everything, and an index with a condition gives the planner no
-- statistics: it took every text for rare.
drop index datasets_text;
drop function pairs(text);
create function pieces(text) returns text[]
    language sql immutable parallel safe strict cost 5000
    return array(select distinct substr($1, n, long)
                   from generate_series(1, 3) long, generate_series(1, length($1) - long + 1) n);

-- Of a text that is looked for: its longest pieces, which say more than all shorter ones.
create function longest_pieces(text) returns text[]
    language sql immutable parallel safe strict
    return array(select distinct substr($1, n, least(3, length($1)))
                   from generate_series(1, greatest(1, length($1) - 2)) n);
create index datasets_text on datasets using gin (pieces(search_key)) with (gin_pending_list_limit = 256);

-- Formats and tasks go together (no folder of classes holds boxes), which the planner knows only if told.
create index datasets_format on datasets (format, task_type);
create statistics datasets_kinds (mcv) on format, task_type, visibility from datasets;

-- The order that is asked for unless another is, of what one person owns and one organization shares.
create index datasets_owner_created on datasets (owner_id, created_at, id) where state = 'live';
create index datasets_organization_created on datasets (organization_id, created_at, id)
    where state = 'live' and visibility = 'organization';
create index dataset_permissions_seen on dataset_permissions (user_id, dataset_id);

-- Totals read an index alone only while most pages are known to be visible to all; a row changes with each commit.
alter table datasets set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
