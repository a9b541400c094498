package org.clientele.merge;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.merge.MergeStrategies.byPriority;
import static org.clientele.merge.MergeStrategies.mostComplete;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Attachment;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.contact.Contact;
import org.clientele.merge.Clubs.Club;
import org.clientele.merge.Clubs.Member;
import org.clientele.model.CrmRecord;
import org.clientele.model.UnknownTypeException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.TextForm;
import org.junit.jupiter.api.Test;

class StoredPlanTest {

    private static final Shortest SHORTEST = new Shortest("shortest");

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator")))
            .merging(Account.DESCRIPTION, new Shortest("shortest in force")));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final User olga = crm.asSystem()
            .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
    private final Session sales = crm.as(olga);
    private final Account acuserv = sales.save(new Account("Acuserv, Inc\\"));
    private final Account bigBear = sales.save(new Account("Big Bear Stores").addTag("a,b"));

    private record Shortest(String name) implements MergeStrategy<CrmRecord, String> {

        @Override
        public MergedValue<String> merge(MergeCandidates<CrmRecord, String> candidates) {
            return candidates.greatest(comparing(String::length).reversed());
        }
    }

    private MergePlan<Account> plan(MergeStrategy<? super Account, String> names) {
        return sales.planMerge(
                Account.TYPE,
                choices -> choices.master(acuserv)
                        .absorb(bigBear)
                        .decide(Account.NAME, names)
                        .set(Account.DESCRIPTION, "two\nlines, \\ and a comma")
                        .append(Account.TAGS)
                        .replace(Attachment.TYPE, bigBear)
                        .prefer(mostComplete()));
    }

    @Test
    void everythingThatWasChosenIsReadAgain() {
        MergePlan<Account> plan = plan(SHORTEST);
        MergePlan<Account> read = sales.readPlan(Account.TYPE, plan.toText(), SHORTEST);
        assertThat(read).isEqualTo(plan);
        assertThat(read.mark()).isEqualTo(plan.mark());
        assertThat(read.toText()).isEqualTo(plan.toText());
        assertThat(sales.apply(read).orThrow().master().getName()).isEqualTo("Acuserv, Inc\\");
    }

    @Test
    void aStoredPlanThatIsOutOfDateSaysSo() {
        String text = plan(SHORTEST).toText();
        sales.save(sales.get(Account.TYPE, bigBear.getId()).addTag("new"));
        assertThat(sales.apply(sales.readPlan(Account.TYPE, text, SHORTEST))).isInstanceOf(MergeOutcome.Stale.class);
    }

    @Test
    void aStrategyThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> sales.readPlan(Account.TYPE, plan(SHORTEST).toText()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this plan uses the strategy 'shortest', which is not known; give it to the reading");
    }

    @Test
    void twoStrategiesOfOneNameAreNotTakenForEachOther() {
        MergePlan<Account> plan = plan(byPriority(Account.NAME, "Acuserv"));
        assertThat(sales.readPlan(Account.TYPE, plan.toText(), byPriority(Account.NAME, "Acuserv")))
                .isEqualTo(plan);
        assertThatThrownBy(() -> sales.readPlan(
                        Account.TYPE,
                        plan.toText(),
                        byPriority(Account.NAME, "Acuserv"),
                        byPriority(Account.NAME, "Bear")))
                .hasMessage("this plan uses the strategy 'priority of name', and 2 have that name;"
                        + " give each a name of its own");
    }

    @Test
    void aStrategyThatIsInForceForAPropertyIsKnown() {
        MergePlan<Account> plan = plan(new Shortest("shortest in force"));
        assertThat(sales.readPlan(Account.TYPE, plan.toText())).isEqualTo(plan);
    }

    @Test
    void anotherTextIsNoPlan() {
        String text = plan(SHORTEST).toText();
        for (String other : new String[] {"", "plan", text.substring(0, text.length() - 1), text + "more,"}) {
            assertThatThrownBy(() -> sales.readPlan(Account.TYPE, other)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> sales.readPlan(Contact.TYPE, text))
                .hasMessage("this is a plan for account, not for contact; read it by its own type");
    }

    @Test
    void aPlanOfWhichAPartIsMissingOrChangedIsRefusedInASentence() {
        List<String> whole = TextForm.split(plan(SHORTEST).toText());
        for (int part : new int[] {2, 6, 7, 9}) {
            assertThatThrownBy(() -> sales.readPlan(Account.TYPE, damaged(whole, part), SHORTEST))
                    .as("part %s", part)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a part of this plan is missing or changed;"
                            + " give the text that the plan wrote, whole and unchanged");
        }
        assertThatThrownBy(() -> sales.readPlan(Account.TYPE, damaged(whole, 8), SHORTEST))
                .hasMessage("this plan names account.nonsense, and there is no such property;"
                        + " define it again, or plan the merge anew");
        assertThatThrownBy(() -> sales.readPlan(Account.TYPE, damaged(whole, 4), SHORTEST))
                .isInstanceOf(UnknownTypeException.class);
    }

    private static String damaged(List<String> parts, int part) {
        List<String> damaged = new ArrayList<>(parts);
        damaged.set(part, TextForm.join(List.of(TextForm.join(List.of("nonsense", "nonsense")))));
        return TextForm.join(damaged);
    }

    @Test
    void whatComesOfAMergeIsReadAgainWhereverItComesFrom() {
        Contact ada = sales.save(new Contact("Ada", "Lovelace").addEmail("ada@acme.example"));
        Contact countess = sales.save(new Contact("Countess", "King").addEmail("countess@acme.example"));
        sales.save(new Account("Casper").addContact(countess));
        new Activities(sales).log(new Call("Call", Direction.INCOMING, Instant.EPOCH), countess);
        MergePlan<Contact> plan = sales.planMerge(
                Contact.TYPE,
                choices -> choices.master(ada)
                        .absorb(countess)
                        .take(Contact.FIRST_NAME, countess)
                        .set(Contact.MIDDLE_NAME, null)
                        .take(Contact.EMAILS, countess));
        assertThat(plan.relinks()).isNotEmpty();
        assertThat(plan.changes())
                .extracting(MergeChange::source)
                .contains(new MergeSource.OneRecord(countess.getId()), new MergeSource.Rules());
        MergePlan<Contact> read = sales.readPlan(Contact.TYPE, plan.toText());
        assertThat(read).isEqualTo(plan);
        assertThat(read.request().preferred()).isNull();
        assertThat(read.mark()).isEqualTo(plan.mark());
        assertThat(sales.apply(read).orThrow().master().getFirstName()).isEqualTo("Countess");
    }

    @Test
    void whatOthersCarryAndWhatStandsAgainstItIsReadAgain() {
        Session clubs = Clubs.open();
        Club chess = clubs.save(new Club("Chess").in("Berlin").founded("1851"));
        Club rowing = clubs.save(new Club("Rowing").in("Rome").founded("1872"));
        clubs.save(new Member("Ada", rowing));
        MergePlan<Club> plan = clubs.planMerge(
                Club.TYPE, choices -> choices.master(chess).absorb(rowing).take(Club.FOUNDED, rowing));
        assertThat(plan.carried()).containsExactly(new CarriedOver("member", "city", 1));
        assertThat(plan.problems()).hasSize(1);
        assertThat(clubs.readPlan(Club.TYPE, plan.toText())).isEqualTo(plan);
    }

    @Test
    void aPlanInAnotherFormIsRefused() {
        List<String> whole = new ArrayList<>(TextForm.split(plan(SHORTEST).toText()));
        whole.set(0, "merge plan 2");
        assertThatThrownBy(() -> sales.readPlan(Account.TYPE, TextForm.join(whole), SHORTEST))
                .hasMessage("this is no plan of a merge in the form 'merge plan 1';"
                        + " give the text that the plan wrote, whole and unchanged");
    }

    @Test
    void aPlanWhoseMasterIsMissingIsRefused() {
        List<String> whole = new ArrayList<>(TextForm.split(plan(SHORTEST).toText()));
        whole.set(6, null);
        assertThatThrownBy(() -> sales.readPlan(Account.TYPE, TextForm.join(whole), SHORTEST))
                .hasMessageStartingWith("a part of this plan is missing or changed");
        whole.set(6, TextForm.split(plan(SHORTEST).toText()).get(6));
        whole.set(3, TextForm.join(List.of(TextForm.join(List.of("name", TextForm.join(List.of("guess")))))));
        assertThatThrownBy(() -> sales.readPlan(Account.TYPE, TextForm.join(whole), SHORTEST))
                .hasMessageStartingWith("a part of this plan is missing or changed");
    }
}
