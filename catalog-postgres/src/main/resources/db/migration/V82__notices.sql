-- Every server hears what was committed, whoever committed it: NOTIFY is part of the transaction. A notice is four words with
-- one space between: what, the dataset or task, the person whose rights it is about, and who knew what is gone now.
create function tell(what text, about text, person text, knew text) returns void
    language sql volatile
    return pg_notify('gotgan', what || ' ' || coalesce(about, '') || ' ' || coalesce(person, '') || ' ' || coalesce(knew, ''));

-- Each change of a dataset, a role or a membership leaves a line in the audit; here it is told.
create function tell_of_audit() returns trigger
    language plpgsql as $$
declare
    knew text;
begin
    if new.action in ('dataset.trash', 'dataset.delete') then
        select string_agg(person::text, ',') into knew
          from (select owner_id as person from datasets where id = new.dataset and owner_id is not null
                union
                select user_id from dataset_permissions where dataset_id = new.dataset and user_id is not null
                limit 500) seen;
    end if;
    perform tell(new.action, new.dataset, new.detail ->> 'person', knew);
    return null;
end $$;
create trigger audit_told after insert on audit for each row
    when (new.action like 'dataset.%' or new.action like 'permission.%' or new.action like 'member.%')
    execute function tell_of_audit();

create function tell_of_published() returns trigger
    language plpgsql as $$
begin
    perform tell('dataset.published', new.id, null, null);
    return null;
end $$;
create trigger datasets_published_told after update of meta_written on datasets for each row
    when (new.state = 'live' and old.meta_written < old.meta_wanted and new.meta_written >= new.meta_wanted)
    execute function tell_of_published();

create function tell_of_task() returns trigger
    language plpgsql as $$
begin
    perform tell('task', new.id::text, null, null);
    return null;
end $$;
create trigger tasks_told after insert or update on tasks for each row execute function tell_of_task();

create function tell_of_sign_in() returns trigger
    language plpgsql as $$
begin
    perform tell('sign-in', null, to_jsonb(old) ->> tg_argv[0], null);
    return null;
end $$;
create trigger sessions_told after delete on browser_sessions for each row execute function tell_of_sign_in('user_id');
create trigger tokens_told after delete on api_tokens for each row execute function tell_of_sign_in('user_id');
create trigger users_told after update of disabled, is_admin on users for each row
    when (old.disabled <> new.disabled or old.is_admin <> new.is_admin) execute function tell_of_sign_in('id');
create trigger users_gone_told after delete on users for each row execute function tell_of_sign_in('id');
