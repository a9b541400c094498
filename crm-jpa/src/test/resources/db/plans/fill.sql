-- Twenty organizations with ten users, five units and thousands of records each; identities are a kind and a number
create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable
    return cast('00000000-0000-' || kind || '-0000-' || lpad(cast(n as text), 12, '0') as uuid);

insert into crm_organization (id, version, created_at, updated_at, name, enabled)
select pg_temp.id('0001', n), 1, now(), now(), 'Organization ' || n, true from generate_series(0, 19) n;
insert into crm_business_unit (id, version, created_at, updated_at, organization_id, name)
select pg_temp.id('0002', n), 1, now(), now(), pg_temp.id('0001', n % 20), 'Unit ' || n from generate_series(0, 99) n;
insert into crm_user (id, version, created_at, updated_at, organization_id, owner_id, username, email, first_name, last_name, enabled)
select pg_temp.id('0003', n), 1, now(), now(), pg_temp.id('0001', n % 20), pg_temp.id('0002', n % 100), 'user' || n, 'user' || n || '@example.org', 'User', 'Number ' || n, true
from generate_series(0, 199) n;
insert into crm_user_organization select pg_temp.id('0003', n), pg_temp.id('0001', n % 20) from generate_series(0, 199) n;
insert into crm_user_business_unit select pg_temp.id('0003', n), pg_temp.id('0002', n % 100) from generate_series(0, 199) n;
insert into crm_user_role select pg_temp.id('0003', n), 'seller' from generate_series(0, 199) n;

insert into crm_channel (id, version, created_at, updated_at, organization_id, name, channel_type, active)
select pg_temp.id('0004', n), 1, now(), now(), pg_temp.id('0001', n), 'Channel ' || n, 'sales', true from generate_series(0, 19) n;
insert into crm_contact (id, version, created_at, updated_at, owner_id, organization_id, first_name, last_name, email)
select pg_temp.id('0010', n), 1, now(), now(), pg_temp.id('0003', n % 200), pg_temp.id('0001', n % 20), 'Ada ' || n % 1000, 'Lovelace ' || n, 'ada' || n || '@example.org'
from generate_series(1, 60000) n;
insert into crm_contact_email select pg_temp.id('0010', n), 0, 'ada' || n || '@example.org', true from generate_series(1, 60000) n;
insert into crm_contact_phone select pg_temp.id('0010', n), 0, '+1 555 ' || n, '1555' || n, true from generate_series(1, 60000) n;
insert into crm_account (id, version, created_at, updated_at, owner_id, organization_id, name, default_contact_id)
select pg_temp.id('0011', n), 1, now(), now(), pg_temp.id('0003', n % 200), pg_temp.id('0001', n % 20), 'Account ' || n, pg_temp.id('0010', n)
from generate_series(1, 60000) n;
insert into crm_account_contact select pg_temp.id('0011', n), pg_temp.id('0010', n) from generate_series(1, 60000) n;
insert into crm_customer (id, kind, version, created_at, updated_at, owner_id, organization_id, name, account_id, channel_id, contact_id, shares_account)
select pg_temp.id('0012', n), 'business customer', 1, now(), now(), pg_temp.id('0003', n % 200), pg_temp.id('0001', n % 20), 'Customer ' || n, pg_temp.id('0011', n), pg_temp.id('0004', n % 20), pg_temp.id('0010', n), false
from generate_series(1, 60000) n;
insert into crm_business_customer (id) select pg_temp.id('0012', n) from generate_series(1, 60000) n;
insert into crm_business_customer_email select pg_temp.id('0012', n), 0, 'office' || n || '@example.org', true from generate_series(1, 60000) n;
insert into crm_opportunity (id, version, created_at, updated_at, owner_id, organization_id, name, status, customer_id, account_id, close_date)
select pg_temp.id('0013', n), 1, now(), now(), pg_temp.id('0003', n % 200), pg_temp.id('0001', n % 20), 'Deal ' || n, 'open', pg_temp.id('0012', n), pg_temp.id('0011', n), date '2026-01-01' + n % 300
from generate_series(1, 60000) n;
insert into crm_lead (id, version, created_at, updated_at, owner_id, organization_id, name, status, customer_id, account_id)
select pg_temp.id('0014', n), 1, now(), now(), pg_temp.id('0003', n % 200), pg_temp.id('0001', n % 20), 'Lead ' || n, 'new', pg_temp.id('0012', n), pg_temp.id('0011', n)
from generate_series(1, 60000) n;
insert into crm_activity (id, kind, version, created_at, updated_at, owner_id, organization_id, subject, took_place_at)
select pg_temp.id('0015', n), 'call', 1, now(), now(), pg_temp.id('0003', n % 200), pg_temp.id('0001', n % 20), 'Call ' || n, now() - n * interval '1 minute'
from generate_series(1, 60000) n;
insert into crm_call (id, direction) select pg_temp.id('0015', n), 'incoming' from generate_series(1, 60000) n;
insert into crm_activity_link (id, version, created_at, updated_at, activity_id, target_type, target_id, took_place_at, kind, direction)
select pg_temp.id('0016', n), 1, now(), now(), pg_temp.id('0015', n), 'account', pg_temp.id('0011', n), now() - n * interval '1 minute', 'call', 'incoming'
from generate_series(1, 60000) n;
insert into crm_journal_entry (id, version, created_at, updated_at, organization_id, change_set_id, entry_position, recorded_at, actor_id, entry_action, followed, record_type, record_id)
select pg_temp.id('0017', n), 1, now(), now(), pg_temp.id('0001', n % 20), pg_temp.id('0018', n), 0, now() - n * interval '1 minute', pg_temp.id('0003', n % 200), 'CREATE', false, 'account', pg_temp.id('0011', n)
from generate_series(1, 60000) n;
insert into crm_redirect (id, version, created_at, updated_at, record_type, record_id, survivor_id, change_set_id)
select pg_temp.id('0019', n), 1, now(), now(), 'account', pg_temp.id('0020', n), pg_temp.id('0011', n), pg_temp.id('0018', n) from generate_series(1, 60000) n;
insert into crm_unique_value select 'user username', 'taken' || n, pg_temp.id('0021', n) from generate_series(1, 60000) n;
insert into crm_custom_value (record_id, property_name, item_index, text_value)
select pg_temp.id('0011', n), 'tier', 0, 'tier ' || n from generate_series(1, 60000) n;
insert into crm_attachment (id, version, created_at, updated_at, owner_id, organization_id, record_type, record_id, file_name, content_key)
select pg_temp.id('0022', n), 1, now(), now(), pg_temp.id('0003', n % 200), pg_temp.id('0001', n % 20), 'account', pg_temp.id('0011', n), 'file', 'key ' || n from generate_series(1, 60000) n;

-- What a host adds for a custom property by which it looks records up
create index host_tier on crm_custom_value (
    replace(replace(replace(lower(text_value), 'ς', 'σ'), 'i̇', 'i'), 'ı', 'i')) where property_name = 'tier';
