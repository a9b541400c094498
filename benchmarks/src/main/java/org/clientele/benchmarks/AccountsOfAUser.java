package org.clientele.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.criteria.Page;
import org.clientele.criteria.Query;
import org.clientele.jpa.JpaStore;
import org.clientele.model.CrmRecord;
import org.clientele.organization.User;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The first 25 accounts by name that a user may see who is a member of three of 200 business units, in a database, beside
 * SQL written by hand.
 *
 * <p>{@code statement} is the first statement that {@code first} sends, which says which accounts these are, sent through
 * the same connection as the one by hand: neither makes objects, so that this pair compares the conditions alone.
 * {@code first} goes on to whole accounts, in a transaction of the library: it reads columns, contacts and tags by identity
 * afterwards, where {@code firstByHand} has the columns at once and then reads contacts and tags. {@code page} counts all
 * in addition. Users take turns, since H2 keeps the result of a statement that is repeated. By hand, texts are ordered by
 * {@code lower} alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
public class AccountsOfAUser {

    private static final int SIZE = 25;
    private static final int TAKING_TURNS = 40;

    @Param({"h2", "postgresql"})
    public String database = "h2";

    @Param({"1000", "10000", "100000"})
    public int users;

    @Param("100000")
    public int accounts;

    private final List<Session> sessions = new ArrayList<>();
    private int turn;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private OfficeDatabase office;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private AccountsBySql byHand;

    @SuppressWarnings("NullAway.Init")
    private String statement;

    /** IllegalStateException unless both ways find the same. */
    @Setup
    public void prepare() throws SQLException, IOException {
        office = new OfficeDatabase(database, users, accounts);
        connection = office.connect();
        byHand = new AccountsBySql(connection);
        Crm crm = Crm.open(
                JpaStore.managing(office.factory()),
                config -> config.access(RolePolicy.of(
                        Role.named("seller").grant(Account.TYPE, AccessLevel.BUSINESS_UNIT, Permission.VIEW))));
        for (int i = 0; i < TAKING_TURNS; i++) {
            sessions.add(crm.as(crm.asSystem().get(User.TYPE, Office.user(user(i)))));
        }
        sessions.get(0)
                .inTransaction(
                        "look",
                        there -> there.values(Account.TYPE, query(), List.of(CrmRecord.ID))
                                .count());
        statement = office.said();
        for (int i = 0; i < TAKING_TURNS; i++) {
            turn = i;
            check();
        }
    }

    /** Every third user has three business units. */
    private static int user(int number) {
        return 3 * number + 2;
    }

    private static Query<Account> query() {
        return Query.<Account>all().orderedBy(List.of(Account.NAME.asc())).stretch(0, SIZE);
    }

    private void check() throws SQLException {
        List<Account> first = session()
                .inTransaction(
                        "look", there -> there.select(Account.TYPE, query()).toList());
        List<UUID> ids = first.stream().map(CrmRecord::getId).toList();
        boolean same = byHand.firstIds(user(turn)).equals(ids)
                && byHand.ids(statement, parameters(user(turn))).equals(ids)
                && byHand.count(user(turn)) == session().select(Account.TYPE).count();
        if (same) {
            same = values(first).equals(values(byHand.first(user(turn))));
        }
        if (!same || ids.size() != SIZE) {
            throw new IllegalStateException("the session and the SQL by hand find different accounts: " + ids);
        }
    }

    private static List<Object> values(List<Account> accounts) {
        List<Object> values = new ArrayList<>();
        accounts.forEach(account ->
                Account.TYPE.properties().forEach(property -> values.add(property + "=" + property.get(account))));
        return values;
    }

    private static List<Object> parameters(int user) {
        List<Object> parameters = new ArrayList<>(List.of(Office.ORGANIZATION, Office.user(user)));
        addUnits(user, parameters);
        parameters.addAll(List.of(Account.TYPE.name(), Permission.VIEW.name(), Office.user(user)));
        addUnits(user, parameters);
        parameters.add(SIZE);
        return parameters;
    }

    /** The library fills a list of values up to a power of two, so that a database has fewer statements to prepare. */
    private static void addUnits(int user, List<Object> parameters) {
        parameters.addAll(Office.units(user));
        parameters.add(Office.units(user).get(2));
    }

    private Session session() {
        return sessions.get(turn);
    }

    private int next() {
        turn = (turn + 1) % TAKING_TURNS;
        return user(turn);
    }

    @TearDown
    public void close() throws SQLException, IOException {
        connection.close();
        office.close();
    }

    @Benchmark
    public List<UUID> statement() throws SQLException {
        return byHand.ids(statement, parameters(next()));
    }

    @Benchmark
    public List<UUID> statementByHand() throws SQLException {
        return byHand.firstIds(next());
    }

    @Benchmark
    public List<Account> first() {
        next();
        return session()
                .inTransaction(
                        "look", there -> there.select(Account.TYPE, query()).toList());
    }

    @Benchmark
    public List<Account> firstByHand() throws SQLException {
        return byHand.first(next());
    }

    @Benchmark
    public Page<Account> page() {
        next();
        return session().select(Account.TYPE).orderBy(Account.NAME.asc()).page(1, SIZE);
    }

    @Benchmark
    public Page<Account> pageByHand() throws SQLException {
        int user = next();
        return new Page<>(byHand.first(user), 1, SIZE, byHand.count(user));
    }
}
