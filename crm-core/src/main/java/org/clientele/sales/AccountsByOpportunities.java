package org.clientele.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.TextFold;
import org.clientele.report.Report;
import org.clientele.report.Table;
import org.clientele.report.Tally;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The report "accounts by opportunities": how many opportunities each account has won, lost and pending, and all of them
 * regardless of their account (OroCRM documentation, Accounts: by opportunities). Pending is what is neither won nor lost.
 *
 * <p>Accounts without opportunities appear with zeros unless {@link #onlyWithOpportunities()} says otherwise. Rows are
 * ordered by the account's name, ignoring case. Opportunities that have no account stand in a line of their own, and so
 * do those whose account the viewer may not see. Immutable and thread-safe.
 */
public final class AccountsByOpportunities implements Report<AccountsByOpportunities.Result> {

    /** A column of the report. */
    public enum Kind {
        /** Opportunities that were won. */
        WON("won"),
        /** Opportunities that were lost. */
        LOST("lost"),
        /** Opportunities that are neither won nor lost. */
        PENDING("pending"),
        /** All opportunities. */
        TOTAL("total");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /** Which opportunities a line counts. */
    public enum Scope {
        /** Those of one account. */
        ACCOUNT("account"),
        /** Those that have no account. */
        WITHOUT_ACCOUNT("without account"),
        /** Those whose accounts the viewer may not see. */
        UNDISCLOSED("accounts that you may not see"),
        /** All, regardless of their account. */
        ALL("all");

        private final String label;

        Scope(String label) {
            this.label = label;
        }
    }

    private static final String REVENUE = "won revenue";
    private static final Criterion<Opportunity> CLOSED =
            Opportunity.STATUS.in(OpportunityStatus.WON, OpportunityStatus.LOST);

    private final Criterion<? super Opportunity> where;
    private final boolean onlyWithOpportunities;

    private AccountsByOpportunities(Criterion<? super Opportunity> where, boolean onlyWithOpportunities) {
        this.where = where;
        this.onlyWithOpportunities = onlyWithOpportunities;
    }

    /** The report over all opportunities and accounts. */
    public static AccountsByOpportunities report() {
        return new AccountsByOpportunities(Criterion.always(), false);
    }

    /** This report over the opportunities that meet a condition, such as one on their close date. */
    public AccountsByOpportunities where(Criterion<? super Opportunity> condition) {
        return new AccountsByOpportunities(condition, onlyWithOpportunities);
    }

    /** This report without accounts that have no opportunity. */
    public AccountsByOpportunities onlyWithOpportunities() {
        return new AccountsByOpportunities(where, true);
    }

    /**
     * One line of the report.
     *
     * @param scope which opportunities the line counts
     * @param account null for a line that stands for no single account
     * @param name the account's name, or what the line stands for
     * @param wonRevenue the close revenue of what was won, by currency
     */
    public record Row(
            Scope scope,
            @Nullable Ref<Account> account,
            String name,
            long won,
            long lost,
            long pending,
            long total,
            Map<String, BigDecimal> wonRevenue) {}

    /**
     * The report as a viewer sees it.
     *
     * @param rows the accounts
     * @param withoutAccount the opportunities that have no account
     * @param undisclosed the opportunities whose accounts the viewer may not see
     * @param totals all opportunities that the viewer may see, regardless of their account
     */
    public record Result(List<Row> rows, Row withoutAccount, Row undisclosed, Row totals, Table<Opportunity> table) {

        public Result {
            rows = List.copyOf(rows);
        }

        /** The condition that selects exactly the opportunities that an account's cell counts. */
        public Criterion<Opportunity> records(Row row, Kind kind) {
            Criterion<Opportunity> kinds = all(table.column(kind.title).where(), table.where());
            return switch (row.scope()) {
                case ALL -> kinds;
                case WITHOUT_ACCOUNT -> kinds.and(Opportunity.ACCOUNT.isBlank());
                case UNDISCLOSED ->
                    kinds.and(Opportunity.ACCOUNT.isPresent())
                            .and(Opportunity.ACCOUNT.in(disclosed()).negate());
                case ACCOUNT -> kinds.and(Opportunity.ACCOUNT.in(accounts(row)));
            };
        }

        private static List<Ref<Account>> accounts(Row row) {
            Ref<Account> account = row.account();
            return account == null ? List.of() : List.of(account);
        }

        private List<Ref<Account>> disclosed() {
            return rows.stream().flatMap(row -> accounts(row).stream()).toList();
        }

        private static Criterion<Opportunity> all(
                Criterion<? super Opportunity> one, Criterion<? super Opportunity> other) {
            return new Criterion.All<>(List.of(one, other));
        }
    }

    @Override
    public Result run(Records records) {
        Table<Opportunity> table = tally().run(records);
        Map<UUID, Table.Row> byAccount = new HashMap<>();
        Sum without = new Sum();
        for (Table.Row row : table.rows()) {
            if (row.key().get(0) instanceof Ref<?> ref) {
                byAccount.put(ref.id(), row);
            } else {
                without.add(table, row);
            }
        }
        List<Row> rows = new ArrayList<>();
        Query<Account> all = Query.all();
        records.select(Account.TYPE, all).forEach(account -> {
            Table.Row row = byAccount.remove(account.getId());
            if (row != null || !onlyWithOpportunities) {
                rows.add(new Sum()
                        .add(table, row)
                        .row(Scope.ACCOUNT, Ref.to(account), String.valueOf(account.getName())));
            }
        });
        rows.sort(Comparator.comparing((Row row) -> TextFold.fold(row.name())));
        Sum hidden = new Sum();
        byAccount.values().forEach(row -> hidden.add(table, row));
        Sum totals = new Sum();
        table.rows().forEach(row -> totals.add(table, row));
        return new Result(
                rows, without.row(Scope.WITHOUT_ACCOUNT), hidden.row(Scope.UNDISCLOSED), totals.row(Scope.ALL), table);
    }

    private Tally<Opportunity> tally() {
        return Tally.of(
                "Accounts by opportunities",
                Opportunity.TYPE,
                columns -> columns.where(where)
                        .groupBy(Opportunity.ACCOUNT)
                        .count(Kind.WON.title, Opportunity.STATUS.is(OpportunityStatus.WON))
                        .count(Kind.LOST.title, Opportunity.STATUS.is(OpportunityStatus.LOST))
                        .count(Kind.PENDING.title, CLOSED.negate())
                        .count(Kind.TOTAL.title)
                        .sum(REVENUE, Opportunity.CLOSE_REVENUE, Opportunity.STATUS.is(OpportunityStatus.WON)));
    }

    /** Adds up rows of the tally. */
    private static final class Sum {

        private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        private final Map<String, BigDecimal> revenue = new TreeMap<>();

        Sum add(Table<Opportunity> table, Table.@Nullable Row row) {
            if (row != null) {
                for (Kind kind : Kind.values()) {
                    counts.merge(kind, table.count(row, kind.title), Long::sum);
                }
                table.money(row, REVENUE).forEach((currency, sum) -> revenue.merge(currency, sum, BigDecimal::add));
            }
            return this;
        }

        Row row(Scope scope) {
            return row(scope, null, scope.label);
        }

        Row row(Scope scope, @Nullable Ref<Account> account, String name) {
            return new Row(
                    scope,
                    account,
                    name,
                    count(Kind.WON),
                    count(Kind.LOST),
                    count(Kind.PENDING),
                    count(Kind.TOTAL),
                    revenue);
        }

        private long count(Kind kind) {
            return counts.getOrDefault(kind, 0L);
        }
    }
}
