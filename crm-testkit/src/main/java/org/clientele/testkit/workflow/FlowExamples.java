package org.clientele.testkit.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.clientele.Crm;
import org.clientele.MassAnswer;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Task;
import org.clientele.activity.TaskFlow;
import org.clientele.activity.TaskStatus;
import org.clientele.contact.Contact;
import org.clientele.merge.StalePlanException;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.CloseReason;
import org.clientele.sales.ConversionPlan;
import org.clientele.sales.Lead;
import org.clientele.sales.LeadFlow;
import org.clientele.sales.LeadStatus;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityFlow;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.RecordStore;
import org.clientele.store.StaleRecordException;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.clientele.workflow.ActivationPlan;
import org.clientele.workflow.Passed;
import org.clientele.workflow.Place;
import org.clientele.workflow.TransitionRefusedException;
import org.clientele.workflow.Workflow;
import org.clientele.workflow.WorkflowProgress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the shipped workflows do (OroCRM reference, workflows), by example. */
abstract class FlowExamples {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-14");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-14T09:30:00Z"), ZoneOffset.UTC);

    /** An empty store each time that it is called. */
    protected abstract RecordStore newStore();

    private Session sales() {
        Crm crm = Crm.open(
                newStore(),
                config -> config.workflow(LeadFlow.FLOW, OpportunityFlow.FLOW, TaskFlow.FLOW)
                        .clock(CLOCK)
                        .access(RolePolicy.of(Role.administrator("seller"))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        User olga = new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("seller");
        return crm.as(crm.asSystem().save(olga));
    }

    private static Session active(Session sales, Workflow<?> flow) {
        sales.workflows().activate(sales.workflows().planActivation(flow));
        return sales;
    }

    private static Opportunity deal(Session sales) {
        Opportunity deal = new Opportunity("Carts");
        deal.setBudget(Money.of("17000", "USD"));
        return sales.save(deal);
    }

    @Test
    void aDealIsWonTodayForItsBudgetAndOpenedAgain() {
        Session sales = active(sales(), OpportunityFlow.FLOW);
        Opportunity won = sales.workflows().perform(deal(sales), OpportunityFlow.CLOSE_WON);
        assertThat(won.getStatus()).isEqualTo(OpportunityStatus.WON);
        assertThat(won.getCloseDate()).isEqualTo(TODAY);
        assertThat(won.getCloseRevenue()).isEqualTo(Money.of("17000", "USD"));
        assertThat(won.getCloseReason()).isEqualTo(CloseReason.WON);
        assertThat(won.getProbability()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(won.getClosedAt()).isEqualTo(CLOCK.instant());
        assertThat(won.getBaseCloseRevenue()).isEqualByComparingTo("17000");
        Opportunity open = sales.workflows().perform(won, OpportunityFlow.REOPEN);
        assertThat(open.getStatus()).isEqualTo(OpportunityStatus.IN_PROGRESS);
        assertThat(open.getProbability()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(open.getCloseReason()).isNull();
        assertThat(open.getCloseRevenue()).isNull();
        assertThat(open.getClosedAt()).isNull();
        assertThat(sales.workflows().history(open))
                .extracting(Passed::from, Passed::to, Passed::transition)
                .containsExactly(
                        tuple("won", "open", "reopen"),
                        tuple("open", "won", "close as won"),
                        tuple(null, "open", null));
        assertThat(sales.workflows().history(open))
                .allMatch(move -> "Olga Ost".equals(move.actorName()) || "olga".equals(move.actorName()));
    }

    @Test
    void aDealIsLostOnADateAndForAReasonThatMustBeGiven() {
        Session sales = active(sales(), OpportunityFlow.FLOW);
        Opportunity deal = deal(sales);
        assertThatThrownBy(() -> sales.workflows().perform(deal, OpportunityFlow.CLOSE_LOST))
                .isInstanceOf(TransitionRefusedException.class)
                .hasMessage("opportunity Carts, close as lost of the opportunity flow: close date must be set; set it\n"
                        + "opportunity Carts, close as lost of the opportunity flow: close reason must be set; choose"
                        + " outsold, cancelled or one of your own");
        Opportunity lost = sales.workflows().perform(deal, OpportunityFlow.CLOSE_LOST, values -> {
            values.setCloseDate(TODAY);
            values.setCloseReason(CloseReason.OUTSOLD);
        });
        assertThat(lost.getProbability()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(lost.getCloseRevenue()).isEqualTo(Money.of("0", "USD"));
        assertThat(sales.workflows().of(lost)).singleElement().satisfies(place -> {
            assertThat(place.step()).isEqualTo(OpportunityFlow.LOST);
            assertThat(place.options()).extracting(Place.Option::transition).containsExactly(OpportunityFlow.REOPEN);
        });
        assertThatThrownBy(() -> sales.workflows().perform(deal, OpportunityFlow.CLOSE_LOST))
                .isInstanceOf(StaleRecordException.class);
        assertThatThrownBy(() -> sales.workflows().perform(lost, OpportunityFlow.CLOSE_WON))
                .hasMessageContaining("does not lead from the step 'lost'; choose one that does: reopen");
    }

    @Test
    void aDealThatIsChangedDirectlyObeys() {
        Session sales = active(sales(), OpportunityFlow.FLOW);
        Opportunity deal = deal(sales);
        deal.setStatus(OpportunityStatus.WON);
        assertThatThrownBy(() -> sales.save(deal))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage(
                        "opportunity Carts: status is 'won', but in the step 'open' of the opportunity flow it is none of"
                                + " won, lost; go on by a transition or give another value");
        Opportunity won =
                sales.workflows().perform(sales.get(Opportunity.TYPE, deal.getId()), OpportunityFlow.CLOSE_WON);
        won.setBudget(Money.of("1", "USD"));
        assertThatThrownBy(() -> sales.save(won))
                .hasMessage(
                        "opportunity Carts: budget can not be changed, as in the step 'won' of the opportunity flow it is"
                                + " read-only; keep it, or go on by a transition: reopen");
        Opportunity named = sales.get(Opportunity.TYPE, deal.getId());
        named.setNotes("Thank you");
        assertThat(sales.save(named).getNotes()).isEqualTo("Thank you");
        assertThatThrownBy(() -> sales.workflows()
                        .perform(
                                sales.get(Opportunity.TYPE, deal.getId()),
                                OpportunityFlow.REOPEN,
                                values -> values.setName("Wheels")))
                .hasMessageContaining("does not ask for name");
    }

    @Test
    void aWonDealsCustomerMayStillBeMergedAway() {
        Session sales = active(sales(), OpportunityFlow.FLOW);
        Account acuserv = sales.save(new Account("Acuserv"));
        Account twin = sales.save(new Account("Acuserv Ltd"));
        Opportunity won =
                sales.workflows().perform(sales.save(new Opportunity("Carts", twin)), OpportunityFlow.CLOSE_WON);
        sales.apply(sales.planMerge(
                        Account.TYPE, choices -> choices.master(acuserv).absorb(twin)))
                .orThrow();
        assertThat(sales.get(Opportunity.TYPE, won.getId()).getAccount()).isEqualTo(Ref.to(acuserv));
    }

    @Test
    void aTransitionIsTakenBackWithItsStep() {
        Session sales = active(sales(), OpportunityFlow.FLOW);
        Opportunity won = sales.workflows().perform(deal(sales), OpportunityFlow.CLOSE_WON);
        UUID closing = sales.workflows().history(won).get(0).changeSet();
        sales.undo(closing).orThrow();
        Opportunity open = sales.get(Opportunity.TYPE, won.getId());
        assertThat(open.getStatus()).isEqualTo(OpportunityStatus.IN_PROGRESS);
        assertThat(sales.workflows().of(open)).extracting(Place::step).containsExactly(OpportunityFlow.OPEN);
    }

    @Test
    void aLeadIsQualifiedWithContactAndAccountAndMayNotBeConvertedPastTheFlow() {
        Session sales = active(active(sales(), LeadFlow.FLOW), OpportunityFlow.FLOW);
        Lead lead = new Lead("Coleman wants 20 carts");
        lead.setFirstName("Jerry");
        lead.setLastName("Coleman");
        Lead stored = sales.save(lead);
        assertThat(sales.workflows().of(stored).get(0).options())
                .extracting(option -> option.transition().name(), Place.Option::objections)
                .contains(tuple(
                        "qualify",
                        List.of(
                                "lead Coleman wants 20 carts, qualify of the lead flow: company name, customer or account must"
                                        + " be given; give one of them")));
        ConversionPlan past = sales.planConversion(stored, choices -> choices.companyName("Coleman Ltd"));
        assertThat(past.problems()).anyMatch(problem -> problem.contains("in the step 'new' of the lead flow"));
        Lead qualified =
                sales.workflows().perform(stored, LeadFlow.QUALIFY, values -> values.setCompanyName("Coleman Ltd"));
        assertThat(qualified.getStatus()).isEqualTo(LeadStatus.QUALIFIED);
        assertThat(qualified.getCompanyName()).isEqualTo("Coleman Ltd");
        Opportunity deal = sales.select(Opportunity.TYPE)
                .where(Opportunity.LEAD.is(qualified))
                .list()
                .get(0);
        assertThat(deal.getAccount()).isEqualTo(qualified.getAccount());
        assertThat(sales.find(Contact.TYPE, Objects.requireNonNull(qualified.getContact()))
                        .map(Contact::getLastName))
                .contains("Coleman");
        assertThat(sales.workflows().of(deal)).extracting(Place::step).containsExactly(OpportunityFlow.OPEN);
        Lead again = sales.workflows().perform(qualified, LeadFlow.REACTIVATE);
        assertThat(again.getStatus()).isEqualTo(LeadStatus.NEW);
        assertThat(sales.select(Opportunity.TYPE).count()).isEqualTo(1);
        assertThat(sales.workflows().perform(again, LeadFlow.DISQUALIFY).getStatus())
                .isEqualTo(LeadStatus.CANCELED);
    }

    private static Lead lead(String companyName) {
        Lead lead = new Lead("Wants carts");
        lead.setCompanyName(companyName);
        lead.setFirstName("Jerry");
        return lead;
    }

    @Test
    void leadsOfOneNewCompanyBecomeOpportunitiesOfOneAccount() {
        Session sales = active(sales(), LeadFlow.FLOW);
        List<Lead> leads = sales.saveAll(List.of(lead("Coleman"), lead("Acuserv"), lead("COLEMAN"), lead("Coleman ")));
        MassAnswer<Lead> answer = sales.workflows().performEach(leads, LeadFlow.QUALIFY);
        assertThat(answer.refused()).isEmpty();
        List<@Nullable Ref<Account>> accounts =
                answer.done().stream().map(Lead::getAccount).toList();
        assertThat(accounts.get(0)).isNotNull().isEqualTo(accounts.get(2)).isEqualTo(accounts.get(3));
        assertThat(sales.select(Account.TYPE).list())
                .extracting(Account::getName, account -> account.getContacts().size())
                .containsExactlyInAnyOrder(tuple("Coleman", 3), tuple("Acuserv", 1));
        assertThat(sales.select(Opportunity.TYPE).count()).isEqualTo(4);
    }

    @Test
    void aLeadThatKnowsNobodyIsNotQualifiedWithoutAContact() {
        Session sales = sales();
        Lead lead = new Lead("Wants carts");
        lead.setCompanyName("Coleman");
        Lead stored = sales.save(lead);
        String missing =
                "names no contact and nobody to become one; choose a contact, or give the lead a first or a last"
                        + " name, an e-mail address or a phone number";
        assertThat(sales.planConversion(stored, choices -> {}).problems())
                .containsExactly("lead Wants carts " + missing);
        active(sales, LeadFlow.FLOW);
        assertThat(sales.workflows().of(stored).get(0).options())
                .extracting(option -> option.transition().name(), Place.Option::objections)
                .contains(tuple("qualify", List.of("lead Wants carts, qualify of the lead flow: " + missing)));
        assertThatThrownBy(() -> sales.workflows().perform(stored, LeadFlow.QUALIFY))
                .isInstanceOf(TransitionRefusedException.class)
                .hasMessageContaining(missing);
        Ref<Contact> jerry = Ref.to(sales.save(new Contact("Jerry", "Coleman")));
        assertThat(sales.workflows()
                        .perform(stored, LeadFlow.QUALIFY, values -> values.setContact(jerry))
                        .getContact())
                .isEqualTo(jerry);
    }

    @Test
    void tasksChangeTheirStatusByTransitionsAloneAndManyAtOnce() {
        Session sales = active(sales(), TaskFlow.FLOW);
        Task one = sales.save(new Task("Call"));
        Task other = sales.workflows().perform(sales.save(new Task("Write")), TaskFlow.CLOSE);
        MassAnswer<Task> answer = sales.workflows().performEach(List.of(one, other), TaskFlow.START);
        assertThat(answer.done()).extracting(Task::getStatus).containsExactly(TaskStatus.IN_PROGRESS);
        assertThat(answer.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason().getMessage())
                        .contains("does not lead from the step 'closed'; choose one that does: reopen"));
        Task begun = answer.done().get(0);
        begun.setStatus(TaskStatus.CLOSED);
        assertThatThrownBy(() -> sales.save(begun)).isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void anActivationNamesWhatFitsNowhereAndIsTakenBackAndDoneAgain() {
        Session sales = sales();
        Task open = sales.save(new Task("Call"));
        Task closed = sales.save(new Task("Write"));
        closed.setStatus(TaskStatus.CLOSED);
        sales.save(closed);
        ActivationPlan plan = sales.workflows().planActivation(TaskFlow.FLOW);
        assertThat(plan.placed())
                .extracting(ActivationPlan.Placed::toString)
                .containsExactly("open: 1", "in progress: 0", "closed: 1");
        assertThat(plan.toString()).startsWith("activation of task flow");
        sales.delete(open);
        assertThatThrownBy(() -> sales.workflows().activate(plan)).isInstanceOf(StalePlanException.class);
        List<UUID> receipt = sales.workflows().activate(sales.workflows().planActivation(TaskFlow.FLOW));
        assertThat(sales.workflows().of(sales.get(Task.TYPE, closed.getId())))
                .extracting(Place::step)
                .containsExactly(TaskFlow.CLOSED);
        sales.workflows().deactivate(TaskFlow.FLOW);
        Task free = sales.get(Task.TYPE, closed.getId());
        free.setStatus(TaskStatus.OPEN);
        sales.save(free);
        assertThat(sales.workflows().of(sales.get(Task.TYPE, closed.getId()))).isEmpty();
        active(sales, TaskFlow.FLOW);
        assertThat(sales.workflows().of(sales.get(Task.TYPE, closed.getId())))
                .extracting(Place::step)
                .containsExactly(TaskFlow.OPEN);
        assertThat(receipt).hasSizeBetween(1, 2);
    }

    @Test
    void aPlaceGoesWithItsRecordAndComesBackWithIt() {
        Session sales = active(sales(), TaskFlow.FLOW);
        Task task = sales.save(new Task("Call"));
        Task begun = sales.workflows().perform(task, TaskFlow.START);
        sales.delete(begun);
        assertThat(sales.select(WorkflowProgress.TYPE).count()).isZero();
        sales.undo(sales.history().latest(1).get(0).id()).orThrow();
        assertThat(sales.workflows().of(sales.get(Task.TYPE, task.getId())))
                .extracting(Place::step)
                .containsExactly(TaskFlow.IN_PROGRESS);
    }

    @Test
    void whoMayNotPerformTransitionsOrActivateIsTold() {
        Crm crm = Crm.open(
                newStore(),
                config -> config.workflow(TaskFlow.FLOW)
                        .access(RolePolicy.of(
                                Role.named("clerk").grant(Task.TYPE, AccessLevel.ORGANIZATION, Permission.values()))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        Session ivan = crm.as(
                crm.asSystem().save(new User("ivan", "ivan@acme.example", "Ivan", "West", acme).addRole("clerk")));
        active(crm.asSystem(), TaskFlow.FLOW);
        Task task = ivan.save(new Task("Call"));
        assertThatThrownBy(() -> ivan.workflows().perform(task, TaskFlow.START))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("PERFORM_TRANSITIONS");
        assertThatThrownBy(() -> ivan.workflows().planActivation(TaskFlow.FLOW))
                .isInstanceOf(AccessDeniedException.class);
    }
}
