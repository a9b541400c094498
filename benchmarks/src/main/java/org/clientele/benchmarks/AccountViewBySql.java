package org.clientele.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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
import org.clientele.activity.Call;
import org.clientele.channel.Channel;
import org.clientele.contact.Contact;
import org.clientele.jpa.JpaStore;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.view.AccountView;
import org.clientele.view.WholeAccount;
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
 * The view of one large account, page 1, beside the same reads by SQL written by hand, for a viewer who may see what is in the
 * organization. Before anything is measured, both must find the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class AccountViewBySql {

    @Param("postgresql")
    public String database = "postgresql";

    /** Other accounts. */
    @Param({"10000", "1000000"})
    public int accounts;

    @Param("1000")
    public int customers;

    @Param("100000")
    public int activities;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private FilledDatabase clients;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private AccountViewByHand byHand;

    @SuppressWarnings("NullAway.Init")
    private Session seller;

    @SuppressWarnings("NullAway.Init")
    private Account account;

    /** IllegalStateException unless both ways find the same. */
    @Setup
    public void prepare() throws SQLException, IOException {
        clients = ClientDatabase.of(database, accounts, customers, activities);
        connection = clients.connect();
        byHand = new AccountViewByHand(connection);
        Crm crm = Crm.open(JpaStore.managing(clients.factory()), config -> config.access(RolePolicy.of(role())));
        seller = crm.as(crm.asSystem().get(User.TYPE, ClientDatabase.USER));
        account = seller.get(Account.TYPE, ClientDatabase.ACCOUNT);
        check(view(), viewByHand());
    }

    private static Role role() {
        return Role.named("seller")
                .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Contact.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(User.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Call.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Channel.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(BusinessCustomer.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Lead.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Opportunity.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW);
    }

    private static void check(WholeAccount view, AccountViewByHand.Read read) {
        List<UUID> activities = view.activities().records().stream()
                .map(entry -> entry.activity().id())
                .toList();
        long shown = view.sections().records().stream()
                .mapToLong(section -> section.customers().records().size())
                .sum();
        long pointing = view.sections().records().stream()
                .flatMap(section -> section.customers().records().stream())
                .flatMap(customer -> customer.records().stream())
                .mapToLong(WholeAccount.Pointed::count)
                .sum();
        long pointingByHand = read.pointing().stream()
                .mapToLong(row -> Long.parseLong(String.valueOf(row.get(2))))
                .sum();
        boolean same = view.activities().total() == read.activityCount()
                && activities.equals(
                        read.activities().stream().map(row -> row.get(0)).toList())
                && view.general().contacts().total() == read.contactCount()
                && view.opportunities().records().size() == read.opportunities().size()
                && view.sections().records().size() == read.channels().size()
                && shown == read.customers().size()
                && pointing == pointingByHand
                && pointing > 0;
        if (!same) {
            throw new IllegalStateException("the view and the SQL by hand find different things: " + view + read);
        }
    }

    @TearDown
    public void close() throws SQLException, IOException {
        connection.close();
        clients.close();
    }

    @Benchmark
    public WholeAccount view() {
        return seller.run(AccountView.of(account));
    }

    @Benchmark
    public AccountViewByHand.Read viewByHand() throws SQLException {
        return byHand.read(ClientDatabase.ACCOUNT);
    }
}
