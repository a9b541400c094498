package org.clientele.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the view of an account reads, by SQL as one writes it by hand for a viewer who may see what is in the organization. */
final class AccountViewByHand {

    static final int ROWS = 10;

    private static final String ACCOUNT = """
            select a.name, a.description, a.created_at, a.updated_at, a.default_contact_id, a.direct_lifetime, u.first_name, u.last_name
            from crm_account a left join crm_user u on u.id = a.owner_id and u.organization_id = ?
            where a.id = ? and a.organization_id = ?
            """;
    private static final String TAGS = "select tag from crm_account_tag where account_id = ?";
    private static final String CONTACTS = """
            select c.id, c.name_prefix, c.first_name, c.middle_name, c.last_name, c.name_suffix, c.email, c.job_title
            from crm_account_contact ac join crm_contact c on c.id = ac.contact_id
            where ac.account_id = ? and c.organization_id = ? order by lower(c.last_name), lower(c.first_name), c.id fetch first 10 rows only
            """;
    private static final String CONTACT_COUNT = """
            select count(*) from crm_account_contact ac join crm_contact c on c.id = ac.contact_id
            where ac.account_id = ? and c.organization_id = ?
            """;
    private static final String ACTIVITIES = """
            select a.id, l.kind, l.took_place_at, a.subject, a.owner_id
            from crm_activity_link l join crm_activity a on a.id = l.activity_id
            where l.target_id = ? and l.target_type = 'account' and a.organization_id = ?
            order by l.took_place_at desc nulls last, l.id fetch first 10 rows only
            """;
    private static final String ACTIVITY_COUNT = """
            select count(*) from crm_activity_link l join crm_activity a on a.id = l.activity_id
            where l.target_id = ? and l.target_type = 'account' and a.organization_id = ?
            """;
    private static final String OPPORTUNITIES = """
            select id, name, status, close_date, budget_amount, budget_currency, close_revenue_amount, close_revenue_currency, customer_id
            from crm_opportunity where account_id = ? and organization_id = ? order by created_at desc, id fetch first 10 rows only
            """;
    private static final String OPPORTUNITY_COUNTS = """
            select count(*), count(case when status = 'won' then 1 end), count(case when status = 'lost' then 1 end)
            from crm_opportunity where account_id = ? and organization_id = ?
            """;
    private static final String CHANNELS = """
            select c.channel_id, h.name, h.active, count(*), sum(c.lifetime)
            from crm_customer c left join crm_channel h on h.id = c.channel_id
            where c.account_id = ? and c.organization_id = ? group by c.channel_id, h.name, h.active
            """;
    private static final String CUSTOMERS = """
            select id, kind, name, lifetime, times_contacted, last_contacted_at, channel_id from (
                select c.*, row_number() over (partition by channel_id order by lower(name), id) as place
                from crm_customer c where account_id = ? and organization_id = ?) numbered
            where place <= 10 order by channel_id, place
            """;
    private static final String POINTING = """
            select 1, customer_id, count(*) from crm_opportunity where customer_id in (?) and organization_id = ? group by customer_id
            union all
            select 2, customer_id, count(*) from crm_lead where customer_id in (?) and organization_id = ? group by customer_id
            """;

    private final Connection connection;

    AccountViewByHand(Connection connection) {
        this.connection = connection;
    }

    /** All that was read, statement by statement. */
    record Read(
            List<List<@Nullable Object>> account,
            List<List<@Nullable Object>> tags,
            List<List<@Nullable Object>> contacts,
            long contactCount,
            List<List<@Nullable Object>> activities,
            long activityCount,
            List<List<@Nullable Object>> opportunities,
            List<List<@Nullable Object>> opportunityCounts,
            List<List<@Nullable Object>> channels,
            List<List<@Nullable Object>> customers,
            List<List<@Nullable Object>> pointing) {}

    Read read(UUID account) throws SQLException {
        UUID organization = ClientDatabase.ORGANIZATION;
        List<List<@Nullable Object>> customers = query(CUSTOMERS, account, organization);
        List<Object> ids = new ArrayList<>();
        customers.forEach(row -> ids.add(String.valueOf(row.get(0))));
        String parameters = "cast(? as uuid), ".repeat(ids.size() - 1) + "cast(? as uuid)";
        List<Object> twice = new ArrayList<>(ids);
        twice.add(organization);
        twice.addAll(List.copyOf(twice));
        Read read = new Read(
                query(ACCOUNT, organization, account, organization),
                query(TAGS, account),
                query(CONTACTS, account, organization),
                count(CONTACT_COUNT, account, organization),
                query(ACTIVITIES, account, organization),
                count(ACTIVITY_COUNT, account, organization),
                query(OPPORTUNITIES, account, organization),
                query(OPPORTUNITY_COUNTS, account, organization),
                query(CHANNELS, account, organization),
                customers,
                query(POINTING.replace("(?)", "(" + parameters + ")"), twice.toArray()));
        connection.commit();
        return read;
    }

    private long count(String sql, Object... parameters) throws SQLException {
        return number(query(sql, parameters));
    }

    private static long number(List<List<@Nullable Object>> rows) {
        return Long.parseLong(String.valueOf(rows.get(0).get(0)));
    }

    private List<List<@Nullable Object>> query(String sql, Object... parameters) throws SQLException {
        List<List<@Nullable Object>> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    List<@Nullable Object> row = new ArrayList<>(columns);
                    for (int i = 1; i <= columns; i++) {
                        row.add(rows.getObject(i));
                    }
                    found.add(row);
                }
            }
        }
        return found;
    }
}
