package org.clientele.website;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.clientele.channel.Channel;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.magento.Cart;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.report.Report;
import org.clientele.store.Records;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Which order, cart or customer each of some events is about, as far as the viewer may see it (OroCRM documentation, Website
 * events). It follows from what the event says and from what is stored now, so an order that was imported later is found as well:
 *
 * <ul>
 *   <li>"order placed": the order with that increment id in the channel of the website;
 *   <li>"order successfully placed", "user entered checkout": the order or the cart of the visit's customer with that subtotal, of
 *       several the one that was saved last; the reference takes anybody's;
 *   <li>"user logged in", "user logged out": the visit's customer.
 * </ul>
 *
 * A few statements for up to some hundred events. Immutable and thread-safe.
 */
public final class EventSubjects implements Report<Map<UUID, CrmRecord>> {

    private static final Set<String> OF_CUSTOMERS = Set.of(WebsiteEvent.LOGIN, WebsiteEvent.LOGOUT);

    /** What ISO 4217 calls none: the event says an amount alone. */
    private static final String NO_CURRENCY = "XXX";

    private final List<WebsiteEvent> events;

    private EventSubjects(List<WebsiteEvent> events) {
        this.events = events;
    }

    /** Of these events, as they are stored. */
    public static EventSubjects of(Collection<WebsiteEvent> events) {
        return new EventSubjects(List.copyOf(events));
    }

    /** An event and where it happened. */
    private record Asked(
            WebsiteEvent event,
            @Nullable Ref<WebCustomer> customer,
            @Nullable Ref<Channel> channel) {

        String value() {
            return String.valueOf(event.getValue());
        }

        /** Empty where the value is no number, or one that no money can be. */
        Optional<BigDecimal> amount() {
            try {
                return Money.find(new BigDecimal(value().strip()), NO_CURRENCY).map(Money::amount);
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        }
    }

    /** By the identities of events, the record that each is about; those about nothing known are left out. */
    @Override
    public Map<UUID, CrmRecord> run(Records records) {
        List<Asked> asked = asked(records);
        Map<UUID, CrmRecord> subjects = new LinkedHashMap<>();
        customers(named(asked, OF_CUSTOMERS), records, subjects);
        ordersByNumber(named(asked, Set.of(WebsiteEvent.ORDER_PLACED)), records, subjects);
        bySubtotal(
                named(asked, Set.of(WebsiteEvent.ORDER_SUCCEEDED)),
                new Priced<>(WebOrder.TYPE, WebOrder.CUSTOMER, WebOrder.SUBTOTAL),
                records,
                subjects);
        bySubtotal(
                named(asked, Set.of(WebsiteEvent.CHECKOUT)),
                new Priced<>(Cart.TYPE, Cart.CUSTOMER, Cart.SUB_TOTAL),
                records,
                subjects);
        return subjects;
    }

    private List<Asked> asked(Records records) {
        Map<UUID, WebsiteVisit> visits = byId(records, WebsiteVisit.TYPE, events, WebsiteEvent::getVisit);
        Map<UUID, TrackedWebsite> websites =
                byId(records, TrackedWebsite.TYPE, visits.values(), WebsiteVisit::getWebsite);
        List<Asked> asked = new ArrayList<>();
        for (WebsiteEvent event : events) {
            WebsiteVisit visit = visits.get(id(event.getVisit()));
            if (visit != null) {
                TrackedWebsite website = websites.get(id(visit.getWebsite()));
                asked.add(new Asked(event, visit.getCustomer(), website == null ? null : website.getChannel()));
            }
        }
        return asked;
    }

    private static <H, R extends CrmRecord> Map<UUID, R> byId(
            Records records, EntityType<R> type, Collection<H> holders, Function<H, @Nullable Ref<R>> reference) {
        Set<UUID> ids = holders.stream()
                .map(reference)
                .filter(Objects::nonNull)
                .map(Ref::id)
                .collect(toSet());
        return records.findAll(type, ids).stream().collect(toMap(CrmRecord::getId, record -> record));
    }

    private static UUID id(@Nullable Ref<?> ref) {
        return Objects.requireNonNull(ref).id();
    }

    private static List<Asked> named(List<Asked> asked, Set<String> names) {
        return asked.stream()
                .filter(one -> names.contains(String.valueOf(one.event().getName())))
                .toList();
    }

    private static void customers(List<Asked> asked, Records records, Map<UUID, CrmRecord> subjects) {
        Map<UUID, WebCustomer> customers = byId(records, WebCustomer.TYPE, asked, Asked::customer);
        asked.forEach(one -> {
            if (one.customer() != null && customers.containsKey(one.customer().id())) {
                subjects.put(one.event().getId(), customers.get(one.customer().id()));
            }
        });
    }

    private static void ordersByNumber(List<Asked> asked, Records records, Map<UUID, CrmRecord> subjects) {
        Set<String> numbers = asked.stream().map(Asked::value).collect(toSet());
        if (!numbers.isEmpty()) {
            match(
                    asked,
                    select(records, WebOrder.TYPE, new Criterion.OneOf<>(WebOrder.INCREMENT_ID, numbers)),
                    (one, order) -> one.value().equals(order.getIncrementId())
                            && one.channel() != null
                            && one.channel().equals(order.getChannel()),
                    subjects);
        }
    }

    private static <R extends CrmRecord> List<R> select(Records records, EntityType<R> type, Criterion<R> where) {
        return records.select(type, Query.<R>of(where)).toList();
    }

    /** Records of customers that have a subtotal. */
    private record Priced<R extends CrmRecord>(
            EntityType<R> type, ReferenceProperty<R, WebCustomer> customer, MoneyProperty<R> subtotal) {

        boolean isAbout(Asked one, R record) {
            Money price = subtotal.get(record);
            return price != null
                    && Objects.equals(one.customer(), customer.get(record))
                    && one.amount()
                            .filter(amount -> amount.compareTo(price.amount()) == 0)
                            .isPresent();
        }
    }

    private static <R extends CrmRecord> void bySubtotal(
            List<Asked> asked, Priced<R> priced, Records records, Map<UUID, CrmRecord> subjects) {
        List<Criterion<? super R>> amounts = new ArrayList<>();
        List<Ref<WebCustomer>> customers = new ArrayList<>();
        Attribute<R, BigDecimal> subtotal = priced.subtotal().amount();
        for (Asked one : asked) {
            if (one.customer() != null && one.amount().isPresent()) {
                customers.add(one.customer());
                amounts.add(new Criterion.Ordered<>(
                        subtotal, Criterion.Operator.EQUAL, one.amount().get()));
            }
        }
        if (!amounts.isEmpty()) {
            Criterion<R> where = priced.customer().in(customers).and(new Criterion.Any<R>(amounts));
            match(asked, select(records, priced.type(), where), priced::isAbout, subjects);
        }
    }

    /** The last that fits, in the order in which they were saved first. */
    private static <R extends CrmRecord> void match(
            List<Asked> asked, List<R> found, BiPredicate<Asked, R> isAbout, Map<UUID, CrmRecord> subjects) {
        for (Asked one : asked) {
            for (R record : found) {
                if (isAbout.test(one, record)) {
                    subjects.put(one.event().getId(), record);
                }
            }
        }
    }
}
