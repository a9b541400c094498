package org.clientele.testkit.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.clientele.Crm;
import org.clientele.MassAnswer;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.journal.ChangeSet;
import org.clientele.merge.MergePlan;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.workflow.VisitModel.Values;
import org.clientele.testkit.workflow.VisitModel.Went;
import org.clientele.undo.UnknownChangeSetException;
import org.clientele.workflow.ActivationPlan;
import org.clientele.workflow.Transition;
import org.clientele.workflow.TransitionRefusedException;
import org.clientele.workflow.WorkflowActivation;
import org.clientele.workflow.WorkflowProgress;
import org.jspecify.annotations.Nullable;

/** Visits of which random things are done, beside what a model says of them. The same seed makes the same. */
final class VisitWorld {

    private static final List<Transition<Visit>> TRANSITIONS =
            List.of(VisitFlow.NOTE, VisitFlow.AGREE, VisitFlow.FINISH, VisitFlow.AGAIN);

    private final Random random;
    private final Session system;
    private final Session olga;
    private final Session ivan;
    private final List<UUID> receipts = new ArrayList<>();
    private final Map<UUID, Went> model = new LinkedHashMap<>();
    private boolean isActive;
    private String last = "begin";

    VisitWorld(RecordStore store, long seed) {
        random = new Random(seed);
        Role clerk = Role.named("clerk").grant(Visit.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW, Permission.EDIT);
        Crm crm = Crm.open(
                store,
                config -> config.entity(Partner.TYPE, Visit.TYPE)
                        .workflow(VisitFlow.FLOW, VisitFlow.OTHER)
                        .access(RolePolicy.of(Role.administrator("administrator"), clerk)));
        system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = crm.as(system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator")));
        ivan = crm.as(system.save(new User("ivan", "ivan@acme.example", "Ivan", "West", acme).addRole("clerk")));
    }

    void act() {
        switch (random.nextInt(12)) {
            case 0, 1 -> create();
            case 2, 3 -> edit();
            case 4, 5, 6 -> go();
            case 7 -> goMany();
            case 8, 9 -> undo();
            case 10 -> merge();
            default -> switchOnOrOff();
        }
    }

    /** The store says what the model says, and no visit has what its step forbids. */
    void check() {
        Map<UUID, Went> stored = stored();
        assertThat(stored).as(last).isEqualTo(model);
        if (isActive) {
            stored.forEach(
                    (id, went) -> assertThat(went.step() != null && VisitModel.isForbidden(went.step(), went.values()))
                            .as("after %s: %s", last, went)
                            .isFalse());
        }
        assertThat(system.find(WorkflowActivation.TYPE, activation())
                        .filter(WorkflowActivation::isRunning)
                        .isPresent())
                .as(last)
                .isEqualTo(isActive);
    }

    private UUID activation() {
        return UUID.nameUUIDFromBytes("workflow visit flow".getBytes(StandardCharsets.UTF_8));
    }

    private Map<UUID, Went> stored() {
        Map<UUID, String> steps = new HashMap<>();
        system.select(WorkflowProgress.TYPE).list().forEach(progress -> {
            assertThat(steps.put(Objects.requireNonNull(progress.getRecord()).id(), String.valueOf(progress.getStep())))
                    .as("two places of one visit")
                    .isNull();
        });
        Map<UUID, Went> stored = new LinkedHashMap<>();
        for (Visit visit : system.select(Visit.TYPE).list()) {
            stored.put(visit.getId(), new Went(steps.remove(visit.getId()), Values.of(visit)));
        }
        assertThat(steps).as("places of no visit, after " + last).isEmpty();
        return stored;
    }

    private Values values() {
        return new Values(
                random.nextInt(4) == 0 ? VisitFlow.FINAL : "first",
                random.nextBoolean() ? VisitModel.TIME : null,
                List.of(Optional.<Integer>empty(), Optional.of(0), Optional.of(5))
                        .get(random.nextInt(3))
                        .orElse(null),
                random.nextInt(3) == 0 ? VisitModel.TEN : null,
                List.of(Optional.<Boolean>empty(), Optional.of(false), Optional.of(true))
                        .get(random.nextInt(3))
                        .orElse(null));
    }

    private Optional<Visit> any() {
        List<UUID> ids = List.copyOf(model.keySet());
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(olga.get(Visit.TYPE, ids.get(random.nextInt(ids.size()))));
    }

    private Went of(Visit visit) {
        return Objects.requireNonNull(model.get(visit.getId()));
    }

    private @Nullable String step(Visit visit) {
        return isActive ? of(visit).step() : null;
    }

    private void create() {
        Values values = values();
        last = "create " + values;
        Visit visit = new Visit("");
        values.into(visit);
        Optional<Visit> saved = unlessRefused(() -> olga.save(visit));
        assertThat(saved.isPresent()).as("%s", last).isEqualTo(!isActive || VisitModel.mayBegin(values));
        saved.ifPresent(record -> model.put(record.getId(), new Went(isActive ? "planned" : null, values)));
    }

    /** Some values that differ from what a visit says in one or two places. */
    private Values near(Values values) {
        Values other = values();
        boolean[] take = {random.nextBoolean(), random.nextBoolean(), random.nextInt(3) == 0, random.nextInt(3) == 0};
        return new Values(
                take[0] ? other.subject() : values.subject(),
                take[1] ? other.beginsAt() : values.beginsAt(),
                take[2] ? other.minutes() : values.minutes(),
                take[3] ? other.expenses() : values.expenses(),
                random.nextInt(4) == 0 ? other.confirmed() : values.confirmed());
    }

    private void edit() {
        any().ifPresent(visit -> {
            Went before = of(visit);
            Values after = near(before.values());
            last = "edit " + before + " to " + after;
            after.into(visit);
            boolean isDone = random.nextBoolean()
                    ? unlessRefused(() -> ivan.save(visit)).isPresent()
                    : !ivan.changeEach(List.of(visit), after::into).done().isEmpty();
            assertThat(isDone).as(last).isEqualTo(VisitModel.mayBecome(step(visit), before.values(), after));
            if (isDone) {
                model.put(visit.getId(), new Went(before.step(), after));
            }
        });
    }

    private void go() {
        any().ifPresent(visit -> {
            Transition<Visit> transition = TRANSITIONS.get(random.nextInt(TRANSITIONS.size()));
            Went before = of(visit);
            Values handed = random.nextInt(3) == 0 ? before.values() : near(before.values());
            last = transition + " of " + before + " with " + handed;
            Optional<Went> after = Optional.ofNullable(step(visit))
                    .flatMap(step -> VisitModel.go(transition.name(), step, before.values(), handed));
            Optional<Visit> gone = unlessRefused(() -> olga.workflows().perform(visit, transition, handed::into));
            assertThat(gone.map(Values::of)).as(last).isEqualTo(after.map(Went::values));
            after.ifPresent(went -> model.put(visit.getId(), went));
            Optional<Visit> denied = unlessRefused(() -> ivan.workflows().perform(visit, transition));
            assertThat(denied).as("who may not go on does not").isEmpty();
        });
    }

    private void goMany() {
        Transition<Visit> transition = TRANSITIONS.get(random.nextInt(TRANSITIONS.size()));
        last = transition + " of all";
        List<Visit> all = olga.select(Visit.TYPE).list();
        MassAnswer<Visit> answer = olga.workflows().performEach(all, transition);
        receipts.addAll(answer.receipt());
        Map<UUID, Visit> done = new HashMap<>();
        answer.done().forEach(visit -> done.put(visit.getId(), visit));
        for (Visit visit : all) {
            Optional<Went> after = Optional.ofNullable(step(visit))
                    .flatMap(step -> VisitModel.go(
                            transition.name(),
                            step,
                            of(visit).values(),
                            of(visit).values()));
            assertThat(done.containsKey(visit.getId())).as(last + of(visit)).isEqualTo(after.isPresent());
            after.ifPresent(went -> model.put(visit.getId(), went));
        }
        assertThat(answer.done().size() + answer.refused().size()).isEqualTo(all.size());
    }

    private void undo() {
        List<UUID> sets = new ArrayList<>(system.history().of(Visit.TYPE).list().stream()
                .map(ChangeSet::id)
                .toList());
        sets.addAll(receipts);
        if (sets.isEmpty()) {
            return;
        }
        UUID chosen = sets.get(random.nextInt(sets.size()));
        last = "undo of a change set";
        try {
            system.undo(chosen).receipt().ifPresent(receipts::add);
        } catch (UnknownChangeSetException | AccessDeniedException refused) {
            last += ": " + refused.getMessage();
        }
        learn();
    }

    private void merge() {
        List<Visit> visits = new ArrayList<>(olga.select(Visit.TYPE).list());
        if (visits.size() < 2) {
            return;
        }
        Visit master = visits.remove(random.nextInt(visits.size()));
        Visit absorbed = visits.get(random.nextInt(visits.size()));
        boolean takes = random.nextBoolean();
        last = "merge of " + of(absorbed) + " into " + of(master);
        if (random.nextInt(4) == 0) {
            olga.delete(absorbed);
        } else {
            MergePlan<Visit> plan = olga.planMerge(Visit.TYPE, choices -> {
                choices.master(master).absorb(absorbed);
                if (takes) {
                    choices.take(Visit.CONFIRMED, absorbed).take(Visit.EXPENSES, absorbed);
                }
            });
            olga.apply(plan);
        }
        learn();
    }

    private void switchOnOrOff() {
        if (isActive) {
            last = "deactivation";
            assertThat(unlessRefused(
                            () -> system.workflows().activate(system.workflows().planActivation(VisitFlow.OTHER))))
                    .as("both of one group")
                    .isEmpty();
            olga.workflows().deactivate(VisitFlow.FLOW);
            isActive = false;
        } else {
            activate();
        }
    }

    private void activate() {
        last = "activation";
        Map<String, Long> placed = new LinkedHashMap<>(Map.of("planned", 0L, "agreed", 0L, "done", 0L));
        long left = 0;
        long staying = 0;
        for (Map.Entry<UUID, Went> entry : model.entrySet()) {
            Went went = entry.getValue();
            if (went.step() != null && !VisitModel.isForbidden(went.step(), went.values())) {
                staying++;
            } else {
                Optional<String> place = VisitModel.place(went.values());
                place.ifPresent(step -> placed.merge(step, 1L, Long::sum));
                left += place.isPresent() ? 0 : 1;
                entry.setValue(new Went(place.orElse(null), went.values()));
            }
        }
        ActivationPlan plan = olga.workflows().planActivation(VisitFlow.FLOW);
        Map<String, Long> planned = new HashMap<>();
        plan.placed().forEach(one -> planned.put(one.step(), one.records()));
        assertThat(planned).isEqualTo(placed);
        assertThat(plan.staying()).isEqualTo(staying);
        assertThat(plan.left()).isEqualTo(left);
        assertThat(plan.leftOut()).hasSize((int) left);
        receipts.addAll(olga.workflows().activate(plan));
        isActive = true;
        assertThat(olga.workflows().planActivation(VisitFlow.FLOW).toPlace()).isZero();
    }

    /** Takes over what an undo or a merge came to, of which the model knows only what must not be. */
    private void learn() {
        model.clear();
        model.putAll(stored());
        isActive = system.find(WorkflowActivation.TYPE, activation())
                .filter(WorkflowActivation::isRunning)
                .isPresent();
    }

    private <T> Optional<T> unlessRefused(Supplier<T> act) {
        try {
            return Optional.of(act.get());
        } catch (InvalidRecordException | TransitionRefusedException | AccessDeniedException refused) {
            last += ", refused: " + refused.getMessage();
            return Optional.empty();
        }
    }
}
