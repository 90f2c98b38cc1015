-- Sessions that a client drives: what it leaves unsaid, and what it may be committed on.
alter table upload_sessions
    add column unsent varchar(20) not null default 'kept' check (unsent in ('kept', 'labels_removed')),
    add column base   bigint;

-- Paths that such a session named and the head had so already: nothing is done to them, not even by a commit that removes
-- what was not named.
create table upload_unchanged (
    session uuid not null,
    path    text collate "C" not null,
    primary key (session, path)
);
