-- A dataset that goes out of the sight of people who saw it because it was public (`*`), or because it was their team's (whom:
-- at most 500, a notice takes no more), or because it was theirs. Whoever kept a role or ownership is not asked about here:
-- the server asks for each reader's right once more before it tells anybody.
create function tell_of_hidden() returns trigger
    language plpgsql as $$
declare
    saw text;
begin
    if old.visibility = 'public' then
        saw := '*';
    else
        select string_agg(person::text, ',') into saw
          from (select old.owner_id as person where old.owner_id is distinct from new.owner_id and old.owner_id is not null
                union
                select user_id from organization_members
                 where old.visibility = 'organization' and organization_id = old.organization_id
                limit 500) seen;
    end if;
    if saw is not null then
        perform tell('dataset.hidden', new.id, null, saw);
    end if;
    return null;
end $$;
create trigger datasets_hidden_told after update of visibility, organization_id, owner_id, state on datasets for each row
    when (old.state = 'live'
          and (new.state <> 'live' or old.visibility <> new.visibility or old.organization_id is distinct from new.organization_id
               or old.owner_id is distinct from new.owner_id))
    execute function tell_of_hidden();
