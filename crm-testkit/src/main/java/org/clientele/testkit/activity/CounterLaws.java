package org.clientele.testkit.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.activity.Activity;
import org.clientele.activity.ActivityLink;
import org.clientele.activity.Contacted;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Adjustment;

/** That what a record says of contacts is at any time what its activities come to. */
abstract class CounterLaws extends ConformanceExamples {

    private static final int FEWEST_CONTACTED = 3;

    @Property(tries = 20)
    void whateverHappensTheCountersAreWhatTheActivitiesComeTo(@ForAll("happenings") List<Happening> happenings) {
        Office office = startAfresh().furnished();
        for (Happening happening : happenings) {
            happening.isDone(office);
            assertThat(said(office)).as("after %s", happening).isEqualTo(counted(office));
        }
        Map<UUID, Tally> before = said(office);
        Map<UUID, Long> versions = versions(office);
        assertThat(recount(office)).isGreaterThanOrEqualTo(FEWEST_CONTACTED);
        assertThat(said(office)).as("after a recount").isEqualTo(before);
        assertThat(versions(office)).as("versions after a recount").isEqualTo(versions);
    }

    @Property(tries = 10)
    void aRecountRepairsWhatWasWrittenPastTheCrm(@ForAll("happenings") List<Happening> happenings) {
        Office office = startAfresh().furnished();
        happenings.forEach(happening -> happening.isDone(office));
        contacted(office).forEach(record -> drift(office, record));
        assertThat(said(office)).isNotEqualTo(counted(office));
        recount(office);
        assertThat(said(office)).isEqualTo(counted(office));
    }

    @SuppressWarnings("unchecked") // the type of a contacted record
    private static void drift(Office office, Contacted record) {
        EntityType<Contacted> type =
                (EntityType<Contacted>) (EntityType<?>) office.crm.schema().typeOf(record);
        List<Adjustment.Step<Contacted>> steps = List.of(
                new Adjustment.Add<>(Contacted.TIMES_CONTACTED, BigDecimal.valueOf(7)),
                new Adjustment.Put<>(Contacted.LAST_INCOMING_CONTACT_AT, NOON.plusSeconds(7)));
        boolean done = office.store.inTransaction(records -> {
            records.adjust(List.of(new Adjustment<>(type, record.getId(), steps)));
            return true;
        });
        assertThat(done).isTrue();
    }

    private static long recount(Office office) {
        return Office.TARGETS.stream().mapToLong(office.system::recount).sum();
    }

    private static List<Contacted> contacted(Office office) {
        List<Contacted> contacted = new ArrayList<>();
        for (CrmRecord record : office.targets()) {
            if (record instanceof Contacted one) {
                contacted.add(one);
            }
        }
        return contacted;
    }

    private static Map<UUID, Tally> said(Office office) {
        Map<UUID, Tally> said = new LinkedHashMap<>();
        contacted(office).forEach(record -> said.put(record.getId(), Tally.saidBy(record)));
        return said;
    }

    private static Map<UUID, Long> versions(Office office) {
        Map<UUID, Long> versions = new LinkedHashMap<>();
        contacted(office).forEach(record -> versions.put(record.getId(), record.getVersion()));
        return versions;
    }

    private static Map<UUID, Tally> counted(Office office) {
        List<ActivityLink> links = office.system.select(ActivityLink.TYPE).list();
        Map<UUID, Activity> activities = new HashMap<>();
        office.system.select(Activity.TYPE).list().forEach(activity -> activities.put(activity.getId(), activity));
        Map<UUID, Tally> counted = new LinkedHashMap<>();
        contacted(office).forEach(record -> counted.put(record.getId(), Tally.counted(record, links, activities)));
        return counted;
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Happening.any().list().ofMinSize(1).ofMaxSize(14).withoutEdgeCases();
    }
}
