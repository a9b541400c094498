package org.clientele.website;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.channel.Channel;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.magento.WebCustomer;
import org.clientele.model.CrmRecord;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what tracked websites tell (OroCRM documentation, Tracking websites): events become parts of visits, and a visit
 * whose user identifier says {@code id=...} is that of the web customer whom the shop of the website knows by it. Once somebody
 * is known, earlier visits of the same visitor to the same website that had no name are theirs as well. Thread-safe if the
 * session is; it asks as many questions for a thousand events as for one.
 *
 * <pre>{@code
 * new WebsiteIntake(sync).take(events);
 * new WebsiteIntake(sync).identify(website);   // after customers were imported
 * }</pre>
 */
public final class WebsiteIntake {

    private static final int AT_A_TIME = 500;

    private final Transactions session;

    /** An intake in the name of a session's actor. */
    public WebsiteIntake(Transactions session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** What makes a visit. */
    private record Key(UUID website, String visitor, String user) {}

    /**
     * Takes in events, in one change set. One that has an identity and was taken before, on the same website, is passed over.
     *
     * @throws org.clientele.store.DuplicateRecordException when somebody else takes in one of them at the same time; take them again
     * @throws IllegalArgumentException when one names a website that is not there or that the actor may not see
     */
    public void take(Collection<Told> events) {
        if (!events.isEmpty()) {
            session.inTransaction("website events", transaction -> {
                take(List.copyOf(events), transaction);
                return events.size();
            });
        }
    }

    /**
     * Looks once more for the customers of visits that say whose they are and whose customer was not there yet; for after customers
     * were imported. Earlier visits without a name become theirs as well. It goes through these visits some hundred at a time, each
     * time in a change set of its own.
     *
     * @return how many visits were given to a customer
     */
    public long identify(TrackedWebsite website) {
        long identified = 0;
        Step step = new Step(null, 0);
        do {
            UUID last = step.last();
            step = session.inTransaction("website visitors", transaction -> identify(website, last, transaction));
            identified += step.identified();
        } while (step.last() != null);
        return identified;
    }

    /** The visit that was looked at last; null when there was none. */
    private record Step(@Nullable UUID last, long identified) {}

    private static Step identify(TrackedWebsite website, @Nullable UUID after, Transaction transaction) {
        Criterion<WebsiteVisit> unknown = WebsiteVisit.WEBSITE
                .is(website)
                .and(WebsiteVisit.CUSTOMER.isBlank())
                .and(WebsiteVisit.USER_IDENTIFIER.isNot(WebsiteVisit.GUEST));
        List<WebsiteVisit> some = visits(
                after == null
                        ? unknown
                        : unknown.and(new Criterion.Ordered<>(CrmRecord.ID, Criterion.Operator.GREATER, after)),
                transaction);
        Known known = new Known(List.of(website), some, transaction);
        Set<String> visitors = some.stream()
                .filter(visit -> known.customer(visit).isPresent())
                .map(WebsiteVisit::getVisitor)
                .collect(toSet());
        List<WebsiteVisit> all = new ArrayList<>(some);
        if (!visitors.isEmpty()) {
            all.addAll(visits(
                    WebsiteVisit.WEBSITE
                            .is(website)
                            .and(WebsiteVisit.CUSTOMER.isBlank())
                            .and(WebsiteVisit.USER_IDENTIFIER.is(WebsiteVisit.GUEST))
                            .and(new Criterion.OneOf<>(WebsiteVisit.VISITOR, visitors)),
                    transaction));
        }
        assign(all, known);
        List<WebsiteVisit> theirs =
                all.stream().filter(visit -> visit.getCustomer() != null).toList();
        write(theirs, List.of(), List.of(), transaction);
        return new Step(some.isEmpty() ? null : some.get(some.size() - 1).getId(), theirs.size());
    }

    /** The first by identity. */
    private static List<WebsiteVisit> visits(Criterion<WebsiteVisit> where, Transaction transaction) {
        return transaction
                .select(WebsiteVisit.TYPE, Query.<WebsiteVisit>of(where).stretch(0, AT_A_TIME))
                .toList();
    }

    private static void take(List<Told> arriving, Transaction transaction) {
        Map<String, TrackedWebsite> websites = websites(arriving, transaction);
        List<Told> events = fresh(arriving, websites, transaction);
        Map<UUID, WebsiteVisit> before = visits(events, websites.values(), transaction);
        Map<Key, WebsiteVisit> visits = new HashMap<>();
        before.values().forEach(visit -> visits.put(key(visit), visit));
        List<WebsiteVisit> made = new ArrayList<>();
        List<WebsiteEvent> parts = new ArrayList<>();
        for (Told told : events) {
            TrackedWebsite website = Objects.requireNonNull(websites.get(told.website()));
            WebsiteVisit visit =
                    visits.computeIfAbsent(new Key(website.getId(), told.visitor(), told.userIdentifier()), key -> {
                        WebsiteVisit first = new WebsiteVisit(website, key.visitor(), key.user(), told.at());
                        made.add(first);
                        return first;
                    });
            if (told.at().isBefore(firstAt(visit))) {
                visit.setFirstAt(told.at());
            }
            parts.add(new WebsiteEvent(visit, told, told.origin(website)));
        }
        List<WebsiteVisit> all = new ArrayList<>(before.values());
        all.addAll(made);
        assign(all, new Known(websites.values(), all, transaction));
        write(before.values(), made, parts, transaction);
    }

    /** Without those that were taken already, and each of the others once. */
    private static List<Told> fresh(List<Told> events, Map<String, TrackedWebsite> websites, Transaction transaction) {
        Set<UUID> origins = new HashSet<>();
        events.forEach(told -> origin(told, websites).ifPresent(origins::add));
        if (origins.isEmpty()) {
            return events;
        }
        transaction
                .values(
                        WebsiteEvent.TYPE,
                        Query.<WebsiteEvent>of(WebsiteEvent.ORIGIN.in(Set.copyOf(origins))),
                        List.of(WebsiteEvent.ORIGIN))
                .forEach(row -> origins.remove((UUID) Objects.requireNonNull(row.get(0))));
        return events.stream()
                .filter(told -> origin(told, websites).map(origins::remove).orElse(true))
                .toList();
    }

    private static Optional<UUID> origin(Told told, Map<String, TrackedWebsite> websites) {
        return Optional.ofNullable(told.origin(Objects.requireNonNull(websites.get(told.website()))));
    }

    private static Instant firstAt(WebsiteVisit visit) {
        return Objects.requireNonNull(visit.getFirstAt());
    }

    private static Key key(WebsiteVisit visit) {
        return new Key(
                Objects.requireNonNull(visit.getWebsite()).id(),
                Objects.requireNonNull(visit.getVisitor()),
                Objects.requireNonNull(visit.getUserIdentifier()));
    }

    private static Map<String, TrackedWebsite> websites(List<Told> events, Transaction transaction) {
        Set<String> identifiers = new HashSet<>();
        events.forEach(told -> identifiers.add(told.website()));
        Map<String, TrackedWebsite> websites = new LinkedHashMap<>();
        transaction
                .select(
                        TrackedWebsite.TYPE,
                        Query.<TrackedWebsite>of(new Criterion.OneOf<>(TrackedWebsite.IDENTIFIER, identifiers)))
                .forEach(website -> websites.put(String.valueOf(website.getIdentifier()), website));
        identifiers.removeAll(websites.keySet());
        if (!identifiers.isEmpty()) {
            throw new IllegalArgumentException("no tracked website is called " + identifiers
                    + ", as far as may be seen; save one with that identifier first");
        }
        return websites;
    }

    private static Map<UUID, WebsiteVisit> visits(
            List<Told> events, Collection<TrackedWebsite> websites, Transaction transaction) {
        Set<String> visitors = new HashSet<>();
        events.forEach(told -> visitors.add(told.visitor()));
        Map<UUID, WebsiteVisit> visits = new LinkedHashMap<>();
        transaction
                .select(
                        WebsiteVisit.TYPE,
                        Query.<WebsiteVisit>of(new Criterion.OneOf<>(WebsiteVisit.VISITOR, visitors)
                                .and(WebsiteVisit.WEBSITE.in(
                                        websites.stream().map(Ref::to).toList()))))
                .forEach(visit -> visits.put(visit.getId(), visit));
        return visits;
    }

    /** Saves what was made, what was widened, and whose it is. */
    private static void write(
            Collection<WebsiteVisit> before,
            List<WebsiteVisit> made,
            List<WebsiteEvent> parts,
            Transaction transaction) {
        List<Write<?>> writes = new ArrayList<>();
        before.forEach(visit -> writes.add(new Write.Update<>(WebsiteVisit.TYPE, visit, visit)));
        made.forEach(visit -> writes.add(new Write.Insert<>(WebsiteVisit.TYPE, visit)));
        parts.forEach(event -> writes.add(new Write.Insert<>(WebsiteEvent.TYPE, event)));
        transaction.write(writes);
    }

    private static void assign(List<WebsiteVisit> visits, Known known) {
        for (WebsiteVisit visit : visits) {
            known.customer(visit).ifPresent(customer -> {
                visit.setCustomer(customer);
                visits.stream()
                        .filter(earlier -> earlier.isAnonymous()
                                && earlier.getCustomer() == null
                                && Objects.equals(earlier.getVisitor(), visit.getVisitor())
                                && Objects.equals(earlier.getWebsite(), visit.getWebsite())
                                && firstAt(earlier).isBefore(firstAt(visit)))
                        .forEach(earlier -> earlier.setCustomer(customer));
            });
        }
    }

    /** The web customers whom visits name. */
    private static final class Known {

        private final Map<UUID, UUID> channels = new HashMap<>();
        private final Map<List<Object>, Ref<WebCustomer>> customers = new HashMap<>();

        Known(Collection<TrackedWebsite> websites, List<WebsiteVisit> visits, Transaction transaction) {
            websites.forEach(website -> {
                Ref<Channel> channel = website.getChannel();
                if (channel != null) {
                    channels.put(website.getId(), channel.id());
                }
            });
            Set<String> origins = new HashSet<>();
            visits.forEach(visit -> Told.originId(visit.getUserIdentifier()).ifPresent(origins::add));
            if (!origins.isEmpty() && !channels.isEmpty()) {
                find(origins, transaction);
            }
        }

        private void find(Set<String> origins, Transaction transaction) {
            Criterion<WebCustomer> named = new Criterion.OneOf<>(WebCustomer.ORIGIN_ID, origins);
            transaction
                    .values(
                            WebCustomer.TYPE,
                            Query.<WebCustomer>of(named.and(WebCustomer.CHANNEL.in(channels.values().stream()
                                    .<Ref<Channel>>map(Ref::new)
                                    .toList()))),
                            List.of(CrmRecord.ID, WebCustomer.CHANNEL, WebCustomer.ORIGIN_ID))
                    .forEach(row -> customers.put(
                            List.of(
                                    ((Ref<?>) Objects.requireNonNull(row.get(1))).id(),
                                    Objects.requireNonNull(row.get(2))),
                            new Ref<>((UUID) Objects.requireNonNull(row.get(0)))));
        }

        Optional<Ref<WebCustomer>> customer(WebsiteVisit visit) {
            UUID channel =
                    channels.get(Objects.requireNonNull(visit.getWebsite()).id());
            return channel == null
                    ? Optional.empty()
                    : Told.originId(visit.getUserIdentifier())
                            .map(origin -> customers.get(List.<Object>of(channel, origin)));
        }
    }
}
