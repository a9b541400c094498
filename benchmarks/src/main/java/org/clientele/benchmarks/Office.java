package org.clientele.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Accounts of one organization, owned by users who are members of one to three of 200 business units, as rows.
 *
 * <p>A user's memberships follow from the user's kind alone, of which there are 600, and accounts are spread over the
 * kinds: which accounts a colleague may see does not depend on how many users there are of each.
 */
final class Office {

    static final UUID ORGANIZATION = new UUID(1, 0);

    private static final int UNITS = 200;
    private static final int KINDS = 3 * UNITS;
    private static final int APART = 67;
    private static final int BATCH = 5_000;

    private final Connection connection;
    private final int users;
    private final SplittableRandom random = new SplittableRandom(1701);

    /** An office of at least 600 users, to be written through a connection. */
    Office(Connection connection, int users) {
        this.connection = connection;
        this.users = users;
    }

    static UUID user(int number) {
        return new UUID(2, number);
    }

    /** The business units of a user: every third has three. */
    static List<UUID> units(int user) {
        int kind = user % KINDS;
        return IntStream.rangeClosed(0, kind % 3)
                .mapToObj(i -> unit((kind / 3 + i * APART) % UNITS))
                .toList();
    }

    private static UUID unit(int number) {
        return new UUID(3, number);
    }

    void write(int accounts) throws SQLException {
        insert("crm_organization (id, version, name, enabled)", 1, i -> row(ORGANIZATION, 0, "Acme", true));
        insert(
                "crm_business_unit (id, version, name, organization_id)",
                UNITS,
                i -> row(unit(i), 0, "Unit " + i, ORGANIZATION));
        insert(
                "crm_user (id, version, username, email, first_name, last_name, enabled, organization_id)",
                users,
                i -> row(user(i), 0, "u" + i, "u" + i + "@acme.example", "U", "N" + i, true, ORGANIZATION));
        insert("crm_user_organization (user_id, organization_id)", users, i -> row(user(i), ORGANIZATION));
        insert("crm_user_role (user_id, role_name)", users, i -> row(user(i), "seller"));
        for (int each = 0; each < 3; each++) {
            int nth = each;
            insert(
                    "crm_user_business_unit (user_id, business_unit_id)",
                    users,
                    i -> nth < units(i).size() ? row(user(i), units(i).get(nth)) : List.of());
        }
        insert(
                "crm_account (id, version, name, description, times_contacted, organization_id, owner_id)",
                accounts,
                i -> row(account(i), 0, name(), "The account number " + i, i % 7, ORGANIZATION, owner()));
        insert("crm_account_tag (account_id, tag)", accounts, i -> row(account(i), "VIP"));
        insert("crm_account_contact (account_id, contact_id)", accounts, i -> row(account(i), new UUID(5, i)));
    }

    private static UUID account(int number) {
        return new UUID(4, number);
    }

    private String name() {
        return "Account " + random.nextInt(1_000_000);
    }

    private UUID owner() {
        return user(random.nextInt(KINDS) + KINDS * random.nextInt(users / KINDS));
    }

    private static List<Object> row(Object... cells) {
        return List.of(cells);
    }

    /** The cells of the row with this number; none for no row. */
    @FunctionalInterface
    private interface Rows {
        List<Object> at(int number);
    }

    private void insert(String table, int count, Rows rows) throws SQLException {
        String parameters = table.replaceAll(".*\\(", "(").replaceAll("\\w+", "?");
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " values " + parameters)) {
            for (int i = 0; i < count; i++) {
                List<Object> cells = rows.at(i);
                for (int at = 0; at < cells.size(); at++) {
                    insert.setObject(at + 1, cells.get(at));
                }
                if (!cells.isEmpty()) {
                    insert.addBatch();
                }
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
