create table host_partner (
    id uuid primary key references crm_customer,
    partner_level varchar(40),
    since date,
    introduced_by_id uuid
);
create table host_partner_program (
    partner_id uuid not null references host_partner,
    program varchar not null
);
create index ix_host_partner_program on host_partner_program (partner_id);
