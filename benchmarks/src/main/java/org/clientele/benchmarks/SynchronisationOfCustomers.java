package org.clientele.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clientele.Crm;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.csv.CsvImport;
import org.clientele.customer.Customer;
import org.clientele.jpa.JpaStore;
import org.clientele.magento.WebCustomer;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sync.Connector;
import org.clientele.sync.RemotePage;
import org.clientele.sync.RemoteRecord;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * New customers of a web shop in PostgreSQL, of whom each two are one person and share an account: synchronised, and imported
 * from a CSV file that says the same. In turns, in one process; milliseconds.
 */
final class SynchronisationOfCustomers {

    private static final int USUAL = 100_000;
    private static final int ROUNDS = 2;
    private static final int PAGE = 500;

    /** A plan that was made while the tables were small would be kept while they grow: docs/jpa.md. */
    private static final String SETTING = "alter database postgres set plan_cache_mode = 'force_custom_plan'";

    private final int customers;
    private final FilledDatabase filled;
    private final Crm crm;
    private final User olga;
    private final Channel channel;

    private SynchronisationOfCustomers(int customers, FilledDatabase filled) {
        this.customers = customers;
        this.filled = filled;
        crm = Crm.open(
                JpaStore.managing(filled.factory()),
                config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        olga = crm.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
        channel = crm.as(olga).save(new Channel("Shop", ChannelType.MAGENTO));
    }

    /**
     * Measures.
     *
     * @param arguments how many customers; 100,000 without
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        int customers = arguments.length == 0 ? USUAL : Integer.parseInt(arguments[0]);
        try (FilledDatabase filled = new FilledDatabase("postgresql", SETTING, Map.of())) {
            SynchronisationOfCustomers both = new SynchronisationOfCustomers(customers, filled);
            Path file = both.file();
            for (int round = 0; round < ROUNDS; round++) {
                long imported = both.measure(() -> both.importFrom(file));
                long synchronised = both.measure(both::synchronise);
                long again = both.time(both::synchronise);
                System.out.printf(
                        "%d customers: import %d ms, synchronisation %d ms, of its speed %.2f; the same again %d ms%n",
                        customers, imported, synchronised, (double) imported / synchronised, again);
            }
            Files.delete(file);
        }
    }

    private long measure(Runnable work) throws SQLException {
        empty();
        long taken = time(work);
        long there = crm.asSystem().select(WebCustomer.TYPE).count();
        long accounts = crm.asSystem().select(Account.TYPE).count();
        if (there != customers || accounts != customers / 2) {
            throw new IllegalStateException(there + " customers with " + accounts + " accounts");
        }
        return taken;
    }

    private long time(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        long taken = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        System.out.println(taken + " ms");
        return taken;
    }

    private void empty() throws SQLException {
        try (Connection connection = filled.connect();
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "web_customer",
                    "customer",
                    "account",
                    "lifetime_change",
                    "journal_entry",
                    "sync_link",
                    "sync_position",
                    "unique_value")) {
                statement.execute("delete from crm_" + table);
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
    }

    private static String firstName(int number) {
        return "Ada" + number / 2 % 1_000;
    }

    private static String lastName(int number) {
        return "Lovelace" + number / 2;
    }

    private static String email(int number) {
        return "ada" + number / 2 + "@acme.example";
    }

    private static String website(int number) {
        return number % 2 == 0 ? "main" : "outlet";
    }

    private Path file() throws IOException {
        Path file = Files.createTempFile("customers", ".csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("id,first,last,email,site\n");
            for (int number = 0; number < customers; number++) {
                writer.write(number + "," + firstName(number) + "," + lastName(number) + "," + email(number) + ","
                        + website(number) + "\n");
            }
        }
        return file;
    }

    private void importFrom(Path file) {
        CsvImport.into(
                        crm.as(olga),
                        WebCustomer.TYPE,
                        layout -> layout.column("id", WebCustomer.ORIGIN_ID)
                                .column("first", WebCustomer.FIRST_NAME)
                                .column("last", WebCustomer.LAST_NAME)
                                .column("email", WebCustomer.EMAIL)
                                .column("site", WebCustomer.WEBSITE)
                                .constant(Customer.CHANNEL, Ref.to(channel))
                                .matchOn(WebCustomer.ORIGIN_ID, Customer.CHANNEL))
                .run(file);
    }

    private void synchronise() {
        org.clientele.sync.Connection shop = org.clientele.sync.Connection.named(
                "shop",
                connection -> connection.connector(
                        "customers",
                        WebCustomer.TYPE,
                        new Customers(customers),
                        layout -> layout.properties(
                                        WebCustomer.ORIGIN_ID,
                                        WebCustomer.FIRST_NAME,
                                        WebCustomer.LAST_NAME,
                                        WebCustomer.EMAIL,
                                        WebCustomer.WEBSITE)
                                .matchOn(WebCustomer.ORIGIN_ID, Customer.CHANNEL)
                                .creating(customer -> {
                                    customer.setChannel(Ref.to(channel));
                                    customer.setOwner(Ref.to(olga));
                                    customer.setOrganization(olga.getOrganization());
                                })));
        if (!crm.asSystem().synchronisation(shop).run().isCompleted()) {
            throw new IllegalStateException("the synchronisation did not complete");
        }
    }

    /** Tells of all customers, whatever the mark, when it is asked from the beginning of a run. */
    private record Customers(int customers) implements Connector<WebCustomer> {

        @Override
        public RemotePage<WebCustomer> changes(@Nullable String mark) {
            int from = mark == null ? 0 : Integer.parseInt(mark) % customers;
            int to = Math.min(customers, from + PAGE);
            List<RemoteRecord<WebCustomer>> records = new ArrayList<>(to - from);
            for (int number = from; number < to; number++) {
                int id = number;
                records.add(RemoteRecord.of(
                        String.valueOf(id),
                        values -> values.set(WebCustomer.ORIGIN_ID, String.valueOf(id))
                                .set(WebCustomer.FIRST_NAME, firstName(id))
                                .set(WebCustomer.LAST_NAME, lastName(id))
                                .set(WebCustomer.EMAIL, email(id))
                                .set(WebCustomer.WEBSITE, website(id))));
            }
            return new RemotePage<>(records, String.valueOf(to), to < customers);
        }
    }
}
