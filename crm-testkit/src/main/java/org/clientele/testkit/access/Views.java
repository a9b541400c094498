package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.clientele.access.AccessDecision;
import org.clientele.access.Actor;
import org.clientele.access.Capability;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Question;
import org.clientele.access.Rights;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;

/** The three views of one actor's rights beside each other: what they select, what they permit and what they say. */
record Views(Actor actor, Rights rights, Records records) {

    /** The records of this very type that the filter selects, which are those that are permitted. */
    <R extends CrmRecord> List<R> reached(Permission permission, EntityType<R> type) {
        List<R> permitted = all(type).stream()
                .filter(record -> rights.permits(permission, type, record, records))
                .toList();
        assertThat(selected(type, rights.filter(permission, type)))
                .as("%s that the filter selects for %s to %s, beside those permitted", type, actor, permission)
                .isEqualTo(permitted);
        return permitted;
    }

    private <R extends CrmRecord> List<R> all(EntityType<R> type) {
        return selected(type, Criterion.always());
    }

    private <R extends CrmRecord> List<R> selected(EntityType<R> type, Criterion<R> where) {
        return records.select(type, Query.of(where))
                .filter(record -> record.getClass() == type.recordClass())
                .toList();
    }

    /** Each decision is the permission, says why, and names as missing only what was asked for. */
    <R extends CrmRecord> void checkDecisions(Permission permission, EntityType<R> type) {
        for (R record : all(type)) {
            boolean permitted = rights.permits(permission, type, record, records);
            for (boolean isShown : new boolean[] {true, false}) {
                AccessDecision decision = rights.decide(new Question<>(permission, type, record, records, isShown));
                checkDecision(decision, permitted, actor + " asks to " + permission + " " + record);
                Grant missing = decision.missing();
                if (missing != null) {
                    assertThat(missing.type()).as(decision.sentence()).isEqualTo(type);
                    assertThat(missing.permission()).as(decision.sentence()).isEqualTo(permission);
                }
            }
        }
    }

    private static void checkDecision(AccessDecision decision, boolean permitted, String question) {
        assertThat(decision.granted()).as(question + ": " + decision.sentence()).isEqualTo(permitted);
        assertThat(decision.reason()).as(question).isNotBlank();
        if (permitted) {
            assertThat(decision.missing()).as(question).isNull();
        }
    }

    /** The same for what is not about a record. */
    void checkCapabilities() {
        for (Capability capability : EnumSet.allOf(Capability.class)) {
            checkDecision(rights.decide(capability), rights.permits(capability), actor + " asks to " + capability);
        }
    }

    /** The condition of each property that is narrowed selects the records for which it holds. */
    <R extends CrmRecord> void checkNarrowed(Permission permission, EntityType<R> type) {
        Map<String, Criterion<R>> narrowed = rights.narrowed(permission, type);
        narrowed.forEach((property, where) -> assertThat(selected(type, where))
                .as("%s of which %s may %s %s", type, actor, permission, property)
                .isEqualTo(all(type).stream()
                        .filter(record -> where.test(record, records))
                        .toList()));
    }

    /** All that rights say about some records: equal to what they say another time, and to another thread. */
    static List<Object> answers(Rights rights, Heap heap) {
        List<Object> answers = new ArrayList<>();
        for (Permission permission : Permission.values()) {
            heap.types().forEach(type -> addAnswers(rights, permission, type, heap, answers));
        }
        for (Capability capability : Capability.values()) {
            answers.add(rights.permits(capability));
            answers.add(rights.decide(capability));
        }
        return answers;
    }

    private static <R extends CrmRecord> void addAnswers(
            Rights rights, Permission permission, EntityType<R> type, Heap heap, List<Object> answers) {
        Criterion<R> filter = rights.filter(permission, type);
        Map<String, Criterion<R>> narrowed = rights.narrowed(permission, type);
        for (R record : heap.of(type)) {
            answers.add(filter.test(record, heap));
            answers.add(rights.permits(permission, type, record, heap));
            answers.add(rights.decide(new Question<>(permission, type, record, heap, true)));
            narrowed.forEach((property, where) -> answers.add(property + " " + where.test(record, heap)));
        }
    }
}
