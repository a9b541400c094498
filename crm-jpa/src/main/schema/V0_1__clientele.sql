-- The tables of Clientele. References between records have no foreign keys: the CRM keeps them whole itself, in an
-- order of its own.

-- The values of custom properties, of whatever record
create table crm_custom_value (
    record_id uuid not null,
    property_name varchar(255) not null,
    item_index integer not null,
    text_value @text@,
    number_value numeric(60, 20),
    date_value date,
    time_value @instant@,
    flag_value boolean,
    target_id uuid,
    primary key (record_id, property_name, item_index)
)@table@;
create index ix_crm_custom_value_target_id on crm_custom_value (target_id)@partial@ where target_id is not null@end@;
-- The values that no two records may share, as they are compared
create table crm_unique_value (
    property_name varchar(255) not null,
    value_key varchar(255) not null,
    record_id uuid not null,
    primary key (property_name, value_key)
)@table@;
create index ix_crm_unique_value_record_id on crm_unique_value (record_id);

-- Organizations
create table crm_organization (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    name varchar(255),
    description @text@,
    enabled boolean not null
)@table@;
create index ix_crm_organization_name on crm_organization (@folded@name@end.folded@);

-- Business units
create table crm_business_unit (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    organization_id uuid,
    name varchar(255),
    parent_id uuid,
    phone varchar(100),
    website varchar(255),
    email varchar(255),
    fax varchar(255)
)@table@;
create index ix_crm_business_unit_organization_id on crm_business_unit (organization_id);
create index ix_crm_business_unit_parent_id on crm_business_unit (parent_id);
create index ix_crm_business_unit_name on crm_business_unit (@folded@name@end.folded@);

-- Users
create table crm_user (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    username varchar(255),
    email varchar(255),
    name_prefix varchar(255),
    first_name varchar(100),
    middle_name varchar(255),
    last_name varchar(100),
    name_suffix varchar(255),
    birthday date,
    enabled boolean not null
)@table@;
create index ix_crm_user_owner_id on crm_user (owner_id);
create index ix_crm_user_organization_id on crm_user (organization_id);
create index ix_crm_user_username on crm_user (@folded@username@end.folded@);
create index ix_crm_user_email on crm_user (@folded@email@end.folded@);
create table crm_user_organization (
    user_id uuid not null references crm_user (id),
    organization_id uuid not null,
    primary key (user_id, organization_id)
)@table@;
create index ix_crm_user_organization_organization_id on crm_user_organization (organization_id);
create table crm_user_business_unit (
    user_id uuid not null references crm_user (id),
    business_unit_id uuid not null,
    primary key (user_id, business_unit_id)
)@table@;
create index ix_crm_user_business_unit_business_unit_id on crm_user_business_unit (business_unit_id);
create table crm_user_role (
    user_id uuid not null references crm_user (id),
    role_name @text@ not null
)@table@;
create index ix_crm_user_role_user_id on crm_user_role (user_id);

-- The journal
create table crm_journal_entry (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    organization_id uuid,
    change_set_id uuid,
    entry_position integer,
    recorded_at @instant@,
    actor_id uuid,
    actor_name @text@,
    undoes_id uuid,
    reason @text@,
    entry_action varchar(20),
    followed boolean,
    record_type varchar(255),
    record_id uuid,
    last_record_id uuid,
    records @text@,
    record_name @text@,
    deltas @text@
)@table@;
create index ix_crm_journal_entry_organization_id on crm_journal_entry (organization_id);
create index ix_crm_journal_entry_recorded_at on crm_journal_entry (recorded_at);
create index ix_crm_journal_entry_record_type on crm_journal_entry (record_type, id);
create index ix_crm_journal_entry_change_set_id on crm_journal_entry (change_set_id);
create index ix_crm_journal_entry_actor_id on crm_journal_entry (actor_id, id);
create index ix_crm_journal_entry_undoes_id on crm_journal_entry (undoes_id)@partial@ where undoes_id is not null@end@;
create index ix_crm_journal_entry_record_id on crm_journal_entry (record_id);
create index ix_crm_journal_entry_last_record_id on crm_journal_entry (last_record_id)@partial@ where last_record_id is not null@end@;

-- Redirects: which record stands for one that was merged
create table crm_redirect (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    record_type varchar(255),
    record_id uuid,
    survivor_id uuid,
    change_set_id uuid,
    plan_id uuid
)@table@;
create index ix_crm_redirect_record_id on crm_redirect (record_id);
create index ix_crm_redirect_survivor_id on crm_redirect (survivor_id);
create index ix_crm_redirect_change_set_id on crm_redirect (change_set_id);

-- Shares: one permission for one record, given to a user or to the members of a unit
create table crm_share (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    organization_id uuid,
    permission varchar(20),
    user_id uuid,
    unit_id uuid,
    record_type varchar(255),
    record_id uuid
)@table@;
create index ix_crm_share_organization_id on crm_share (organization_id);
create index ix_crm_share_user_id on crm_share (user_id)@partial@ where user_id is not null@end@;
create index ix_crm_share_unit_id on crm_share (unit_id)@partial@ where unit_id is not null@end@;
create index ix_crm_share_record_id on crm_share (record_id);

-- Pairs of records that are not the same, however alike; the lesser identity first
create table crm_distinct_pair (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    kind varchar(255),
    one_type varchar(255),
    one_id uuid,
    other_type varchar(255),
    other_id uuid
)@table@;
create index ix_crm_distinct_pair_kind on crm_distinct_pair (@folded@kind@end.folded@);
create index ix_crm_distinct_pair_one_id on crm_distinct_pair (one_id);
create index ix_crm_distinct_pair_other_id on crm_distinct_pair (other_id);

-- Views of grids that people saved
create table crm_saved_view (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    grid_name varchar(255),
    name varchar(255),
    filter_text @text@,
    order_steps @text@,
    shown_columns @text@,
    page_size integer
)@table@;
create index ix_crm_saved_view_owner_id on crm_saved_view (owner_id);
create index ix_crm_saved_view_organization_id on crm_saved_view (organization_id);
create index ix_crm_saved_view_grid_name on crm_saved_view (@folded@grid_name@end.folded@);

-- Which view of a grid a user sees first
create table crm_default_view (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    user_id uuid,
    grid_name varchar(255),
    saved_view_id uuid,
    ready_made varchar(255)
)@table@;
create index ix_crm_default_view_user_id on crm_default_view (user_id);
create index ix_crm_default_view_saved_view_id on crm_default_view (saved_view_id)@partial@ where saved_view_id is not null@end@;

-- Segments, and the records that static ones have
create table crm_segment (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    name varchar(255),
    kind varchar(255),
    filter_text @text@,
    is_snapshot boolean not null,
    taken_at @instant@
)@table@;
create index ix_crm_segment_owner_id on crm_segment (owner_id);
create index ix_crm_segment_organization_id on crm_segment (organization_id);
create index ix_crm_segment_kind on crm_segment (@folded@kind@end.folded@);
create table crm_segment_member (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    segment_id uuid,
    record_type varchar(255),
    record_id uuid
)@table@;
create index ix_crm_segment_member_segment_id on crm_segment_member (segment_id);
create index ix_crm_segment_member_record_id on crm_segment_member (record_id);

-- Workflows that were made active, and the steps in which records are
create table crm_workflow_activation (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    name varchar(255),
    is_running boolean
)@table@;

create table crm_workflow_progress (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    workflow_id uuid,
    record_type varchar(255),
    record_id uuid,
    step_name varchar(255),
    transition_name varchar(255),
    moves integer
)@table@;
create index ix_crm_workflow_progress_workflow_id on crm_workflow_progress (workflow_id);
create index ix_crm_workflow_progress_record_id on crm_workflow_progress (record_id);

-- Steps of imports that are not at their end, one for each commit
create table crm_import_step (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    organization_id uuid,
    job_id uuid,
    previous_id uuid,
    step_number bigint,
    part_number bigint,
    round_number bigint,
    source_name @text@,
    fingerprint @text@,
    rows_created bigint,
    rows_updated bigint,
    rows_unchanged bigint,
    rows_skipped bigint,
    rows_failed bigint,
    change_set_id uuid,
    rows_waiting @text@,
    refused @text@
)@table@;
create index ix_crm_import_step_organization_id on crm_import_step (organization_id);
create index ix_crm_import_step_job_id on crm_import_step (job_id);
create index ix_crm_import_step_previous_id on crm_import_step (previous_id);

-- Notices: what listeners are still to hear. The database numbers them as they are written
create table crm_notice (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    place bigint @numbered@ unique,
    listener varchar(100),
    change_set_id uuid
)@table@;
create index ix_crm_notice_listener on crm_notice (listener, place@nulls.last@);

-- Synchronisation: which record is which at a remote, how far it has come, how runs ended
create table crm_sync_link (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    lane_id uuid,
    open_lane_id uuid,
    external_id @text@,
    record_type varchar(255),
    record_id uuid,
    revision_number bigint,
    snapshot_text @text@,
    state_name varchar(255),
    told_text @text@,
    awaited_id uuid,
    reason_text @text@
)@table@;
create index ix_crm_sync_link_lane_id on crm_sync_link (lane_id);
create index ix_crm_sync_link_open_lane_id on crm_sync_link (open_lane_id)@partial@ where open_lane_id is not null@end@;
create index ix_crm_sync_link_record_id on crm_sync_link (record_id);
create table crm_sync_position (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    connection_name @text@,
    connector_name @text@,
    mark_text @text@,
    until_at @instant@,
    since_at @instant@,
    earliest_at @instant@,
    mark_within @text@,
    sent_at @instant@,
    started_at @instant@,
    counts_text @text@,
    is_paused boolean not null
)@table@;
create table crm_sync_run (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    lane_id uuid,
    connector_name @text@,
    started_at @instant@,
    ended_at @instant@,
    status_name varchar(255),
    counts_text @text@,
    message_text @text@
)@table@;
create index ix_crm_sync_run_lane_id on crm_sync_run (lane_id);

-- Contact groups
create table crm_contact_group (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    label varchar(255)
)@table@;
create index ix_crm_contact_group_owner_id on crm_contact_group (owner_id);
create index ix_crm_contact_group_organization_id on crm_contact_group (organization_id);
create index ix_crm_contact_group_label on crm_contact_group (@folded@label@end.folded@);

-- Contacts
create table crm_contact (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    name_prefix varchar(255),
    first_name varchar(100),
    middle_name varchar(255),
    last_name varchar(100),
    name_suffix varchar(255),
    gender varchar(255),
    description @text@,
    job_title varchar(255),
    fax varchar(255),
    skype varchar(255),
    twitter varchar(255),
    facebook varchar(255),
    google_plus varchar(255),
    linked_in varchar(255),
    birthday date,
    contact_source varchar(255),
    contact_method varchar(255),
    assigned_to_id uuid,
    reports_to_id uuid,
    email varchar(255),
    created_by_id uuid,
    updated_by_id uuid,
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_contact_owner_id on crm_contact (owner_id);
create index ix_crm_contact_organization_id on crm_contact (organization_id);
create index ix_crm_contact_assigned_to_id on crm_contact (assigned_to_id)@partial@ where assigned_to_id is not null@end@;
create index ix_crm_contact_reports_to_id on crm_contact (reports_to_id)@partial@ where reports_to_id is not null@end@;
create index ix_crm_contact_created_by_id on crm_contact (created_by_id);
create index ix_crm_contact_updated_by_id on crm_contact (updated_by_id);
create index ix_crm_contact_first_name on crm_contact (@folded@first_name@end.folded@);
create index ix_crm_contact_last_name on crm_contact (@folded@last_name@end.folded@);
create index ix_crm_contact_email on crm_contact (@folded@email@end.folded@);
create table crm_contact_email (
    contact_id uuid not null references crm_contact (id),
    item_index integer not null,
    email varchar(255),
    is_primary boolean not null,
    primary key (contact_id, item_index)
)@table@;
create index ix_crm_contact_email_text on crm_contact_email (@folded@email@end.folded@);
create table crm_contact_phone (
    contact_id uuid not null references crm_contact (id),
    item_index integer not null,
    phone varchar(255),
    digits varchar(255),
    is_primary boolean not null,
    primary key (contact_id, item_index)
)@table@;
create index ix_crm_contact_phone_text on crm_contact_phone (@folded@phone@end.folded@);
create index ix_crm_contact_phone_digits on crm_contact_phone (@folded@digits@end.folded@);
create table crm_contact_address (
    contact_id uuid not null references crm_contact (id),
    item_index integer not null,
    label varchar(255),
    organization_name varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    street varchar(500),
    street2 varchar(500),
    postal_code varchar(255),
    city varchar(255),
    region_text varchar(255),
    region varchar(16),
    country varchar(2),
    types varchar(50),
    is_primary boolean not null,
    primary key (contact_id, item_index)
)@table@;
create table crm_contact_group_member (
    contact_id uuid not null references crm_contact (id),
    contact_group_id uuid not null,
    primary key (contact_id, contact_group_id)
)@table@;
create index ix_crm_contact_group_member_contact_group_id on crm_contact_group_member (contact_group_id);
create table crm_contact_tag (
    contact_id uuid not null references crm_contact (id),
    tag @text@ not null
)@table@;
create index ix_crm_contact_tag_contact_id on crm_contact_tag (contact_id);

-- Accounts
create table crm_account (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    name varchar(255),
    default_contact_id uuid,
    referred_by_id uuid,
    description @text@,
    direct_lifetime numeric(38, 4),
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_account_owner_id on crm_account (owner_id);
create index ix_crm_account_organization_id on crm_account (organization_id);
create index ix_crm_account_default_contact_id on crm_account (default_contact_id);
create index ix_crm_account_referred_by_id on crm_account (referred_by_id)@partial@ where referred_by_id is not null@end@;
create index ix_crm_account_name on crm_account (@folded@name@end.folded@);
create table crm_account_contact (
    account_id uuid not null references crm_account (id),
    contact_id uuid not null,
    primary key (account_id, contact_id)
)@table@;
create index ix_crm_account_contact_contact_id on crm_account_contact (contact_id);
create table crm_account_tag (
    account_id uuid not null references crm_account (id),
    tag @text@ not null
)@table@;
create index ix_crm_account_tag_account_id on crm_account_tag (account_id);

-- Channels
create table crm_channel (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    organization_id uuid,
    name varchar(250),
    channel_type varchar(255),
    customer_identity @text@,
    active boolean not null
)@table@;
create index ix_crm_channel_organization_id on crm_channel (organization_id);
create index ix_crm_channel_name on crm_channel (@folded@name@end.folded@);
create table crm_channel_entity (
    channel_id uuid not null references crm_channel (id),
    entity_name @text@ not null
)@table@;
create index ix_crm_channel_entity_channel_id on crm_channel_entity (channel_id);

-- What every kind of customer has; a host adds kinds as joined subclasses
create table crm_customer (
    id uuid primary key,
    kind varchar(40) not null,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    name varchar(255),
    account_id uuid,
    channel_id uuid,
    contact_id uuid,
    previous_account_id uuid,
    shares_account boolean not null,
    lifetime numeric(38, 4),
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_customer_owner_id on crm_customer (owner_id);
create index ix_crm_customer_organization_id on crm_customer (organization_id);
create index ix_crm_customer_account_id on crm_customer (account_id);
create index ix_crm_customer_channel_id on crm_customer (channel_id);
create index ix_crm_customer_contact_id on crm_customer (contact_id);
create index ix_crm_customer_previous_account_id on crm_customer (previous_account_id)@partial@ where previous_account_id is not null@end@;
create index ix_crm_customer_name on crm_customer (@folded@name@end.folded@);

-- By how much lifetime values changed, and when
create table crm_lifetime_change (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    customer_id uuid,
    account_id uuid,
    amount numeric(38, 4)
)@table@;
create index ix_crm_lifetime_change_customer_id on crm_lifetime_change (customer_id);
create index ix_crm_lifetime_change_account_id on crm_lifetime_change (account_id);

-- Customers of custom channels
create table crm_customer_identity (
    id uuid primary key references crm_customer (id)
)@table@;

-- Business customers
create table crm_business_customer (
    id uuid primary key references crm_customer (id),
    website varchar(255),
    ownership varchar(255),
    ticker_symbol varchar(255),
    rating varchar(255),
    employees integer
)@table@;
create table crm_business_customer_email (
    business_customer_id uuid not null references crm_business_customer (id),
    item_index integer not null,
    email varchar(255),
    is_primary boolean not null,
    primary key (business_customer_id, item_index)
)@table@;
create index ix_crm_business_customer_email_text on crm_business_customer_email (@folded@email@end.folded@);
create table crm_business_customer_phone (
    business_customer_id uuid not null references crm_business_customer (id),
    item_index integer not null,
    phone varchar(255),
    digits varchar(255),
    is_primary boolean not null,
    primary key (business_customer_id, item_index)
)@table@;
create index ix_crm_business_customer_phone_text on crm_business_customer_phone (@folded@phone@end.folded@);
create index ix_crm_business_customer_phone_digits on crm_business_customer_phone (@folded@digits@end.folded@);
create table crm_business_customer_address (
    business_customer_id uuid not null references crm_business_customer (id),
    item_index integer not null,
    label varchar(255),
    organization_name varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    street varchar(500),
    street2 varchar(500),
    postal_code varchar(255),
    city varchar(255),
    region_text varchar(255),
    region varchar(16),
    country varchar(2),
    types varchar(50),
    is_primary boolean not null,
    primary key (business_customer_id, item_index)
)@table@;
create table crm_business_customer_tag (
    business_customer_id uuid not null references crm_business_customer (id),
    tag @text@ not null
)@table@;
create index ix_crm_business_customer_tag_business_customer_id on crm_business_customer_tag (business_customer_id);

-- Leads
create table crm_lead (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    name varchar(255),
    status varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    job_title varchar(255),
    company_name varchar(255),
    website varchar(255),
    number_of_employees integer,
    industry varchar(255),
    lead_source varchar(255),
    campaign varchar(255),
    contact_id uuid,
    customer_id uuid,
    account_id uuid,
    twitter varchar(255),
    linked_in varchar(255),
    notes @text@,
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_lead_owner_id on crm_lead (owner_id);
create index ix_crm_lead_organization_id on crm_lead (organization_id);
create index ix_crm_lead_contact_id on crm_lead (contact_id)@partial@ where contact_id is not null@end@;
create index ix_crm_lead_customer_id on crm_lead (customer_id)@partial@ where customer_id is not null@end@;
create index ix_crm_lead_account_id on crm_lead (account_id)@partial@ where account_id is not null@end@;
create index ix_crm_lead_name on crm_lead (@folded@name@end.folded@);
create table crm_lead_email (
    lead_id uuid not null references crm_lead (id),
    item_index integer not null,
    email varchar(255),
    is_primary boolean not null,
    primary key (lead_id, item_index)
)@table@;
create index ix_crm_lead_email_text on crm_lead_email (@folded@email@end.folded@);
create table crm_lead_phone (
    lead_id uuid not null references crm_lead (id),
    item_index integer not null,
    phone varchar(255),
    digits varchar(255),
    is_primary boolean not null,
    primary key (lead_id, item_index)
)@table@;
create index ix_crm_lead_phone_text on crm_lead_phone (@folded@phone@end.folded@);
create index ix_crm_lead_phone_digits on crm_lead_phone (@folded@digits@end.folded@);
create table crm_lead_address (
    lead_id uuid not null references crm_lead (id),
    item_index integer not null,
    label varchar(255),
    organization_name varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    street varchar(500),
    street2 varchar(500),
    postal_code varchar(255),
    city varchar(255),
    region_text varchar(255),
    region varchar(16),
    country varchar(2),
    types varchar(50),
    is_primary boolean not null,
    primary key (lead_id, item_index)
)@table@;
create table crm_lead_tag (
    lead_id uuid not null references crm_lead (id),
    tag @text@ not null
)@table@;
create index ix_crm_lead_tag_lead_id on crm_lead_tag (lead_id);

-- Opportunities
create table crm_opportunity (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    name varchar(255),
    status varchar(255),
    customer_id uuid,
    account_id uuid,
    contact_id uuid,
    lead_id uuid,
    close_date date,
    probability numeric(19, 4),
    base_budget numeric(19, 4),
    base_close_revenue numeric(19, 4),
    close_reason varchar(255),
    customer_need @text@,
    proposed_solution @text@,
    notes @text@,
    closed_at @instant@,
    budget_amount numeric(19, 4),
    budget_currency varchar(3),
    close_revenue_amount numeric(19, 4),
    close_revenue_currency varchar(3),
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_opportunity_owner_id on crm_opportunity (owner_id);
create index ix_crm_opportunity_organization_id on crm_opportunity (organization_id);
create index ix_crm_opportunity_customer_id on crm_opportunity (customer_id);
create index ix_crm_opportunity_account_id on crm_opportunity (account_id);
create index ix_crm_opportunity_contact_id on crm_opportunity (contact_id)@partial@ where contact_id is not null@end@;
create index ix_crm_opportunity_lead_id on crm_opportunity (lead_id)@partial@ where lead_id is not null@end@;
create index ix_crm_opportunity_name on crm_opportunity (@folded@name@end.folded@);
create table crm_opportunity_tag (
    opportunity_id uuid not null references crm_opportunity (id),
    tag @text@ not null
)@table@;
create index ix_crm_opportunity_tag_opportunity_id on crm_opportunity_tag (opportunity_id);

-- Activities: what every kind has; a host adds kinds as joined subclasses
create table crm_activity (
    id uuid primary key,
    kind varchar(40) not null,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    subject varchar(998),
    took_place_at @instant@
)@table@;
create index ix_crm_activity_owner_id on crm_activity (owner_id);
create index ix_crm_activity_organization_id on crm_activity (organization_id);
create index ix_crm_activity_took_place_at on crm_activity (took_place_at desc@nulls.last@);

-- What activities are about; with the time, so that a timeline is read off one index
create table crm_activity_link (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    activity_id uuid,
    target_type varchar(255),
    target_id uuid,
    took_place_at @instant@,
    kind varchar(40),
    direction varchar(20)
)@table@;
create index ix_crm_activity_link_activity_id on crm_activity_link (activity_id);
create index ix_crm_activity_link_target_id on crm_activity_link (target_id, took_place_at desc@nulls.last@, id);

-- Calls
create table crm_call (
    id uuid primary key references crm_activity (id),
    phone_number varchar(255),
    direction varchar(20),
    status varchar(255),
    duration integer,
    notes @text@
)@table@;

-- E-mails
create table crm_email (
    id uuid primary key references crm_activity (id),
    from_address varchar(255),
    from_name varchar(320),
    importance varchar(255),
    message_id varchar(255),
    thread_id varchar(255),
    body @text@
)@table@;
create index ix_crm_email_from_address on crm_email (@folded@from_address@end.folded@);
create index ix_crm_email_message_id on crm_email (@folded@message_id@end.folded@);
create index ix_crm_email_thread_id on crm_email (@folded@thread_id@end.folded@);
create table crm_email_recipient (
    email_id uuid not null references crm_email (id),
    item_index integer not null,
    way varchar(3),
    address varchar(255),
    name varchar(320),
    primary key (email_id, item_index)
)@table@;
create index ix_crm_email_recipient_address on crm_email_recipient (@folded@address@end.folded@);

-- Tasks
create table crm_task (
    id uuid primary key references crm_activity (id),
    description @text@,
    due_date @instant@,
    status varchar(255),
    priority varchar(255),
    created_by_id uuid
)@table@;
create index ix_crm_task_due_date on crm_task (due_date);
create table crm_task_reminder (
    task_id uuid not null references crm_task (id),
    item_index integer not null,
    minutes_before integer not null,
    primary key (task_id, item_index)
)@table@;

-- Calendar events
create table crm_calendar_event (
    id uuid primary key references crm_activity (id),
    ends_at @instant@,
    all_day boolean,
    description @text@
)@table@;
create table crm_calendar_event_attendee (
    calendar_event_id uuid not null references crm_calendar_event (id),
    item_index integer not null,
    email varchar(255),
    name varchar(255),
    answer varchar(20),
    primary key (calendar_event_id, item_index)
)@table@;

-- Notes
create table crm_note (
    id uuid primary key references crm_activity (id),
    message @text@
)@table@;

-- Attachments; their contents lie elsewhere, under the keys
create table crm_attachment (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    record_type varchar(255),
    record_id uuid,
    file_name varchar(255),
    media_type varchar(100),
    size_in_bytes bigint,
    comment_text @text@,
    content_key varchar(64)
)@table@;
create index ix_crm_attachment_owner_id on crm_attachment (owner_id);
create index ix_crm_attachment_organization_id on crm_attachment (organization_id);
create index ix_crm_attachment_record_id on crm_attachment (record_id);
create index ix_crm_attachment_content_key on crm_attachment (@folded@content_key@end.folded@);

-- The web shop
create table crm_web_customer (
    id uuid primary key references crm_customer (id),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    gender varchar(255),
    birthday date,
    email varchar(255),
    origin_id varchar(255),
    website varchar(255),
    store varchar(255),
    customer_group varchar(255),
    created_in varchar(255),
    confirmed boolean,
    guest boolean,
    active boolean,
    vat varchar(255),
    currency varchar(3),
    imported_at @instant@,
    synced_at @instant@,
    origin_in_channel varchar(400),
    email_in_website varchar(700)
)@table@;
create index ix_crm_web_customer_email on crm_web_customer (@folded@email@end.folded@);
create index ix_crm_web_customer_origin_id on crm_web_customer (@folded@origin_id@end.folded@);
create index ix_crm_web_customer_origin_in_channel on crm_web_customer (@folded@origin_in_channel@end.folded@);
create index ix_crm_web_customer_email_in_website on crm_web_customer (@folded@email_in_website@end.folded@);
create table crm_web_customer_address (
    web_customer_id uuid not null references crm_web_customer (id),
    item_index integer not null,
    label varchar(255),
    organization_name varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    street varchar(500),
    street2 varchar(500),
    postal_code varchar(255),
    city varchar(255),
    region_text varchar(255),
    region varchar(16),
    country varchar(2),
    types varchar(50),
    is_primary boolean not null,
    primary key (web_customer_id, item_index)
)@table@;

create table crm_cart (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    origin_id varchar(255),
    customer_id uuid,
    channel_id uuid,
    status varchar(255),
    status_message varchar(255),
    items_qty numeric(19, 4),
    items_count integer,
    currency varchar(3),
    sub_total_amount numeric(19, 4),
    sub_total_currency varchar(3),
    tax_amount_amount numeric(19, 4),
    tax_amount_currency varchar(3),
    grand_total_amount numeric(19, 4),
    grand_total_currency varchar(3),
    store varchar(255),
    guest boolean,
    email varchar(255),
    payment_details varchar(255),
    gift_message varchar(255),
    opportunity_id uuid,
    notes @text@,
    imported_at @instant@,
    synced_at @instant@,
    origin_in_channel varchar(400),
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_cart_owner_id on crm_cart (owner_id);
create index ix_crm_cart_organization_id on crm_cart (organization_id);
create index ix_crm_cart_origin_id on crm_cart (@folded@origin_id@end.folded@);
create index ix_crm_cart_origin_in_channel on crm_cart (@folded@origin_in_channel@end.folded@);
create index ix_crm_cart_customer_id on crm_cart (customer_id);
create index ix_crm_cart_channel_id on crm_cart (channel_id);
create index ix_crm_cart_opportunity_id on crm_cart (opportunity_id)@partial@ where opportunity_id is not null@end@;
create table crm_cart_item (
    cart_id uuid not null references crm_cart (id),
    item_index integer not null,
    sku varchar(255),
    name varchar(255),
    product_url varchar(2000),
    quantity numeric(19, 4),
    price_amount numeric(19, 4),
    price_currency varchar(3),
    discount_amount numeric(19, 4),
    discount_currency varchar(3),
    tax_amount numeric(19, 4),
    tax_currency varchar(3),
    primary key (cart_id, item_index)
)@table@;
create table crm_cart_address (
    cart_id uuid not null references crm_cart (id),
    item_index integer not null,
    label varchar(255),
    organization_name varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    street varchar(500),
    street2 varchar(500),
    postal_code varchar(255),
    city varchar(255),
    region_text varchar(255),
    region varchar(16),
    country varchar(2),
    types varchar(50),
    is_primary boolean not null,
    primary key (cart_id, item_index)
)@table@;

create table crm_web_order (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    increment_id varchar(60),
    customer_id uuid,
    channel_id uuid,
    cart_id uuid,
    status varchar(255),
    ordered_at @instant@,
    currency varchar(3),
    subtotal_amount numeric(19, 4),
    subtotal_currency varchar(3),
    order_discount_amount numeric(19, 4),
    order_discount_currency varchar(3),
    discount_amount numeric(19, 4),
    discount_currency varchar(3),
    shipping_amount numeric(19, 4),
    shipping_currency varchar(3),
    shipping_tax_amount numeric(19, 4),
    shipping_tax_currency varchar(3),
    tax_amount numeric(19, 4),
    tax_currency varchar(3),
    total_amount numeric(19, 4),
    total_currency varchar(3),
    worth numeric(19, 4),
    total_paid_amount numeric(19, 4),
    total_paid_currency varchar(3),
    total_invoiced_amount numeric(19, 4),
    total_invoiced_currency varchar(3),
    total_refunded_amount numeric(19, 4),
    total_refunded_currency varchar(3),
    total_canceled_amount numeric(19, 4),
    total_canceled_currency varchar(3),
    store varchar(255),
    guest boolean,
    email varchar(255),
    payment_method varchar(255),
    shipping_method varchar(255),
    coupon_code varchar(255),
    gift_message varchar(255),
    notes @text@,
    feedback @text@,
    imported_at @instant@,
    synced_at @instant@,
    increment_id_in_channel varchar(400),
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_web_order_owner_id on crm_web_order (owner_id);
create index ix_crm_web_order_organization_id on crm_web_order (organization_id);
create index ix_crm_web_order_increment_id on crm_web_order (@folded@increment_id@end.folded@);
create index ix_crm_web_order_increment_id_in_channel on crm_web_order (@folded@increment_id_in_channel@end.folded@);
create index ix_crm_web_order_customer_id on crm_web_order (customer_id);
create index ix_crm_web_order_channel_id on crm_web_order (channel_id);
create index ix_crm_web_order_cart_id on crm_web_order (cart_id);
create table crm_web_order_item (
    web_order_id uuid not null references crm_web_order (id),
    item_index integer not null,
    sku varchar(255),
    name varchar(255),
    product_options varchar(2000),
    quantity numeric(19, 4),
    price_amount numeric(19, 4),
    price_currency varchar(3),
    discount_amount numeric(19, 4),
    discount_currency varchar(3),
    tax_amount numeric(19, 4),
    tax_currency varchar(3),
    primary key (web_order_id, item_index)
)@table@;
create table crm_web_order_address (
    web_order_id uuid not null references crm_web_order (id),
    item_index integer not null,
    label varchar(255),
    organization_name varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    street varchar(500),
    street2 varchar(500),
    postal_code varchar(255),
    city varchar(255),
    region_text varchar(255),
    region varchar(16),
    country varchar(2),
    types varchar(50),
    is_primary boolean not null,
    primary key (web_order_id, item_index)
)@table@;

-- The storefront

-- Commerce customers
create table crm_commerce_customer (
    id uuid primary key references crm_customer (id),
    parent_id uuid,
    customer_group varchar(255),
    rating varchar(255),
    vat_id varchar(255),
    tax_code varchar(255)
)@table@;
create index ix_crm_commerce_customer_parent_id on crm_commerce_customer (parent_id)@partial@ where parent_id is not null@end@;
create table crm_commerce_customer_address (
    commerce_customer_id uuid not null references crm_commerce_customer (id),
    item_index integer not null,
    label varchar(255),
    organization_name varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    street varchar(500),
    street2 varchar(500),
    postal_code varchar(255),
    city varchar(255),
    region_text varchar(255),
    region varchar(16),
    country varchar(2),
    types varchar(50),
    is_primary boolean not null,
    primary key (commerce_customer_id, item_index)
)@table@;
create table crm_commerce_customer_sales_representative (
    commerce_customer_id uuid not null references crm_commerce_customer (id),
    user_id uuid not null,
    primary key (commerce_customer_id, user_id)
)@table@;
create index ix_crm_commerce_customer_sales_representative_user_id on crm_commerce_customer_sales_representative (user_id);

-- Customer users
create table crm_customer_user (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    email varchar(255),
    birthday date,
    customer_id uuid,
    confirmed boolean not null,
    enabled boolean not null,
    guest boolean not null,
    website varchar(255),
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_customer_user_owner_id on crm_customer_user (owner_id);
create index ix_crm_customer_user_organization_id on crm_customer_user (organization_id);
create index ix_crm_customer_user_customer_id on crm_customer_user (customer_id);
create index ix_crm_customer_user_email on crm_customer_user (@folded@email@end.folded@);
create table crm_customer_user_role (
    customer_user_id uuid not null references crm_customer_user (id),
    role_name @text@ not null
)@table@;
create index ix_crm_customer_user_role_customer_user_id on crm_customer_user_role (customer_user_id);
create table crm_customer_user_address (
    customer_user_id uuid not null references crm_customer_user (id),
    item_index integer not null,
    label varchar(255),
    organization_name varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    street varchar(500),
    street2 varchar(500),
    postal_code varchar(255),
    city varchar(255),
    region_text varchar(255),
    region varchar(16),
    country varchar(2),
    types varchar(50),
    is_primary boolean not null,
    primary key (customer_user_id, item_index)
)@table@;
create table crm_customer_user_sales_representative (
    customer_user_id uuid not null references crm_customer_user (id),
    user_id uuid not null,
    primary key (customer_user_id, user_id)
)@table@;
create index ix_crm_customer_user_sales_representative_user_id on crm_customer_user_sales_representative (user_id);

-- Shopping lists
create table crm_shopping_list (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    customer_id uuid,
    customer_user_id uuid,
    website varchar(255),
    currency varchar(3),
    subtotal_amount numeric(19, 4),
    subtotal_currency varchar(3),
    label varchar(255),
    notes @text@,
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_shopping_list_owner_id on crm_shopping_list (owner_id);
create index ix_crm_shopping_list_organization_id on crm_shopping_list (organization_id);
create index ix_crm_shopping_list_customer_id on crm_shopping_list (customer_id);
create index ix_crm_shopping_list_customer_user_id on crm_shopping_list (customer_user_id);
create index ix_crm_shopping_list_label on crm_shopping_list (@folded@label@end.folded@);
create table crm_shopping_list_item (
    shopping_list_id uuid not null references crm_shopping_list (id),
    item_index integer not null,
    product_sku varchar(255),
    product_name varchar(255),
    quantity numeric(19, 4),
    unit varchar(255),
    price_amount numeric(19, 4),
    price_currency varchar(3),
    notes @text@,
    primary key (shopping_list_id, item_index)
)@table@;

-- Requests for quotes
create table crm_quote_request (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    customer_id uuid,
    customer_user_id uuid,
    website varchar(255),
    first_name varchar(255),
    last_name varchar(255),
    email varchar(255),
    phone varchar(255),
    company varchar(255),
    role varchar(255),
    note @text@,
    cancellation_reason @text@,
    po_number varchar(255),
    ship_until date,
    status varchar(255),
    customer_status varchar(255),
    status_before_deletion varchar(255),
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_quote_request_owner_id on crm_quote_request (owner_id);
create index ix_crm_quote_request_organization_id on crm_quote_request (organization_id);
create index ix_crm_quote_request_customer_id on crm_quote_request (customer_id);
create index ix_crm_quote_request_customer_user_id on crm_quote_request (customer_user_id);
create table crm_quote_request_item (
    quote_request_id uuid not null references crm_quote_request (id),
    item_index integer not null,
    product_sku varchar(255),
    free_form_product varchar(255),
    quantity numeric(19, 4),
    unit varchar(255),
    price_amount numeric(19, 4),
    price_currency varchar(3),
    comment @text@,
    primary key (quote_request_id, item_index)
)@table@;
create table crm_quote_request_assigned_user (
    quote_request_id uuid not null references crm_quote_request (id),
    user_id uuid not null,
    primary key (quote_request_id, user_id)
)@table@;
create index ix_crm_quote_request_assigned_user_user_id on crm_quote_request_assigned_user (user_id);

-- Quotes
create table crm_quote (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    customer_id uuid,
    customer_user_id uuid,
    website varchar(255),
    currency varchar(3),
    subtotal_amount numeric(19, 4),
    subtotal_currency varchar(3),
    qid varchar(255),
    request_id uuid,
    po_number varchar(255),
    ship_until date,
    valid_until @instant@,
    status varchar(255),
    expired boolean not null,
    shipping_cost_amount numeric(19, 4),
    shipping_cost_currency varchar(3),
    total_amount numeric(19, 4),
    total_currency varchar(3),
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_quote_owner_id on crm_quote (owner_id);
create index ix_crm_quote_organization_id on crm_quote (organization_id);
create index ix_crm_quote_customer_id on crm_quote (customer_id);
create index ix_crm_quote_customer_user_id on crm_quote (customer_user_id);
create index ix_crm_quote_request_id on crm_quote (request_id)@partial@ where request_id is not null@end@;
create index ix_crm_quote_qid on crm_quote (@folded@qid@end.folded@);
create table crm_quote_item (
    quote_id uuid not null references crm_quote (id),
    item_index integer not null,
    product_sku varchar(255),
    free_form_product varchar(255),
    quantity numeric(19, 4),
    unit varchar(255),
    price_amount numeric(19, 4),
    price_currency varchar(3),
    alternative boolean not null,
    comment @text@,
    primary key (quote_id, item_index)
)@table@;
create table crm_quote_address (
    quote_id uuid not null references crm_quote (id),
    item_index integer not null,
    label varchar(255),
    organization_name varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    street varchar(500),
    street2 varchar(500),
    postal_code varchar(255),
    city varchar(255),
    region_text varchar(255),
    region varchar(16),
    country varchar(2),
    types varchar(50),
    is_primary boolean not null,
    primary key (quote_id, item_index)
)@table@;
create table crm_quote_assigned_user (
    quote_id uuid not null references crm_quote (id),
    user_id uuid not null,
    primary key (quote_id, user_id)
)@table@;
create index ix_crm_quote_assigned_user_user_id on crm_quote_assigned_user (user_id);

-- Orders
create table crm_order (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    customer_id uuid,
    customer_user_id uuid,
    website varchar(255),
    currency varchar(3),
    subtotal_amount numeric(19, 4),
    subtotal_currency varchar(3),
    identifier varchar(255),
    po_number varchar(255),
    customer_notes @text@,
    ship_until date,
    status varchar(255),
    payment_status varchar(255),
    ordered_at @instant@,
    source_quote_id uuid,
    source_list_id uuid,
    worth numeric(19, 4),
    shipping_cost_amount numeric(19, 4),
    shipping_cost_currency varchar(3),
    total_discounts_amount numeric(19, 4),
    total_discounts_currency varchar(3),
    total_amount numeric(19, 4),
    total_currency varchar(3),
    last_contacted_at @instant@,
    last_incoming_contact_at @instant@,
    last_outgoing_contact_at @instant@,
    times_contacted integer,
    times_contacted_in integer,
    times_contacted_out integer
)@table@;
create index ix_crm_order_owner_id on crm_order (owner_id);
create index ix_crm_order_organization_id on crm_order (organization_id);
create index ix_crm_order_customer_id on crm_order (customer_id);
create index ix_crm_order_customer_user_id on crm_order (customer_user_id);
create index ix_crm_order_source_quote_id on crm_order (source_quote_id)@partial@ where source_quote_id is not null@end@;
create index ix_crm_order_source_list_id on crm_order (source_list_id)@partial@ where source_list_id is not null@end@;
create index ix_crm_order_identifier on crm_order (@folded@identifier@end.folded@);
create table crm_order_item (
    order_id uuid not null references crm_order (id),
    item_index integer not null,
    product_sku varchar(255),
    free_form_product varchar(255),
    quantity numeric(19, 4),
    unit varchar(255),
    price_amount numeric(19, 4),
    price_currency varchar(3),
    ship_by date,
    comment @text@,
    primary key (order_id, item_index)
)@table@;
create table crm_order_discount (
    order_id uuid not null references crm_order (id),
    item_index integer not null,
    description varchar(255),
    percent numeric(19, 4),
    amount_amount numeric(19, 4),
    amount_currency varchar(3),
    primary key (order_id, item_index)
)@table@;
create table crm_order_address (
    order_id uuid not null references crm_order (id),
    item_index integer not null,
    label varchar(255),
    organization_name varchar(255),
    name_prefix varchar(255),
    first_name varchar(255),
    middle_name varchar(255),
    last_name varchar(255),
    name_suffix varchar(255),
    street varchar(500),
    street2 varchar(500),
    postal_code varchar(255),
    city varchar(255),
    region_text varchar(255),
    region varchar(16),
    country varchar(2),
    types varchar(50),
    is_primary boolean not null,
    primary key (order_id, item_index)
)@table@;

-- Websites that are watched, visits and what happened in them
create table crm_tracked_website (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    owner_id uuid,
    organization_id uuid,
    name varchar(255),
    identifier varchar(255),
    url varchar(255),
    channel_id uuid
)@table@;
create index ix_crm_tracked_website_owner_id on crm_tracked_website (owner_id);
create index ix_crm_tracked_website_organization_id on crm_tracked_website (organization_id);
create index ix_crm_tracked_website_identifier on crm_tracked_website (@folded@identifier@end.folded@);
create index ix_crm_tracked_website_channel_id on crm_tracked_website (channel_id);
create table crm_website_visit (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    website_id uuid,
    visitor varchar(255),
    user_identifier varchar(255),
    customer_id uuid,
    first_at @instant@,
    last_at @instant@,
    page_views integer,
    items_added integer,
    checkouts integer,
    last_login_at @instant@,
    last_item_at @instant@,
    last_checkout_at @instant@
)@table@;
create index ix_crm_website_visit_website_id on crm_website_visit (website_id);
create index ix_crm_website_visit_visitor on crm_website_visit (@folded@visitor@end.folded@);
create index ix_crm_website_visit_customer_id on crm_website_visit (customer_id)@partial@ where customer_id is not null@end@;
create table crm_website_event (
    id uuid primary key,
    version bigint not null,
    created_at @instant@,
    updated_at @instant@,
    visit_id uuid,
    name varchar(255),
    event_value varchar(255),
    title varchar(255),
    url varchar(2000),
    happened_at @instant@,
    campaign_code varchar(255),
    origin_id uuid,
    happened_on date
)@table@;
create index ix_crm_website_event_visit_id on crm_website_event (visit_id, happened_at);
create index ix_crm_website_event_origin_id on crm_website_event (origin_id)@partial@ where origin_id is not null@end@;
