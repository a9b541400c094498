package org.clientele.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
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

/**
 * The report "accounts life time": what each account that the viewer may see has come to, in the base currency, 0 where it is
 * nothing (OroCRM documentation, Reports: accounts life time). Each value is the total that {@link LifetimeValue} tells of the
 * account. Ordered by name, ignoring case. Immutable and thread-safe; two statements.
 *
 * <pre>{@code
 * sales.run(AccountLifetimes.report()).rows();
 * }</pre>
 */
public final class AccountLifetimes implements Report<AccountLifetimes.Result> {

    private static final Criterion<Customer> COUNTS = Customer.CHANNEL.matches(Channel.ACTIVE.isTrue());

    private final Criterion<? super Account> where;

    private AccountLifetimes(Criterion<? super Account> where) {
        this.where = where;
    }

    /** The report over all accounts. */
    public static AccountLifetimes report() {
        return new AccountLifetimes(Criterion.always());
    }

    /** This report over the accounts that meet a condition. */
    public AccountLifetimes where(Criterion<? super Account> condition) {
        return new AccountLifetimes(condition);
    }

    /** One account. */
    public record Row(Ref<Account> account, String name, BigDecimal lifetime) {}

    /** The accounts, and what all of them have come to. */
    public record Result(List<Row> rows, BigDecimal total) {

        public Result {
            rows = List.copyOf(rows);
        }

        /** The customers that a row's value is made of, besides won opportunities of the account as such. */
        public Criterion<Customer> customers(Row row) {
            return COUNTS.and(Customer.ACCOUNT.is(row.account()));
        }
    }

    @Override
    public Result run(Records records) {
        Map<UUID, BigDecimal> sums = new HashMap<>();
        Aggregation<Customer> byAccount = new Aggregation<>(
                Customer.ACCOUNT.isPresent().and(COUNTS),
                List.of(Customer.ACCOUNT),
                List.of(new Measure.Sum<>(Customer.LIFETIME, Criterion.always())));
        for (Group group : records.aggregate(Customer.TYPE, byAccount)) {
            Ref<?> account = (Ref<?>) Objects.requireNonNull(group.key().get(0));
            sums.put(account.id(), (BigDecimal) group.values().get(0));
        }
        List<Row> rows = new ArrayList<>();
        records.values(
                        Account.TYPE,
                        Query.<Account>of(where),
                        List.of(CrmRecord.ID, Account.NAME, Account.DIRECT_LIFETIME))
                .forEach(read -> {
                    UUID id = (UUID) Objects.requireNonNull(read.get(0));
                    String name = read.get(1) instanceof String given ? given : id.toString();
                    BigDecimal direct = read.get(2) instanceof BigDecimal given ? given : BigDecimal.ZERO;
                    BigDecimal lifetime = direct.add(sums.getOrDefault(id, BigDecimal.ZERO));
                    rows.add(new Row(new Ref<>(id), name, Zero.scaled(lifetime)));
                });
        rows.sort(Comparator.comparing(row -> TextFold.fold(row.name())));
        return new Result(rows, rows.stream().map(Row::lifetime).reduce(Zero.VALUE, BigDecimal::add));
    }
}
