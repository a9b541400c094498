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
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.InvalidRecordException;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what tracked websites tell (OroCRM documentation, Tracking websites): events become parts of visits, and a visit
 * whose user identifier says {@code id=...} is that of the web customer whom the shop of the website knows by it. Once somebody
 * is known, an earlier visit of the same visitor to the same website that had no name is theirs as well; of several, that of the
 * first who gave a name after it began. A visit that has a customer keeps it. Thread-safe if the session is; it asks as many
 * questions for a thousand events as for one.
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
     * Takes in events, in one change set. One that has an identity and was taken before, on the same website, is passed over. Whose
     * the visits of these visitors to these websites are is looked for again, where it is not known; other visits are left alone.
     *
     * @throws DuplicateRecordException when somebody else takes in one of them, or begins a visit of theirs, at the same time; take
     *     all of them again
     * @throws org.clientele.store.StaleRecordException when somebody else changes one of the visits at the same time; take all of
     *     them again
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
        List<WebsiteVisit> some = transaction
                .select(
                        WebsiteVisit.TYPE,
                        Query.<WebsiteVisit>of(
                                        after == null
                                                ? unknown
                                                : unknown.and(new Criterion.Ordered<>(
                                                        CrmRecord.ID, Criterion.Operator.GREATER, after)))
                                .stretch(0, AT_A_TIME))
                .toList();
        KnownCustomers known = new KnownCustomers(List.of(website), some, transaction);
        Set<String> visitors = some.stream()
                .filter(visit -> known.customer(visit).isPresent())
                .map(WebsiteVisit::getVisitor)
                .collect(toSet());
        long identified = visitors.isEmpty() ? 0 : identify(website, visitors, transaction);
        return new Step(some.isEmpty() ? null : some.get(some.size() - 1).getId(), identified);
    }

    /** Looks at all that these visitors did there: whose a visit without a name is follows from when each name was given. */
    private static long identify(TrackedWebsite website, Set<String> visitors, Transaction transaction) {
        List<WebsiteVisit> all = transaction
                .select(
                        WebsiteVisit.TYPE,
                        Query.<WebsiteVisit>of(WebsiteVisit.WEBSITE
                                .is(website)
                                .and(new Criterion.OneOf<>(WebsiteVisit.VISITOR, visitors))))
                .toList();
        List<WebsiteVisit> open =
                all.stream().filter(visit -> visit.getCustomer() == null).toList();
        new KnownCustomers(List.of(website), all, transaction).assign(all);
        List<WebsiteVisit> theirs =
                open.stream().filter(visit -> visit.getCustomer() != null).toList();
        write(theirs, List.of(), List.of(), transaction);
        return theirs.size();
    }

    private static void take(List<Told> arriving, Transaction transaction) {
        Map<String, TrackedWebsite> websites = websites(arriving, transaction);
        List<Told> events = fresh(arriving, websites, transaction);
        Map<UUID, WebsiteVisit> before = visits(events, websites, transaction);
        try {
            take(events, websites, before, transaction);
        } catch (InvalidRecordException refused) {
            if (fresh(events, websites, transaction).size() < events.size()
                    || !before.keySet()
                            .containsAll(visits(events, websites, transaction).keySet())) {
                throw new DuplicateRecordException(
                        "somebody else took in some of these events at the same time; take all of them again", refused);
            }
            throw refused;
        }
    }

    private static void take(
            List<Told> events,
            Map<String, TrackedWebsite> websites,
            Map<UUID, WebsiteVisit> before,
            Transaction transaction) {
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
        new KnownCustomers(websites.values(), all, transaction).assign(all);
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

    /** Those of the visitors who did something now, on the websites where they did; another's cookie there may be called the same. */
    private static Map<UUID, WebsiteVisit> visits(
            List<Told> events, Map<String, TrackedWebsite> websites, Transaction transaction) {
        Map<UUID, Set<String>> visitors = new HashMap<>();
        events.forEach(told -> visitors.computeIfAbsent(
                        Objects.requireNonNull(websites.get(told.website())).getId(), id -> new HashSet<>())
                .add(told.visitor()));
        Set<String> all = visitors.values().stream().flatMap(Set::stream).collect(toSet());
        Map<UUID, WebsiteVisit> visits = new LinkedHashMap<>();
        transaction
                .select(
                        WebsiteVisit.TYPE,
                        Query.<WebsiteVisit>of(new Criterion.OneOf<>(WebsiteVisit.VISITOR, all)
                                .and(WebsiteVisit.WEBSITE.in(visitors.keySet().stream()
                                        .<Ref<TrackedWebsite>>map(Ref::new)
                                        .toList()))))
                .filter(visit -> visitors.getOrDefault(key(visit).website(), Set.of())
                        .contains(key(visit).visitor()))
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
}
