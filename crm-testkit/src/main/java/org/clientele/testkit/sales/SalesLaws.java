package org.clientele.testkit.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.access.Role;
import org.clientele.account.Account;
import org.clientele.model.CrmRecord;
import org.clientele.property.Traits;
import org.clientele.sales.ConversionOutcome;
import org.clientele.sales.ConversionOutcome.Converted;
import org.clientele.sales.ConversionPlan;
import org.clientele.sales.NewRecord;
import org.clientele.sales.PlannedRecord;
import org.clientele.sales.PlannedValue;
import org.clientele.testkit.sales.ConversionCase.Recipe;
import org.clientele.testkit.sales.Snapshot.Row;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The tables and laws of selling: opportunities, leads, and the conversion of the one into the other. Extend it and give a
 * store; each try opens a CRM of its own on an empty one.
 */
public abstract class SalesLaws extends LeadLaws {

    private static final int TRIES = 25;

    @Provide
    Arbitrary<Recipe> recipes() {
        return ConversionCase.recipes();
    }

    private ConversionCase conversion(Recipe recipe) {
        return new ConversionCase(new Office(newStore(), config -> {}), recipe);
    }

    @Property(tries = TRIES)
    void convertingGivesExactlyTheWorldThatThePlanPredicts(@ForAll("recipes") Recipe recipe) {
        ConversionCase conversion = conversion(recipe);
        Snapshot before = Snapshot.of(conversion.office.crm());
        ConversionPlan plan = conversion.plan();
        assertThat(conversion.plan()).isEqualTo(plan);
        assertThat(Snapshot.of(conversion.office.crm())).isEqualTo(before);
        ConversionOutcome outcome = conversion.session.apply(plan);
        Snapshot after = Snapshot.of(conversion.office.crm());
        if (conversion.isNobodys()) {
            assertThat(outcome).isEqualTo(new ConversionOutcome.Refused(plan.problems()));
            assertThat(plan.problems()).hasSize(1);
            assertThat(after).isEqualTo(before);
            return;
        }
        checkPrediction(plan, before, after);
        checkBinding(conversion, outcome.orThrow(), after);
    }

    /** What is new is what was planned to be created, what is otherwise was planned to change, and nothing else is. */
    private static void checkPrediction(ConversionPlan plan, Snapshot before, Snapshot after) {
        Map<String, UUID> created = new TreeMap<>();
        after.notIn(before).forEach(id -> created.put(after.get(id).type().name(), id));
        assertThat(plan.created())
                .extracting(PlannedRecord::type)
                .containsExactlyInAnyOrderElementsOf(created.keySet());
        for (PlannedRecord planned : plan.created()) {
            Row row = after.get(Objects.requireNonNull(created.get(planned.type())));
            assertThat(names(planned)).isEqualTo(entered(row));
            planned.values().forEach(value -> checkValue(value, row, created));
        }
        Map<UUID, Set<String>> changed = new TreeMap<>();
        for (PlannedRecord planned : plan.changed()) {
            UUID id = Objects.requireNonNull(planned.id());
            changed.put(id, names(planned));
            planned.values().forEach(value -> {
                assertThat(value.before()).isEqualTo(before.get(id).get(value.property()));
                checkValue(value, after.get(id), created);
            });
        }
        for (UUID id : before.rows().keySet()) {
            Set<String> differing = new TreeSet<>(after.differing(before, id));
            assertThat(differing.remove("version")).isEqualTo(changed.containsKey(id));
            assertThat(differing).isEqualTo(changed.getOrDefault(id, Set.of()));
        }
    }

    private static Set<String> names(PlannedRecord planned) {
        Set<String> names = new TreeSet<>();
        planned.values().forEach(value -> names.add(value.property().name()));
        return names;
    }

    /** The properties in which a record has something that is not calculated. */
    private static Set<String> entered(Row row) {
        Set<String> names = new TreeSet<>();
        row.type().properties().stream()
                .filter(property -> !property.has(Traits.Calculated.class) && row.get(property) != null)
                .forEach(property -> names.add(property.name()));
        return names;
    }

    private static void checkValue(PlannedValue planned, Row row, Map<String, UUID> created) {
        Object after = planned.after() instanceof Set<?> set
                ? set.stream().map(element -> known(element, created)).collect(Collectors.toSet())
                : known(planned.after(), created);
        assertThat(after).as("%s", planned).isEqualTo(row.get(planned.property()));
    }

    private static @Nullable Object known(@Nullable Object value, Map<String, UUID> created) {
        return value instanceof NewRecord made ? new Ref<>(Objects.requireNonNull(created.get(made.type()))) : value;
    }

    private static void checkBinding(ConversionCase conversion, Converted done, Snapshot after) {
        Account expected = conversion.account();
        if (expected != null) {
            assertThat(done.account()).isEqualTo(expected);
        } else {
            assertThat(conversion.accounts).doesNotContain(done.account());
        }
        assertThat(conversion.contacts.contains(done.contact())).isEqualTo(conversion.hasContact());
        assertThat(done.account().getContacts()).contains(Ref.to(done.contact()));
        assertThat(done.opportunity().getAccount()).isEqualTo(Ref.to(done.account()));
        assertThat(done.opportunity().getLead()).isEqualTo(Ref.to(done.lead()));
        assertThat(done.lead().getContact()).isEqualTo(Ref.to(done.contact()));
        for (CrmRecord record : List.of(done.lead(), done.opportunity())) {
            assertThat(conversion.session.history(record).get(0).id()).isEqualTo(done.receipt());
        }
        assertThat(after.rows()).containsKey(done.opportunity().getId());
    }

    @Property(tries = TRIES)
    void aPlanThatTheWorldNoLongerAgreesWithIsNotDone(@ForAll("recipes") Recipe recipe) {
        ConversionCase conversion = conversion(recipe);
        ConversionPlan plan = conversion.plan();
        conversion.lead.setJobTitle("Admiral");
        conversion.session.save(conversion.lead);
        Snapshot before = Snapshot.of(conversion.office.crm());
        assertThat(conversion.session.apply(plan)).isInstanceOf(ConversionOutcome.Stale.class);
        assertThat(Snapshot.of(conversion.office.crm())).isEqualTo(before);
        if (!conversion.isNobodys()) {
            ConversionPlan fresh = conversion.plan();
            conversion.session.apply(fresh).orThrow();
            Snapshot after = Snapshot.of(conversion.office.crm());
            assertThat(conversion.session.apply(fresh)).isInstanceOf(ConversionOutcome.Stale.class);
            assertThat(Snapshot.of(conversion.office.crm())).isEqualTo(after);
        }
    }

    @Property(tries = TRIES)
    void allThatTheActorMayNotIsToldAndThenNothingIsWritten(@ForAll("recipes") Recipe recipe) {
        Role role = ConversionCase.role(recipe, ROLE);
        ConversionCase conversion = new ConversionCase(new Office(newStore(), role, config -> {}), recipe);
        if (conversion.isNobodys()) {
            return;
        }
        List<String> denials = conversion.denials();
        ConversionPlan plan = conversion.plan();
        assertThat(plan.problems()).hasSameSizeAs(denials);
        denials.forEach(denial -> assertThat(plan.problems()).anyMatch(problem -> problem.contains(denial)));
        Snapshot before = Snapshot.of(conversion.office.crm());
        ConversionOutcome outcome = conversion.session.apply(plan);
        assertThat(outcome instanceof Converted).isEqualTo(denials.isEmpty());
        if (!denials.isEmpty()) {
            assertThat(outcome).isEqualTo(new ConversionOutcome.Refused(plan.problems()));
            assertThat(Snapshot.of(conversion.office.crm())).isEqualTo(before);
        }
    }
}
