-- The tables of the host's own entity; those of the library come from db/crm.
create table contract (
    id uuid primary key, version bigint not null,
    created_at timestamp(6) with time zone not null, updated_at timestamp(6) with time zone not null,
    owner_id uuid, organization_id uuid,
    contract_number varchar(20), account_id uuid,
    amount numeric(19, 4), currency varchar(3),
    start_date date, end_date date, status varchar(255));
create index contract_account on contract (account_id);
create table contract_tag (
    contract_id uuid not null references contract (id), tag varchar(255) not null,
    primary key (contract_id, tag));
create table contract_line (
    contract_id uuid not null references contract (id), line_index integer not null,
    product varchar(100), quantity numeric(19, 4), quantity_limit numeric(19, 4),
    primary key (contract_id, line_index));
