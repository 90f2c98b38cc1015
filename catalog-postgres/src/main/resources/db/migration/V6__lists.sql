-- Lists of datasets: each order is one index, over all live datasets and over the public ones, so that neither an admin
-- who may see everything nor a stranger who may see little reads more than a page. Figures: docs/design-decisions.md.
alter table datasets
    add column name_key   text collate "C" generated always as (lower(name)) stored,
    add column search_key text collate "C" generated always as (
        lower(name || E'\n' || coalesce(description, '') || E'\n' || id)) stored;

create index datasets_live_created on datasets (created_at, id) where state = 'live';
create index datasets_live_updated on datasets (updated_at, id) where state = 'live';
create index datasets_live_name on datasets (name_key, id) where state = 'live';
create index datasets_live_images on datasets (num_images, id) where state = 'live';
create index datasets_live_size on datasets (size_bytes, id) where state = 'live';

create index datasets_public_created on datasets (created_at, id) where state = 'live' and visibility = 'public';
create index datasets_public_updated on datasets (updated_at, id) where state = 'live' and visibility = 'public';
create index datasets_public_name on datasets (name_key, id) where state = 'live' and visibility = 'public';
create index datasets_public_images on datasets (num_images, id) where state = 'live' and visibility = 'public';
create index datasets_public_size on datasets (size_bytes, id) where state = 'live' and visibility = 'public';

create index datasets_organization on datasets (organization_id) where state = 'live' and visibility = 'organization';
create index datasets_trash on datasets (trashed_at, id) where state = 'trash';

-- Totals read this alone, not the wide rows.
create index datasets_totals on datasets (id)
    include (visibility, owner_id, organization_id, task_type, format, num_images) where state = 'live';

create index datasets_tags on datasets using gin (tags jsonb_path_ops) where state = 'live';

-- Text is found by pairs of characters: most Korean words have two syllables, which trigrams can't find, and nobody has to
-- install an extension.
create function pairs(text) returns text[]
    language sql immutable parallel safe strict cost 5000
    return array(select distinct substr($1, n, 2) from generate_series(1, length($1) - 1) as n);
create index datasets_text on datasets using gin (pairs(search_key)) where state = 'live';
