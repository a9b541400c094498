package org.clientele.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.TextFold;
import org.clientele.model.CrmRecord;
import org.clientele.report.Report;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
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
        WON(0),
        /** Opportunities that were lost. */
        LOST(1),
        /** Opportunities that are neither won nor lost. */
        PENDING(2),
        /** All opportunities. */
        TOTAL(3);

        private final int place;

        Kind(int place) {
            this.place = place;
        }

        private Criterion<Opportunity> where() {
            return switch (this) {
                case WON -> Opportunity.STATUS.is(OpportunityStatus.WON);
                case LOST -> Opportunity.STATUS.is(OpportunityStatus.LOST);
                case PENDING ->
                    Opportunity.STATUS
                            .in(OpportunityStatus.WON, OpportunityStatus.LOST)
                            .negate();
                case TOTAL -> Criterion.always();
            };
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

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int REVENUE = KINDS.size();

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
     * @param where which opportunities took part
     */
    public record Result(
            List<Row> rows, Row withoutAccount, Row undisclosed, Row totals, Criterion<? super Opportunity> where) {

        public Result {
            rows = List.copyOf(rows);
        }

        /** The condition that selects exactly the opportunities that an account's cell counts. */
        public Criterion<Opportunity> records(Row row, Kind kind) {
            Criterion<Opportunity> kinds = all(kind.where(), where);
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
        Map<UUID, Group> byAccount = new HashMap<>();
        Sum without = new Sum();
        Sum totals = new Sum();
        for (Group group : records.aggregate(Opportunity.TYPE, countsByAccount())) {
            totals.add(group);
            if (group.key().get(0) instanceof Ref<?> account) {
                byAccount.put(account.id(), group);
            } else {
                without.add(group);
            }
        }
        List<Row> rows = new ArrayList<>();
        for (Named account : accounts(records)) {
            Group group = byAccount.remove(account.ref().id());
            if (group != null || !onlyWithOpportunities) {
                rows.add(row(account, group));
            }
        }
        Sum hidden = new Sum();
        byAccount.values().forEach(hidden::add);
        return new Result(
                rows, without.row(Scope.WITHOUT_ACCOUNT), hidden.row(Scope.UNDISCLOSED), totals.row(Scope.ALL), where);
    }

    /** A count for each kind, and the revenue after them. */
    private Aggregation<Opportunity> countsByAccount() {
        List<Measure<Opportunity>> measures = new ArrayList<>();
        for (Kind kind : KINDS) {
            measures.add(new Measure.Count<>(kind.where()));
        }
        measures.add(new Measure.SumMoney<>(Opportunity.CLOSE_REVENUE, Kind.WON.where()));
        return new Aggregation<>(where, List.of(Opportunity.ACCOUNT), measures);
    }

    /** An account as the report knows it. */
    private record Named(Ref<Account> ref, String name, String folded) {

        static Named of(List<@Nullable Object> values) {
            UUID id = (UUID) Objects.requireNonNull(values.get(0));
            String name = values.get(1) instanceof String shown ? shown : id.toString();
            return new Named(new Ref<>(id), name, TextFold.fold(name));
        }
    }

    /** The accounts that the viewer may see, in the order of their names. */
    private static List<Named> accounts(Records records) {
        return records.values(Account.TYPE, Query.all(), List.of(CrmRecord.ID, Account.NAME))
                .map(Named::of)
                .sorted(Comparator.comparing(Named::folded))
                .toList();
    }

    private static Row row(Named account, @Nullable Group group) {
        return new Row(
                Scope.ACCOUNT,
                account.ref(),
                account.name(),
                count(group, Kind.WON),
                count(group, Kind.LOST),
                count(group, Kind.PENDING),
                count(group, Kind.TOTAL),
                revenue(group));
    }

    private static long count(@Nullable Group group, Kind kind) {
        return group == null ? 0 : (Long) group.values().get(kind.place);
    }

    @SuppressWarnings("unchecked") // what a sum of money comes to
    private static Map<String, BigDecimal> revenue(@Nullable Group group) {
        return group == null
                ? Map.of()
                : (Map<String, BigDecimal>) group.values().get(REVENUE);
    }

    /** Adds up groups to a line that stands for no single account. */
    private static final class Sum {

        private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        private final Map<String, BigDecimal> revenue = new TreeMap<>();

        void add(Group group) {
            for (Kind kind : KINDS) {
                counts.merge(kind, count(group, kind), Long::sum);
            }
            revenue(group).forEach((currency, amount) -> revenue.merge(currency, amount, BigDecimal::add));
        }

        Row row(Scope scope) {
            return new Row(
                    scope,
                    null,
                    scope.label,
                    counted(Kind.WON),
                    counted(Kind.LOST),
                    counted(Kind.PENDING),
                    counted(Kind.TOTAL),
                    revenue);
        }

        private long counted(Kind kind) {
            return counts.getOrDefault(kind, 0L);
        }
    }
}
