create table subscription (
    id uuid primary key,
    version bigint not null,
    account_id uuid not null references public.crm_account,
    plan varchar(40) not null,
    monthly_fee numeric(19, 4) not null check (monthly_fee > 0)
);
create index ix_subscription_account_id on subscription (account_id);
create table partner_customer (
    id uuid primary key references public.crm_customer,
    partner_level varchar(40),
    since date
);
