package org.clientele.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.report.Report;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * How the lifetime value of an account came about, in the base currency: of the account as it is now, so that a customer
 * brings its history along from another account, and the history in a channel that is not active is left out until it is
 * again. Takes time and memory in proportion to the number of changes. Immutable and thread-safe; one statement.
 *
 * <pre>{@code
 * SortedMap<YearMonth, BigDecimal> months = sales.run(LifetimeHistory.of(acuserv)).monthEnds(ZoneOffset.UTC);
 * }</pre>
 */
public final class LifetimeHistory implements Report<LifetimeHistory.Result> {

    @SuppressWarnings("unchecked") // an order of all records is one of these
    private static final Sort<LifetimeChange> IN_TIME = (Sort<LifetimeChange>) (Sort<?>) CrmRecord.CREATED_AT.asc();

    private final UUID account;

    private LifetimeHistory(UUID account) {
        this.account = account;
    }

    /** The history of a stored account. */
    public static LifetimeHistory of(Account account) {
        return new LifetimeHistory(account.getId());
    }

    /**
     * One change.
     *
     * @param total the value after it
     */
    public record Step(Instant at, BigDecimal change, BigDecimal total) {}

    /**
     * The history.
     *
     * @param steps from the first change on
     */
    public record Result(List<Step> steps) {

        public Result {
            steps = List.copyOf(steps);
        }

        /** The value at the end of each month in which it changed, as months are in that zone. */
        public SortedMap<YearMonth, BigDecimal> monthEnds(ZoneId zone) {
            SortedMap<YearMonth, BigDecimal> ends = new TreeMap<>();
            steps.forEach(step -> ends.put(YearMonth.from(step.at().atZone(zone)), step.total()));
            return ends;
        }

        /** The value after the last change; 0 when there was none. */
        public BigDecimal total() {
            return steps.isEmpty() ? Zero.VALUE : steps.get(steps.size() - 1).total();
        }
    }

    @Override
    public Result run(Records records) {
        Ref<Account> own = new Ref<>(account);
        Criterion<Customer> counted = Customer.ACCOUNT.is(own).and(Customer.CHANNEL.matches(Channel.ACTIVE.isTrue()));
        Query<LifetimeChange> query = Query.<LifetimeChange>of(
                        LifetimeChange.ACCOUNT.is(own).or(LifetimeChange.CUSTOMER.matches(counted)))
                .orderedBy(List.of(IN_TIME));
        List<Step> steps = new ArrayList<>();
        BigDecimal total = Zero.VALUE;
        try (Stream<List<@Nullable Object>> rows =
                records.values(LifetimeChange.TYPE, query, List.of(CrmRecord.CREATED_AT, LifetimeChange.AMOUNT))) {
            for (List<@Nullable Object> row : (Iterable<List<@Nullable Object>>) rows::iterator) {
                if (row.get(1) instanceof BigDecimal change) {
                    total = total.add(change);
                    steps.add(new Step((Instant) Objects.requireNonNull(row.get(0)), change, total));
                }
            }
        }
        return new Result(steps);
    }
}
