create table partner (
    id uuid primary key references crm_customer,
    level varchar(20)
);
create table partner_program (
    partner_id uuid not null references partner,
    program varchar not null
);
create index ix_partner_program_partner_id on partner_program (partner_id);
