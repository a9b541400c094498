package org.clientele.testkit.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clientele.website.DailyEvents;
import org.clientele.website.Told;
import org.clientele.website.VisitTotals;
import org.clientele.website.WebsiteEvent;
import org.jspecify.annotations.Nullable;

/** What websites told, as a list, and what it comes to by the rules said plainly. */
final class NaiveWebsite {

    /** A visit: what one visitor did on one site under one name. */
    private record Key(
            String site, String visitor, @Nullable String user) {}

    private final List<Told> events = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<Key, UUID> owners = new LinkedHashMap<>();

    /** Takes events, and says at once whose the visits of these visitors to these sites are. */
    void take(List<Told> some, Function<Told, @Nullable UUID> customer) {
        Set<List<String>> visitors = new HashSet<>();
        for (Told told : some) {
            if (told.id() == null || taken.add(told.website() + " " + told.id())) {
                events.add(told);
                visitors.add(visitor(told));
            }
        }
        identify(told -> visitors.contains(visitor(told)), customer);
    }

    /** Who is known keeps what is theirs; the first to give a name after a visit without one has that as well. */
    void identify(Predicate<Told> asked, Function<Told, @Nullable UUID> customer) {
        events.stream()
                .filter(told -> told.user() != null && asked.test(told))
                .sorted(Comparator.comparing(
                                (Told told) -> first(key(told)), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(told -> String.valueOf(told.user())))
                .forEach(told -> {
                    UUID known = owners.containsKey(key(told)) ? owners.get(key(told)) : customer.apply(told);
                    if (known != null) {
                        owners.put(key(told), known);
                        Key nameless = new Key(told.website(), told.visitor(), null);
                        Instant began = first(nameless);
                        Instant named = first(key(told));
                        if (began != null && named != null && began.isBefore(named)) {
                            owners.putIfAbsent(nameless, known);
                        }
                    }
                });
    }

    private static List<String> visitor(Told told) {
        return List.of(told.website(), told.visitor());
    }

    private static Key key(Told told) {
        return new Key(told.website(), told.visitor(), told.user());
    }

    private @Nullable Instant first(Key visit) {
        return events.stream()
                .filter(told -> key(told).equals(visit))
                .map(Told::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** One customer becomes another. */
    void merge(UUID master, UUID absorbed) {
        owners.replaceAll((visit, owner) -> owner.equals(absorbed) ? master : owner);
    }

    VisitTotals totals(Predicate<UUID> customers) {
        List<Told> own = own(customers);
        return new VisitTotals(
                own.stream().map(NaiveWebsite::key).distinct().count(),
                count(own, WebsiteEvent.PAGE_VIEW),
                count(own, WebsiteEvent.ITEM_ADDED),
                count(own, WebsiteEvent.CHECKOUT),
                own.stream().map(Told::at).min(Comparator.naturalOrder()).orElse(null),
                last(own, told -> true),
                last(own, told -> told.name().equals(WebsiteEvent.LOGIN)),
                last(own, told -> told.name().equals(WebsiteEvent.ITEM_ADDED)),
                last(own, told -> told.name().equals(WebsiteEvent.CHECKOUT)));
    }

    DailyEvents days(Predicate<UUID> customers, ZoneId zone) {
        TreeMap<LocalDate, SortedMap<String, Long>> days = new TreeMap<>();
        own(customers)
                .forEach(told -> days.computeIfAbsent(LocalDate.ofInstant(told.at(), zone), day -> new TreeMap<>())
                        .merge(told.name(), 1L, Long::sum));
        return new DailyEvents(days);
    }

    private List<Told> own(Predicate<UUID> customers) {
        return events.stream()
                .filter(told -> owners.containsKey(key(told)) && customers.test(owners.get(key(told))))
                .toList();
    }

    private static long count(List<Told> events, String name) {
        return events.stream().filter(told -> told.name().equals(name)).count();
    }

    private static @Nullable Instant last(List<Told> events, Predicate<Told> asked) {
        return events.stream()
                .filter(asked)
                .map(Told::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
