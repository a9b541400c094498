package org.clientele.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Page;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.clientele.value.Dictionary;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.clientele.view.WholeAccount.OpportunityRow;
import org.jspecify.annotations.Nullable;

/** The newest opportunities of an account, and how many of all are won and lost. */
record Opportunities(Page<OpportunityRow> page, long won, long lost) {

    @SuppressWarnings("unchecked") // an order of all records is one of these
    private static final Sort<Opportunity> NEWEST = (Sort<Opportunity>) (Sort<?>) CrmRecord.CREATED_AT.desc();

    static Opportunities of(Account account, int rows, Records records) {
        Criterion<Opportunity> where = Opportunity.ACCOUNT.is(Ref.to(account));
        List<OpportunityRow> found = Ordered.by(
                        List.of(NEWEST),
                        order -> records.values(
                                Opportunity.TYPE,
                                Query.<Opportunity>of(where).orderedBy(order).stretch(0, rows),
                                List.of(
                                        CrmRecord.ID,
                                        Opportunity.NAME,
                                        Opportunity.STATUS,
                                        Opportunity.CLOSE_DATE,
                                        Opportunity.BUDGET,
                                        Opportunity.CLOSE_REVENUE,
                                        Opportunity.CUSTOMER)))
                .map(row -> row(row, records.schema().dictionary(Opportunity.STATUS)))
                .toList();
        List<Group> counts = records.aggregate(
                Opportunity.TYPE,
                new Aggregation<>(
                        where,
                        List.of(),
                        List.of(
                                new Measure.Count<>(Criterion.always()),
                                new Measure.Count<>(Opportunity.STATUS.is(OpportunityStatus.WON)),
                                new Measure.Count<>(Opportunity.STATUS.is(OpportunityStatus.LOST)))));
        return new Opportunities(new Page<>(found, 1, rows, count(counts, 0)), count(counts, 1), count(counts, 2));
    }

    private static long count(List<Group> counts, int measure) {
        return counts.isEmpty() ? 0 : (Long) counts.get(0).values().get(measure);
    }

    @SuppressWarnings("unchecked") // what the customer of an opportunity is
    private static OpportunityRow row(List<@Nullable Object> row, Dictionary<OpportunityStatus> statuses) {
        OpportunityStatus status = (OpportunityStatus) row.get(2);
        return new OpportunityRow(
                new Ref<>((UUID) Objects.requireNonNull(row.get(0))),
                (String) row.get(1),
                status == null ? null : statuses.get(status.id()),
                (LocalDate) row.get(3),
                (Money) row.get(4),
                (Money) row.get(5),
                (Ref<Customer>) row.get(6));
    }
}
