-- What a dataset or a session has in these tables changes by thousands within seconds, and what the last ANALYZE saw says
-- nothing about one that was made since: the planner would take it for empty, and read a table once for each row of
-- another. Without statistics it takes every dataset for a two-hundredth of the table, which is never that wrong.
alter table files alter column dataset set statistics 0;
alter table image_facts alter column dataset set statistics 0;
alter table label_facts alter column dataset set statistics 0;
alter table annotations alter column dataset set statistics 0;
alter table image_rows alter column dataset set statistics 0;
alter table image_classes alter column dataset set statistics 0;
alter table findings alter column dataset set statistics 0;
alter table copies alter column dataset set statistics 0;
alter table copies alter column session set statistics 0;
alter table published alter column dataset set statistics 0;
alter table reservations alter column dataset set statistics 0;
alter table reservations alter column session set statistics 0;
alter table upload_rows alter column session set statistics 0;

alter table copies alter column created_at set default clock_timestamp();
