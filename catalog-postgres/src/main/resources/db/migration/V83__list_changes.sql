-- Whether a list of datasets is what it was: each transaction that changes what a list shows leaves its number here, in a row of
-- its own, so that no two wait for each other. Who keeps a list keeps the snapshot it was read in, and asks whether a number is
-- visible now that was not visible then. See docs/adr/0095.
create table list_changes (xid xid8 primary key);

-- Numbers below are not kept: whoever keeps a list with an older snapshot reads it anew.
create table list_horizon (
    one    boolean primary key default true check (one),
    pruned xid8 not null
);
insert into list_horizon (pruned) values ('0');

create function note_list_change() returns trigger
    language plpgsql as $$
begin
    insert into list_changes (xid) values (pg_current_xact_id()) on conflict do nothing;
    return null;
end $$;

create trigger datasets_listed after insert or delete on datasets for each row execute function note_list_change();
create trigger datasets_relisted after update on datasets for each row
    when ((old.id, old.name, old.description, old.owner_id, old.visibility, old.tags, old.storage_type, old.format, old.task_type,
           old.num_classes, old.num_images, old.size_bytes, old.version, old.created_at, old.updated_at, old.state,
           old.organization_id)
          is distinct from
          (new.id, new.name, new.description, new.owner_id, new.visibility, new.tags, new.storage_type, new.format, new.task_type,
           new.num_classes, new.num_images, new.size_bytes, new.version, new.created_at, new.updated_at, new.state,
           new.organization_id))
    execute function note_list_change();
create trigger permissions_listed after insert or update or delete on dataset_permissions
    for each row execute function note_list_change();
create trigger members_listed after insert or update or delete on organization_members
    for each row execute function note_list_change();
create trigger datasets_emptied after truncate on datasets execute function note_list_change();
create trigger permissions_emptied after truncate on dataset_permissions execute function note_list_change();
create trigger members_emptied after truncate on organization_members execute function note_list_change();
