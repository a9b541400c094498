package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.sales.ConversionChoices;
import org.clientele.sales.ConversionOutcome;
import org.clientele.sales.ConversionPlan;
import org.clientele.sales.Lead;

/** Probes of converting leads: no hidden lead is converted, and no lead is bound to what is hidden. */
final class ConversionProbes {

    private ConversionProbes() {}

    static Map<String, Probe> all() {
        return Map.of(
                "Session.planConversion(Lead, Consumer)", ConversionProbes::plan,
                "Session.apply(ConversionPlan)", ConversionProbes::apply);
    }

    /** A lead, and choices that reach for a hidden record. */
    private record Reach(Lead lead, Consumer<ConversionChoices> choices) {}

    private static <R extends CrmRecord> void plan(Scene<R> scene) {
        for (R hidden : scene.hidden()) {
            reaches(scene, hidden).forEach(reach -> {
                ConversionPlan plan = scene.session().planConversion(reach.lead, reach.choices);
                scene.tellsNoName(hidden, plan.toString());
                assertThat(plan.problems()).as("%s", scene).isNotEmpty();
                assertThat(plan.created()).as("%s", scene).isEmpty();
                assertThat(plan.changed()).as("%s", scene).isEmpty();
                assertThat(plan.members())
                        .filteredOn(member -> member.record().id().equals(hidden.getId()))
                        .as("%s", scene)
                        .isNotEmpty()
                        .allMatch(member -> member.version() == null);
            });
        }
        leads(scene).forEach(lead -> bindsNothingHiddenByName(scene, lead));
    }

    /** The name of a hidden account finds no account: there is to be a new one, as if nobody had used the name. */
    private static <R extends CrmRecord> void bindsNothingHiddenByName(Scene<R> scene, Lead lead) {
        for (R hidden : scene.hidden()) {
            String name = hidden instanceof Account account ? account.getName() : null;
            if (name != null) {
                ConversionPlan plan = scene.session().planConversion(lead, choices -> choices.companyName(name));
                assertThat(plan.bound())
                        .as("%s", scene)
                        .noneMatch(member -> member.record().id().equals(hidden.getId()));
            }
        }
    }

    /** Neither an own plan is done, nor one that somebody made who sees more. */
    private static <R extends CrmRecord> void apply(Scene<R> scene) {
        for (R hidden : scene.hidden()) {
            reaches(scene, hidden)
                    .flatMap(reach -> Stream.of(scene.session(), scene.system())
                            .map(planner -> planner.planConversion(reach.lead, reach.choices)))
                    .forEach(plan -> {
                        ConversionOutcome outcome = scene.alone().apply(plan);
                        assertThat(outcome).as("%s", scene).isNotInstanceOf(ConversionOutcome.Converted.class);
                        if (outcome instanceof ConversionOutcome.Refused refused) {
                            scene.tellsNoName(hidden, refused.problems().toString());
                        }
                    });
        }
    }

    private static <R extends CrmRecord> Stream<Reach> reaches(Scene<R> scene, R hidden) {
        if (hidden instanceof Lead lead) {
            return Stream.of(new Reach(scene.forged(lead), choices -> choices.companyName("Acuserv")));
        }
        return binding(hidden).stream().flatMap(choice -> leads(scene).map(lead -> new Reach(lead, choice)));
    }

    private static Optional<Consumer<ConversionChoices>> binding(CrmRecord hidden) {
        if (hidden instanceof Contact contact) {
            return Optional.of(choices -> choices.contact(contact).companyName("Acuserv"));
        } else if (hidden instanceof Account account) {
            return Optional.of(choices -> choices.account(account));
        }
        return hidden instanceof Customer customer
                ? Optional.of(choices -> choices.customer(customer))
                : Optional.empty();
    }

    /** A few leads that the actor sees. */
    private static Stream<Lead> leads(Scene<?> scene) {
        return scene.session().select(Lead.TYPE).list().stream().limit(2);
    }
}
