-- Whether history/{id}/ may still hold objects of a dataset whose rows were dropped with its live tree left in place.
alter table tombstones add column history_due boolean not null default false;
create index tombstones_history_due on tombstones (at) where history_due;
create index datasets_trashed on datasets (trashed_at) where state = 'trash';
