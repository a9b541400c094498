package org.clientele.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.value.Identified;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** The first accounts of an owner, by SQL written by hand: one statement for columns, one for contacts, one for tags. */
final class OwnedBySql {

    private final Connection connection;
    private final int size;

    OwnedBySql(Connection connection, int size) {
        this.connection = connection;
        this.size = size;
    }

    List<Account> page(UUID owner) throws SQLException {
        Map<UUID, Account> accounts = columns(owner);
        collect(
                "select account_id, contact_id from crm_account_contact",
                accounts,
                (account, row) -> Account.CONTACTS.set(account, Set.of(new Ref<>(row.getObject(2, UUID.class)))));
        collect(
                "select account_id, tag from crm_account_tag",
                accounts,
                (account, row) -> account.addTag(row.getString(2)));
        connection.commit();
        return new ArrayList<>(accounts.values());
    }

    /** Takes a row to an account. */
    @FunctionalInterface
    private interface Taking {
        void take(Account account, ResultSet row) throws SQLException;
    }

    private Map<UUID, Account> columns(UUID owner) throws SQLException {
        Map<UUID, Account> accounts = new LinkedHashMap<>();
        String sql = """
                select id, version, created_at, updated_at, owner_id, organization_id, name, default_contact_id, referred_by_id,
                    description, direct_lifetime, last_contacted_at, last_incoming_contact_at, last_outgoing_contact_at,
                    times_contacted, times_contacted_in, times_contacted_out
                from crm_account where owner_id = ? order by id fetch first %d rows only
                """.formatted(size);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, owner);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    Account account = Account.TYPE.newRecord(id, row.getLong(2));
                    read(account, row);
                    accounts.put(id, account);
                }
            }
        }
        return accounts;
    }

    private static void read(Account account, ResultSet row) throws SQLException {
        Account.CREATED_AT.set(account, time(row, 3));
        Account.UPDATED_AT.set(account, time(row, 4));
        account.setOwner(ref(row, 5));
        Account.ORGANIZATION.set(account, ref(row, 6));
        account.setName(row.getString(7));
        account.setDescription(row.getString(10));
        row.getObject(8, UUID.class);
        row.getObject(9, UUID.class);
        row.getBigDecimal(11);
        time(row, 12);
        time(row, 13);
        time(row, 14);
        row.getInt(15);
        row.getInt(16);
        row.getInt(17);
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <R extends Identified> @Nullable Ref<R> ref(ResultSet row, int column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new Ref<>(id);
    }

    private void collect(String sql, Map<UUID, Account> accounts, Taking taking) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(accounts.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(sql + " where account_id in (" + marks + ")")) {
            int at = 1;
            for (UUID id : accounts.keySet()) {
                statement.setObject(at++, id);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Account account = accounts.get(row.getObject(1, UUID.class));
                    if (account != null) {
                        taking.take(account, row);
                    }
                }
            }
        }
    }
}
