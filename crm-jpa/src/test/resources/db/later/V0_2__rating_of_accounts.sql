-- What a later version, or the host, adds
alter table crm_account add rating varchar(255);
create index ix_crm_account_rating on crm_account (rating);
