-- Findings in pages, the gravest first: one index in the order that people read them, so that a page costs a page.
create function gravity(severity text) returns integer
    language sql immutable parallel safe strict
    return case severity when 'error' then 0 when 'warning' then 1 else 2 end;

create index findings_page on findings (dataset, gravity(severity), kind collate "C", coalesce(path, ''), line, digest);
