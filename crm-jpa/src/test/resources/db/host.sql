create table host_partner (
    id uuid primary key references crm_customer (id),
    partner_level varchar(40),
    since date,
    introduced_by_id uuid
);
create table host_partner_program (
    partner_id uuid not null references host_partner (id),
    program varchar not null
);
create index ix_host_partner_program on host_partner_program (partner_id);
create table host_visit (
    id uuid primary key,
    version bigint not null,
    created_at timestamp(6) with time zone,
    updated_at timestamp(6) with time zone,
    owner_id uuid,
    organization_id uuid,
    subject varchar(255),
    follows_id uuid,
    begins_at timestamp(6) with time zone,
    minutes integer,
    confirmed boolean,
    about_type varchar(255),
    about_id uuid,
    expenses_amount numeric(19, 4),
    expenses_currency varchar(3)
);
create table host_visit_attendee (
    visit_id uuid not null references host_visit (id),
    contact_id uuid not null,
    primary key (visit_id, contact_id)
);
create table host_chat (
    id uuid primary key references crm_activity (id),
    site varchar(40)
);
create table host_purchase (
    id uuid primary key,
    version bigint not null,
    created_at timestamp(6) with time zone,
    updated_at timestamp(6) with time zone,
    owner_id uuid,
    organization_id uuid,
    purchase_number varchar(40),
    customer_id uuid,
    account_id uuid,
    worth numeric(19, 4),
    canceled boolean
);
create table host_shopper (
    id uuid primary key references crm_customer (id),
    first_name varchar(255),
    last_name varchar(255),
    email varchar(255)
);
create table host_branch (
    id uuid primary key references crm_customer (id),
    parent_id uuid
);
create index ix_host_branch_parent_id on host_branch (parent_id);
