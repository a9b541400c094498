package org.clientele.benchmarks;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.clientele.Session;
import org.clientele.jpa.JpaStore;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.sales.Opportunity;
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
 * Accounts by opportunities over a database, beside SQL written by hand: {@code grouped} lets the database count and sum by
 * account, {@code streamed} reads the columns and counts here; both read the accounts with their names besides, as the report
 * shows them. {@code entities} only loads the opportunities as Hibernate does. Before anything is measured the results must be
 * equal.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
public class ReportInDatabase {

    private static final String FILL = """
            insert into crm_account (id, version, name) select @{4,n}, 0, 'Account ' || n from #{1,accounts};
            insert into crm_opportunity (id, version, name, status, account_id, close_revenue_amount, close_revenue_currency)
                select @{9,n}, 0, 'Deal ' || n,
                    case mod(n * 7 + n / MANY, 10) when 0 then 'won' when 1 then 'won' when 2 then 'won' when 3 then 'lost'
                        when 4 then 'lost' when 5 then 'lost' else 'in_progress' end,
                    case when mod(n, 50) = 0 then null else @{4,1 + mod(n, MANY)} end,
                    case when mod(n * 7 + n / MANY, 10) < 3 then mod(n, 100000) end,
                    case when mod(n * 7 + n / MANY, 10) < 3 then case when mod(n, 5) = 0 then 'EUR' else 'USD' end end
                from #{1,opportunities}
            """;

    @Param({"h2", "postgresql"})
    public String database = "h2";

    @Param("1000000")
    public int opportunities;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private FilledDatabase filled;

    @SuppressWarnings("NullAway.Init")
    private Session analyst;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    /** What one account has come to. */
    static final class Line {

        final String name;
        long won;
        long lost;
        long pending;
        final Map<String, BigDecimal> revenue = new HashMap<>(2);

        Line(String name) {
            this.name = name;
        }

        void add(String status, long deals, String currency, BigDecimal amount) {
            switch (status) {
                case "won" -> {
                    won += deals;
                    if (currency != null) {
                        revenue.merge(currency, amount, BigDecimal::add);
                    }
                }
                case "lost" -> lost += deals;
                default -> pending += deals;
            }
        }

        boolean sameAs(AccountsByOpportunities.Row row) {
            return row.name().equals(name)
                    && row.won() == won
                    && row.lost() == lost
                    && row.pending() == pending
                    && plain(row.wonRevenue()).equals(plain(revenue));
        }

        private static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
            Map<String, BigDecimal> plain = new HashMap<>();
            sums.forEach((currency, sum) -> plain.put(currency, sum.stripTrailingZeros()));
            return plain;
        }
    }

    /** IllegalStateException unless all ways come to the same. */
    @Setup
    public void prepare() throws SQLException, IOException {
        int accounts = Math.max(1, opportunities / 10);
        filled = new FilledDatabase(
                database,
                FILL.replace("MANY", String.valueOf(accounts)),
                Map.of("opportunities", opportunities, "accounts", accounts));
        analyst = Administrator.of(JpaStore.managing(filled.factory()));
        connection = filled.connect();
        if (database.equals("h2")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set optimize_reuse_results 0");
            }
        }
        Map<UUID, Line> grouped = grouped();
        Map<UUID, Line> streamed = streamed();
        for (AccountsByOpportunities.Row row : report().rows()) {
            UUID account = Objects.requireNonNull(row.account()).id();
            if (!line(grouped, account).sameAs(row) || !line(streamed, account).sameAs(row)) {
                throw new IllegalStateException("the report and SQL by hand differ for " + row);
            }
        }
    }

    @TearDown
    public void close() throws SQLException, IOException {
        connection.close();
        filled.close();
    }

    @Benchmark
    public AccountsByOpportunities.Result report() {
        return analyst.run(AccountsByOpportunities.report());
    }

    @Benchmark
    public Map<UUID, Line> grouped() throws SQLException {
        return lines("""
                select account_id, status, count(*), close_revenue_currency, sum(close_revenue_amount)
                from crm_opportunity group by account_id, status, close_revenue_currency
                """);
    }

    @Benchmark
    public Map<UUID, Line> streamed() throws SQLException {
        return lines("select account_id, status, 1, close_revenue_currency, close_revenue_amount from crm_opportunity");
    }

    private Map<UUID, Line> lines(String sql) throws SQLException {
        Map<UUID, Line> lines = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet names = statement.executeQuery("select id, name from crm_account")) {
                while (names.next()) {
                    lines.put(names.getObject(1, UUID.class), new Line(names.getString(2)));
                }
            }
            Line others = new Line("without account");
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    UUID account = rows.getObject(1, UUID.class);
                    (account == null ? others : line(lines, account))
                            .add(rows.getString(2), rows.getLong(3), rows.getString(4), rows.getBigDecimal(5));
                }
            }
        }
        connection.commit();
        return lines;
    }

    private static Line line(Map<UUID, Line> lines, UUID account) {
        return Objects.requireNonNull(lines.get(account));
    }

    @Benchmark
    public long entities() {
        try (EntityManager manager = filled.factory().createEntityManager()) {
            return manager.createQuery("select o from CrmOpportunity o", Opportunity.class)
                    .getResultStream()
                    .peek(manager::detach)
                    .count();
        }
    }
}
