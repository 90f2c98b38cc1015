-- How much an open session wants, kept as it is planned: each of its calls reads it, and counting its rows anew made a call
-- the longer the more had been planned before.
alter table upload_sessions
    add column files bigint not null default 0,
    add column bytes bigint not null default 0;
update upload_sessions s
   set files = r.files, bytes = r.bytes
  from (select session, count(*) as files, coalesce(sum(size), 0) as bytes from upload_rows group by session) r
 where r.session = s.id;

-- Paths that are still the publisher's to clear: few, so that a plan call sees at once that there are none.
create index reservations_publisher on reservations (dataset) where publisher;
