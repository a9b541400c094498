package org.clientele.website;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.channel.Channel;
import org.clientele.criteria.Query;
import org.clientele.magento.WebCustomer;
import org.clientele.model.CrmRecord;
import org.clientele.store.Transaction;
import org.clientele.value.Ref;

/** The web customers whom visits name, and whose these visits are then. */
final class KnownCustomers {

    private final Map<UUID, UUID> channels = new HashMap<>();
    private final Map<List<Object>, Ref<WebCustomer>> customers = new HashMap<>();

    KnownCustomers(Collection<TrackedWebsite> websites, List<WebsiteVisit> visits, Transaction transaction) {
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
        transaction
                .values(
                        WebCustomer.TYPE,
                        Query.<WebCustomer>of(WebCustomer.ORIGIN_ID
                                .in(origins)
                                .and(WebCustomer.CHANNEL.in(channels.values().stream()
                                        .<Ref<Channel>>map(Ref::new)
                                        .toList()))),
                        List.of(CrmRecord.ID, WebCustomer.CHANNEL, WebCustomer.ORIGIN_ID))
                .forEach(row -> customers.put(
                        List.of(((Ref<?>) Objects.requireNonNull(row.get(1))).id(), Objects.requireNonNull(row.get(2))),
                        new Ref<>((UUID) Objects.requireNonNull(row.get(0)))));
    }

    Optional<Ref<WebCustomer>> customer(WebsiteVisit visit) {
        UUID channel = channels.get(Objects.requireNonNull(visit.getWebsite()).id());
        return channel == null
                ? Optional.empty()
                : Told.originId(visit.getUserIdentifier())
                        .map(origin -> customers.get(List.<Object>of(channel, origin)));
    }

    /**
     * Gives visits to those whom they name; one that has a customer keeps it, as after a merge. A visit without a name is of who was
     * the first to give one after it began.
     */
    void assign(Collection<WebsiteVisit> visits) {
        visits.stream()
                .filter(visit -> !visit.isAnonymous())
                .sorted(Comparator.comparing(KnownCustomers::firstAt)
                        .thenComparing(visit -> String.valueOf(visit.getUserIdentifier())))
                .forEach(visit -> {
                    if (visit.getCustomer() == null) {
                        customer(visit).ifPresent(visit::setCustomer);
                    }
                    if (visit.getCustomer() != null) {
                        visits.stream()
                                .filter(earlier -> isEarlier(earlier, visit))
                                .forEach(earlier -> earlier.setCustomer(visit.getCustomer()));
                    }
                });
    }

    private static boolean isEarlier(WebsiteVisit earlier, WebsiteVisit visit) {
        return earlier.isAnonymous()
                && earlier.getCustomer() == null
                && Objects.equals(earlier.getVisitor(), visit.getVisitor())
                && Objects.equals(earlier.getWebsite(), visit.getWebsite())
                && firstAt(earlier).isBefore(firstAt(visit));
    }

    private static Instant firstAt(WebsiteVisit visit) {
        return Objects.requireNonNull(visit.getFirstAt());
    }
}
