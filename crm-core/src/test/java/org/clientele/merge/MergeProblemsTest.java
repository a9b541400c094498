package org.clientele.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.merge.MergeStrategies.longest;

import java.util.List;
import java.util.function.Consumer;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.merge.Clubs.Club;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.TextProperty;
import org.junit.jupiter.api.Test;

/** What is wrong with the choice of records and values. */
class MergeProblemsTest {

    private final Session session = Clubs.open();
    private final Club chess = session.save(new Club("Chess").in("Berlin").founded("1851"));
    private final Club rowing =
            session.save(new Club("Rowing of Rome").in("Rome").founded("1872"));

    private MergePlan<Club> plan(Consumer<MergeChoices<Club>> further) {
        return session.planMerge(Club.TYPE, choices -> {
            choices.master(chess).absorb(rowing);
            further.accept(choices);
        });
    }

    @Test
    void aRecordThatIsNotThereIsCalledByItsIdentity() {
        Club unsaved = new Club("Riding");
        MergePlan<Club> plan = plan(choices -> choices.absorb(unsaved));
        assertThat(plan.problems()).singleElement().asString().startsWith("there is no club " + unsaved.getId());
        assertThat(plan.members())
                .extracting(MergeMember::name)
                .containsExactly("Chess", "Rowing of Rome", unsaved.getId().toString());
        assertThat(plan.absorbed().get(1).version()).isNull();
        assertThat(plan.changes()).isEmpty();
        assertThat(session.readPlan(Club.TYPE, plan.toText())).isEqualTo(plan);
        assertThat(session.apply(plan)).isEqualTo(new MergeOutcome.Rejected<Club>(plan.problems()));
        MergePlan<Club> headless =
                session.planMerge(Club.TYPE, choices -> choices.master(unsaved).absorb(rowing));
        assertThat(headless.master().name()).isEqualTo(unsaved.getId().toString());
        assertThat(headless.problems()).hasSize(1);
    }

    @Test
    void oneRecordAloneOrNamedTwiceIsNoMerge() {
        assertThat(session.planMerge(Club.TYPE, choices -> choices.master(chess))
                        .problems())
                .containsExactly("a merge takes at least two records, and there is only one; absorb another one");
        assertThat(plan(choices -> choices.absorb(rowing)).problems())
                .containsExactly("a record takes part in the merge twice; name each record once");
    }

    @Test
    void aValueComesFromARecordThatTakesPartAndAPropertyThatIsThere() {
        Club riding = session.save(new Club("Riding"));
        assertThat(plan(choices -> choices.take(Club.CITY, riding)).problems())
                .containsExactly("city is to come from " + riding.getId()
                        + ", which takes no part in the merge; choose one of its records");
        TextProperty<Club> motto = TextProperty.of("motto", club -> null, (club, value) -> {});
        assertThat(plan(choices -> choices.set(motto, "Sail on")).problems())
                .containsExactly("club has no property motto in this CRM; leave it out or define it");
    }

    @Test
    void aValueThatIsGivenOnceIsNobodysChoice() {
        assertThat(plan(choices -> choices.prefer(MergeStrategies.newest())).changes())
                .extracting(change -> change.property().name())
                .containsExactly("name", "city");
        assertThat(plan(choices -> choices.take(Club.FOUNDED, rowing)).problems())
                .containsExactly("club Chess: founded is given once and can not be changed; keep it");
    }

    @Test
    void theLastChoiceForAPropertyCounts() {
        MergePlan<Club> plan = plan(
                choices -> choices.take(Club.CITY, rowing).set(Club.CITY, null).decide(Club.NAME, longest()));
        assertThat(plan.changes())
                .extracting(MergeChange::toString)
                .containsExactly(
                        "name: Chess -> Rowing of Rome (longest, of club Rowing of Rome)", "city: Berlin -> nothing");
        assertThat(plan.changes()).extracting(MergeChange::source).contains(new MergeSource.Given(null));
        assertThat(plan.request().members()).containsExactly(chess.getId(), rowing.getId());
        assertThat(plan.reason()).isEqualTo("merge of Chess");
    }

    @Test
    void whatIsHiddenFromTheActorIsNotMerged() {
        Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.named("clerk")
                .allow(Capability.MERGE)
                .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.values())
                .restrict(Account.TYPE, Account.DESCRIPTION, AccessLevel.NONE, Permission.VIEW))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        Session clerk = crm.as(
                crm.asSystem().save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("clerk")));
        Account acuserv = clerk.save(new Account("Acuserv"));
        Account bigBear = clerk.save(new Account("Big Bear Stores"));
        String rest = " does not show you its description, which a merge would lose or disclose;"
                + " let somebody merge who may see all of it";
        assertThat(clerk.planMerge(
                                Account.TYPE, choices -> choices.master(acuserv).absorb(bigBear))
                        .problems())
                .containsExactly("account Acuserv" + rest, "account Big Bear Stores" + rest);
    }

    @Test
    void aProblemIsToldOnceAndAllTogether() {
        MergePlan<Club> plan = session.planMerge(
                Club.TYPE, choices -> choices.master(chess).absorb(chess).absorb(List.of(rowing, rowing)));
        assertThat(plan.problems()).containsExactly("a record takes part in the merge twice; name each record once");
    }
}
