package org.clientele.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.model.CrmRecord;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** The accounts that a user may see, by SQL as one writes it by hand: memberships and shares are semi-joins. */
final class AccountsBySql {

    private static final String VISIBLE = """
            from crm_account a
            where a.organization_id = ?
                and (a.owner_id = ?
                    or a.owner_id in (select m.user_id from crm_user_business_unit m where m.business_unit_id in (?, ?, ?))
                    or a.id in (select s.record_id from crm_share s where s.record_type = 'account' and s.permission = 'VIEW'
                        and (s.user_id = ? or s.unit_id in (?, ?, ?))))
            """;
    private static final String FIRST = "order by lower(a.name), a.id fetch first 25 rows only";
    private static final String COLUMNS = """
            select a.id, a.version, a.created_at, a.updated_at, a.name, a.description, a.owner_id, a.organization_id,
                a.default_contact_id, a.referred_by_id, a.last_contacted_at, a.last_incoming_contact_at,
                a.last_outgoing_contact_at, a.times_contacted, a.times_contacted_in, a.times_contacted_out,
                a.direct_lifetime
            """;

    private final Connection connection;

    AccountsBySql(Connection connection) {
        this.connection = connection;
    }

    /** Reads a row. */
    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, List<?> parameters, Row each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        }
    }

    private static List<Object> parameters(int user) {
        List<Object> parameters = new ArrayList<>(List.of(Office.ORGANIZATION, Office.user(user)));
        parameters.addAll(Office.units(user));
        parameters.add(Office.user(user));
        parameters.addAll(Office.units(user));
        return parameters;
    }

    /** The first column of what a statement finds. */
    List<UUID> ids(String sql, List<?> parameters) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        query(sql, parameters, row -> ids.add(row.getObject(1, UUID.class)));
        connection.commit();
        return ids;
    }

    /** The identities of the first accounts by name. */
    List<UUID> firstIds(int user) throws SQLException {
        return ids("select a.id " + VISIBLE + FIRST, parameters(user));
    }

    long count(int user) throws SQLException {
        long[] count = new long[1];
        query("select count(*) " + VISIBLE, parameters(user), row -> count[0] = row.getLong(1));
        connection.commit();
        return count[0];
    }

    /** The first accounts by name, with their contacts and tags. */
    List<Account> first(int user) throws SQLException {
        Map<UUID, Account> accounts = new LinkedHashMap<>();
        query(COLUMNS + VISIBLE + FIRST, parameters(user), row -> {
            Account account = account(row);
            accounts.put(account.getId(), account);
        });
        List<UUID> ids = List.copyOf(accounts.keySet());
        Map<UUID, Set<Ref<Contact>>> contacts = new LinkedHashMap<>();
        query(
                within("select account_id, contact_id from crm_account_contact", ids),
                ids,
                row -> contacts.computeIfAbsent(row.getObject(1, UUID.class), id -> new LinkedHashSet<>())
                        .add(new Ref<>(row.getObject(2, UUID.class))));
        Map<UUID, Set<String>> tags = new LinkedHashMap<>();
        query(
                within("select account_id, tag from crm_account_tag", ids),
                ids,
                row -> tags.computeIfAbsent(row.getObject(1, UUID.class), id -> new LinkedHashSet<>())
                        .add(row.getString(2)));
        connection.commit();
        accounts.forEach((id, account) -> {
            account.setContacts(contacts.getOrDefault(id, Set.of()));
            account.setTags(tags.getOrDefault(id, Set.of()));
        });
        return List.copyOf(accounts.values());
    }

    private static String within(String select, List<UUID> ids) {
        return select + " where account_id in (" + "?, ".repeat(ids.size() - 1) + "?)";
    }

    private static Account account(ResultSet row) throws SQLException {
        Account account = Account.TYPE.newRecord(row.getObject(1, UUID.class), row.getLong(2));
        CrmRecord.CREATED_AT.set(account, instant(row, 3));
        CrmRecord.UPDATED_AT.set(account, instant(row, 4));
        account.setName(row.getString(5));
        account.setDescription(row.getString(6));
        account.setOwner(Account.OWNER.fromRaw(row.getObject(7, UUID.class)));
        account.setOrganization(Account.ORGANIZATION.fromRaw(row.getObject(8, UUID.class)));
        UUID contact = row.getObject(9, UUID.class);
        account.setDefaultContact(contact == null ? null : new Ref<>(contact));
        UUID referrer = row.getObject(10, UUID.class);
        account.setReferredBy(referrer == null ? null : new Ref<>(referrer));
        Account.LAST_CONTACTED_AT.set(account, instant(row, 11));
        Account.LAST_INCOMING_CONTACT_AT.set(account, instant(row, 12));
        Account.LAST_OUTGOING_CONTACT_AT.set(account, instant(row, 13));
        Account.TIMES_CONTACTED.set(account, row.getObject(14, Integer.class));
        Account.TIMES_CONTACTED_IN.set(account, row.getObject(15, Integer.class));
        Account.TIMES_CONTACTED_OUT.set(account, row.getObject(16, Integer.class));
        Account.DIRECT_LIFETIME.set(account, row.getBigDecimal(17));
        return account;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
