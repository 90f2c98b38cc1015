-- Whether the head's analysis follows an older choice of format, task and classes than the present one.
alter table datasets add column analysis_due boolean not null default false;
create index datasets_analysis_due on datasets (id) where analysis_due;
