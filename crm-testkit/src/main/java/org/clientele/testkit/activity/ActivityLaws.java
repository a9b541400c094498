package org.clientele.testkit.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Session;
import org.clientele.access.Permission;
import org.clientele.account.Account;
import org.clientele.activity.Activity;
import org.clientele.activity.ActivityLink;
import org.clientele.activity.Timeline;
import org.clientele.criteria.Page;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The laws of activities on a store: how contacts are counted, what stands in a timeline and who sees it. A store's author
 * extends it and runs it with JUnit and jqwik, as {@link org.clientele.testkit.store.RecordStoreContract}.
 */
public abstract class ActivityLaws extends CounterLaws {

    private static final int ALL = 1000;
    private static final int SMALL = 2;

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    @Property(tries = 15)
    void aTimelineIsWhatSomebodyFindsWhoLooksAtEveryLink(@ForAll("happenings") List<Happening> happenings) {
        Office office = startAfresh().furnished();
        happenings.forEach(happening -> happening.isDone(office));
        for (Session viewer : List.of(office.session, office.crm.as(office.ivan))) {
            for (CrmRecord target : office.targets()) {
                boolean seen = viewer.may(Permission.VIEW, target);
                check(
                        Timeline.of(target),
                        seen ? found(office, viewer, Set.of(ref(office, target))) : Map.of(),
                        viewer);
                check(
                        Timeline.of(target).includingInherited(),
                        seen ? found(office, viewer, family(office, viewer, target)) : Map.of(),
                        viewer);
            }
        }
    }

    @Property(tries = 15)
    void aLinkIsSeenAndChangedByWhoSeesAndChangesTheActivity(@ForAll("happenings") List<Happening> happenings) {
        Office office = startAfresh().furnished();
        happenings.forEach(happening -> happening.isDone(office));
        List<ActivityLink> links = office.system.select(ActivityLink.TYPE).list();
        for (Session viewer : List.of(office.session, office.crm.as(office.ivan))) {
            Set<UUID> shown = new HashSet<>();
            viewer.select(ActivityLink.TYPE).list().forEach(link -> shown.add(link.getId()));
            for (ActivityLink link : links) {
                Activity whole = office.system.get(
                        Activity.TYPE,
                        Objects.requireNonNull(link.getActivity()).id());
                assertThat(shown.contains(link.getId()))
                        .as("filter and decision of %s for %s", link, viewer.actor())
                        .isEqualTo(viewer.may(Permission.VIEW, link))
                        .isEqualTo(viewer.check(Permission.VIEW, link).granted())
                        .isEqualTo(viewer.may(Permission.VIEW, whole));
                for (Permission permission : List.of(Permission.EDIT, Permission.DELETE)) {
                    assertThat(viewer.may(permission, link))
                            .as("%s of %s for %s", permission, link, viewer.actor())
                            .isEqualTo(viewer.may(Permission.EDIT, whole));
                }
            }
        }
    }

    /** The activities that a viewer may see and that are linked to one of these, each with those of these. */
    private static Map<UUID, Set<AnyRef>> found(Office office, Session viewer, Set<AnyRef> targets) {
        Map<UUID, Set<AnyRef>> found = new LinkedHashMap<>();
        for (ActivityLink link : office.system.select(ActivityLink.TYPE).list()) {
            Activity activity = office.system.get(
                    Activity.TYPE, Objects.requireNonNull(link.getActivity()).id());
            if (targets.contains(link.getTarget()) && viewer.may(Permission.VIEW, activity)) {
                found.computeIfAbsent(activity.getId(), id -> new HashSet<>())
                        .add(Objects.requireNonNull(link.getTarget()));
            }
        }
        return found;
    }

    /** A record and those that a viewer may see and whose activities it takes in. */
    private static Set<AnyRef> family(Office office, Session viewer, CrmRecord record) {
        Set<AnyRef> family = new LinkedHashSet<>(Set.of(ref(office, record)));
        for (CrmRecord other : office.targets()) {
            if (isHeir(record, other) && viewer.may(Permission.VIEW, other)) {
                family.add(ref(office, other));
            }
        }
        return family;
    }

    private static boolean isHeir(CrmRecord record, CrmRecord other) {
        if (record instanceof Account account) {
            return account.getContacts().stream().anyMatch(ref -> ref.id().equals(other.getId()))
                    || (other instanceof Customer customer && isAt(account, customer.getAccount()))
                    || (other instanceof Opportunity deal && isAt(account, deal.getAccount()))
                    || (other instanceof Lead lead && isAt(account, lead.getAccount()));
        }
        return record instanceof Opportunity deal
                && deal.getLead() != null
                && deal.getLead().id().equals(other.getId());
    }

    private static boolean isAt(Account account, @Nullable Ref<Account> ref) {
        return ref != null && ref.id().equals(account.getId());
    }

    private static AnyRef ref(Office office, CrmRecord record) {
        return new AnyRef(office.crm.schema().typeOf(record).name(), record.getId());
    }

    private static void check(Timeline timeline, Map<UUID, Set<AnyRef>> expected, Session viewer) {
        Page<Timeline.Entry> whole = viewer.run(timeline.page(1, ALL));
        Map<UUID, Set<AnyRef>> shown = new LinkedHashMap<>();
        whole.records().forEach(entry -> shown.put(entry.activity().id(), entry.via()));
        assertThat(whole.records()).as("each once").hasSameSizeAs(shown.keySet());
        assertThat(shown).isEqualTo(expected);
        assertThat(whole.total()).isEqualTo(expected.size());
        List<Instant> times = new ArrayList<>();
        whole.records().forEach(entry -> times.add(Objects.requireNonNull(entry.at())));
        assertThat(times).isSortedAccordingTo((one, other) -> other.compareTo(one));
        List<Timeline.Entry> paged = new ArrayList<>();
        for (int number = 1; number <= (expected.size() + SMALL - 1) / SMALL + 1; number++) {
            Page<Timeline.Entry> page = viewer.run(timeline.page(number, SMALL));
            assertThat(page.total()).isEqualTo(expected.size());
            paged.addAll(page.records());
        }
        assertThat(paged).as("pages").isEqualTo(whole.records());
    }
}
