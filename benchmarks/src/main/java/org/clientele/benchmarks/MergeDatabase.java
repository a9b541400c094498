package org.clientele.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.jpa.JpaStore;
import org.clientele.merge.MergePlan;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;

/**
 * Accounts among others that have the same number of related records each: of ten, four opportunities, two leads, three calls
 * and an attachment. After a merge all is put back from copies of the tables.
 */
final class MergeDatabase implements AutoCloseable {

    private static final UUID USER = new UUID(2, 0);

    private static final List<String> TABLES = List.of(
            "crm_account",
            "crm_opportunity",
            "crm_lead",
            "crm_activity_link",
            "crm_attachment",
            "crm_journal_entry",
            "crm_redirect",
            "crm_distinct_pair");

    /** Where accounts are pointed to from. */
    private static final List<Link> LINKS = List.of(
            new Link("crm_opportunity", "account_id"),
            new Link("crm_lead", "account_id"),
            new Link("crm_activity_link", "target_id"),
            new Link("crm_attachment", "record_id"));

    private static final String OWNED = "@{1,0}, @{2,0}";

    private static final String FILL =
            """
            insert into crm_organization (id, version, name, enabled) values (@{1,0}, 0, 'Acme', true);
            insert into crm_user (id, version, username, email, first_name, last_name, enabled, organization_id)
                values (@{2,0}, 0, 'olga', 'olga@acme.example', 'Olga', 'Example', true, @{1,0});
            insert into crm_user_organization (user_id, organization_id) values (@{2,0}, @{1,0});
            insert into crm_user_role (user_id, role_name) values (@{2,0}, 'administrator');
            insert into crm_account (id, version, created_at, updated_at, name, direct_lifetime, times_contacted, times_contacted_in,
                    times_contacted_out, organization_id, owner_id)
                select @{4,n}, 0, current_timestamp, current_timestamp, 'Account ' || n, 0, 0, 0, 0, OWNED from #{0,accounts};
            insert into crm_opportunity (id, version, created_at, name, status, account_id, OWNERS)
                select @{9,n}, 0, current_timestamp, 'Deal ' || n, 'in_progress', @{4,mod(n, members)}, OWNED
                from #{1,opportunities};
            insert into crm_lead (id, version, created_at, name, status, account_id, OWNERS)
                select @{10,n}, 0, current_timestamp, 'Lead ' || n, 'new', @{4,mod(n, members)}, OWNED from #{1,leads};
            insert into crm_activity (id, kind, version, subject, took_place_at, OWNERS)
                select @{11,n}, 'call', 0, 'Call ' || n, timestamp '2020-01-01 00:00:00' + n * interval '1' minute, OWNED
                from #{1,calls};
            insert into crm_call (id) select @{11,n} from #{1,calls};
            insert into crm_activity_link (id, version, activity_id, took_place_at, kind, direction, target_type, target_id)
                select @{12,n}, 0, @{11,n}, timestamp '2020-01-01 00:00:00' + n * interval '1' minute, 'call',
                    case when mod(n, 2) = 0 then 'incoming' else 'outgoing' end, 'account', @{4,mod(n, members)}
                from #{1,calls};
            insert into crm_attachment (id, version, created_at, record_type, record_id, file_name, media_type, size_in_bytes,
                    content_key, OWNERS)
                select @{13,n}, 0, current_timestamp, 'account', @{4,mod(n, members)}, 'file ' || n, 'text/plain', 1, 'key', OWNED
                from #{1,attachments};
            """.replace("OWNERS", "organization_id, owner_id").replace("OWNED", OWNED);

    private final FilledDatabase filled;
    private final Connection connection;
    private final boolean isPostgres;

    /** A column that points to accounts. */
    private record Link(String table, String column) {}

    /**
     * Fills a database.
     *
     * @param members how many accounts have related records
     * @param related how many each of them has, a multiple of ten
     */
    MergeDatabase(String kind, int members, int related) throws SQLException, IOException {
        int all = members * related / 10;
        filled = new FilledDatabase(
                kind,
                FILL.replace("members", String.valueOf(members)),
                Map.of(
                        "accounts", members + 1000,
                        "opportunities", 4 * all,
                        "leads", 2 * all,
                        "calls", 3 * all,
                        "attachments", all));
        isPostgres = kind.equals("postgresql");
        connection = filled.connect();
        each("create table copy_of_%1$s as select * from %1$s");
    }

    /** The account with this number, from 0. */
    static UUID account(int number) {
        return UUID.fromString("00000000-0000-0004-0000-%012d".formatted(number));
    }

    /** Somebody who may do everything. */
    Session administrator() {
        Crm crm = Crm.open(
                JpaStore.managing(filled.factory()),
                config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        return crm.as(crm.asSystem().get(User.TYPE, USER));
    }

    /** The merge of all accounts that have related records into the first. */
    static MergePlan<Account> plan(int members, Session session) {
        List<Account> all = IntStream.range(0, members)
                .mapToObj(number -> session.get(Account.TYPE, account(number)))
                .toList();
        return session.planMerge(
                Account.TYPE, choices -> choices.master(all.get(0)).absorb(all.subList(1, members)));
    }

    /** How many opportunities an account has. */
    static long opportunities(int number, Session session) {
        Account account = session.get(Account.TYPE, account(number));
        return session.select(Opportunity.TYPE)
                .where(Opportunity.ACCOUNT.is(account))
                .count();
    }

    /** Puts everything back as it was at first. */
    void putBack() throws SQLException {
        each("delete from %1$s");
        each("insert into %1$s select * from copy_of_%1$s");
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(isPostgres ? "vacuum analyze" : "analyze");
        }
        connection.setAutoCommit(false);
    }

    private void each(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(sql.formatted(table));
            }
        }
        connection.commit();
    }

    /** Moves what points to the others to the first account, and deletes them: what one would write by hand. */
    void mergeByHand(int members) throws SQLException {
        String others = others(members);
        String renewed = "version = version + 1, updated_at = current_timestamp";
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("crm_opportunity", "crm_lead")) {
                statement.executeUpdate("update %s set account_id = '%s', %s where account_id in (%s)"
                        .formatted(table, account(0), renewed, others));
            }
            statement.executeUpdate(
                    "update crm_activity_link set target_id = '%s', %s where target_type = 'account' and target_id in (%s)"
                            .formatted(account(0), renewed, others));
            statement.executeUpdate(
                    "update crm_attachment set record_id = '%s', %s where record_type = 'account' and record_id in (%s)"
                            .formatted(account(0), renewed, others));
            statement.executeUpdate("delete from crm_account where id in (%s)".formatted(others));
        }
        connection.commit();
    }

    private static String others(int members) {
        return IntStream.range(1, members)
                .mapToObj(number -> "'" + account(number) + "'")
                .collect(joining(", "));
    }

    /** Notes in a table of its own from where a merge will move what points, and who will go. */
    void noteByHand(int members) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists moved");
            statement.execute("drop table if exists gone");
            statement.execute("create table moved (id uuid primary key, origin varchar(20), former uuid)");
            for (Link link : LINKS) {
                statement.executeUpdate("insert into moved select id, '%1$s', %2$s from %1$s where %2$s in (%3$s)"
                        .formatted(link.table(), link.column(), others(members)));
            }
            statement.execute("create table gone as select * from crm_account where id in (" + others(members) + ")");
        }
        connection.commit();
    }

    /** Gives so many opportunities of the absorbed other names. */
    void edit(int edits) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update crm_opportunity set name = 'Renamed', version = version + 1 where id in
                        (select id from moved where origin = 'crm_opportunity' order by id fetch first %d rows only)
                    """.formatted(edits));
        }
        connection.commit();
    }

    /** Inserts who went, and moves what was noted back to each of them: what one would write by hand. */
    void undoByHand(int members) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into crm_account select * from gone");
            for (int number = 1; number < members; number++) {
                for (Link link : LINKS) {
                    statement.executeUpdate("""
                            update %1$s set %2$s = '%3$s', version = version + 1, updated_at = current_timestamp
                                where %2$s = '%4$s' and id in
                                    (select id from moved where origin = '%1$s' and former = '%3$s')
                            """.formatted(link.table(), link.column(), account(number), account(0)));
                }
            }
        }
        connection.commit();
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IOException(broken);
        } finally {
            filled.close();
        }
    }
}
