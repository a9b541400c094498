package org.clientele.testkit.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.Crm;
import org.clientele.MassAnswer;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.activity.TaskFlow;
import org.clientele.magento.OrderFollowUp;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.LeadFlow;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityFlow;
import org.clientele.sales.OpportunityStatus;
import org.clientele.workflow.ActivationPlan;
import org.clientele.workflow.Passed;
import org.clientele.workflow.Place;
import org.clientele.workflow.Step;
import org.clientele.workflow.Transition;
import org.clientele.workflow.Workflow;
import org.junit.jupiter.api.Test;

/** What docs/workflows.md shows is so. */
class DocumentedWorkflowsTest {

    static final Step<Opportunity> DRAFT = Step.named(
            "draft",
            step -> step.looksLike(Opportunity.BUDGET.isBlank()).forbid(Opportunity.STATUS, OpportunityStatus.WON));
    static final Step<Opportunity> OFFERED = Step.named(
            "offered",
            step -> step.looksLike(Opportunity.BUDGET.isPresent())
                    .readOnly(Opportunity.BUDGET)
                    .last());
    static final Transition<Opportunity> OFFER = Transition.from(
            DRAFT,
            "offer",
            OFFERED,
            transition -> transition
                    .shownWhen(Opportunity.CONTACT.isPresent())
                    .asks(Opportunity.BUDGET)
                    .allowedWhen(Opportunity.BUDGET.isPresent(), "budget must be set; set it")
                    .set(Opportunity.STATUS, OpportunityStatus.NEGOTIATION));
    static final Workflow<Opportunity> OFFERS = Workflow.define(
            "offers",
            Opportunity.TYPE,
            flow -> flow.start(DRAFT).steps(OFFERED).transitions(OFFER).exclusiveGroup("opportunity management"));

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/workflows.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s", "");
    }

    @Test
    void theCodeOfTheDocumentationIsThatOfThisTest() throws IOException {
        String code = squeezed(
                Files.readString(Path.of("src/test/java/org/clientele/testkit/workflow/DocumentedWorkflowsTest.java")));
        assertThat(blocks("java"))
                .hasSize(3)
                .allSatisfy(block -> assertThat(code).contains(squeezed(block)));
    }

    @Test
    void theDiagramsOfTheDocumentationAreThoseOfTheWorkflows() throws IOException {
        assertThat(blocks("mermaid"))
                .isEqualTo(Stream.of(OpportunityFlow.FLOW, LeadFlow.FLOW, TaskFlow.FLOW, OrderFollowUp.FLOW)
                        .map(Workflow::diagram)
                        .toList());
    }

    @Test
    void dealsGoOn() {
        Crm crm = Crm.open(config ->
                config.workflow(OpportunityFlow.FLOW, OFFERS).access(RolePolicy.of(Role.administrator("seller"))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        Session sales = crm.as(
                crm.asSystem().save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("seller")));
        sales.workflows().activate(sales.workflows().planActivation(OpportunityFlow.FLOW));
        Opportunity deal = sales.save(new Opportunity("Carts"));
        List<Opportunity> deals =
                List.of(sales.workflows().perform(sales.save(new Opportunity("Wheels")), OpportunityFlow.CLOSE_WON));
        LocalDate today = LocalDate.of(2026, 3, 14);
        List<Place<Opportunity>> places = sales.workflows().of(deal);
        Opportunity won =
                sales.workflows().perform(deal, OpportunityFlow.CLOSE_WON, values -> values.setCloseDate(today));
        MassAnswer<Opportunity> answer = sales.workflows().performEach(deals, OpportunityFlow.REOPEN);
        List<Passed> moves = sales.workflows().history(won);
        assertThat(places).extracting(Place::step).containsExactly(OpportunityFlow.OPEN);
        assertThat(answer.done()).hasSize(1);
        assertThat(moves).extracting(Passed::to).containsExactly("won", "open");
    }

    @Test
    void aWorkflowIsActivatedAndDeactivated() {
        Session sales =
                Crm.open(config -> config.workflow(OpportunityFlow.FLOW)).asSystem();
        ActivationPlan plan = sales.workflows().planActivation(OpportunityFlow.FLOW);
        List<UUID> receipt = sales.workflows().activate(plan);
        sales.workflows().deactivate(OpportunityFlow.FLOW);
        assertThat(receipt).hasSize(1);
    }
}
