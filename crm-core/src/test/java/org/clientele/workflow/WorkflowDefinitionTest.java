package org.clientele.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientele.Crm;
import org.clientele.account.Account;
import org.clientele.property.TextProperty;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityFlow;
import org.clientele.sales.OpportunityStatus;
import org.junit.jupiter.api.Test;

class WorkflowDefinitionTest {

    @Test
    void allThatIsWrongIsSaidAtOnceWithTheMend() {
        TextProperty<Opportunity> stray = TextProperty.of("stray", Opportunity::getName, Opportunity::setName);
        Step<Opportunity> first = Step.named(
                "first",
                step -> step.forbid(Opportunity.STATUS, OpportunityStatus.WON)
                        .allowOnly(Opportunity.STATUS, OpportunityStatus.LOST)
                        .readOnly(Opportunity.NOTES, Opportunity.NOTES)
                        .readOnly(stray));
        Step<Opportunity> dead = Step.named("dead", step -> step.allowOnly(Opportunity.STATUS, OpportunityStatus.LOST));
        Step<Opportunity> lonely = Step.named("lonely", Step.Definition::last);
        Step<Opportunity> foreign = Step.named("foreign");
        assertThatThrownBy(() -> Workflow.define(
                        "flow",
                        Opportunity.TYPE,
                        flow -> flow.start(first)
                                .steps(dead, lonely, Step.named("first", Step.Definition::last))
                                .transitions(
                                        Transition.from(
                                                first,
                                                "win",
                                                dead,
                                                win -> win.set(Opportunity.STATUS, OpportunityStatus.WON)
                                                        .asks(Opportunity.TIMES_CONTACTED)),
                                        Transition.from(List.of(), "win", foreign, win -> {}))))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refused -> assertThat(
                                String.valueOf(refused.getMessage()).lines())
                        .containsExactly(
                                "the workflow 'flow' has two steps that are called 'first'; rename one of them",
                                "the workflow 'flow' has two transitions that are called 'win'; rename one of them",
                                "the workflow 'flow' has the transition 'win', which leads from no step; name one that"
                                        + " it leads from",
                                "the workflow 'flow' has no step 'foreign', at which the transition 'win' begins or"
                                        + " ends; add it by steps(...)",
                                "the workflow 'flow' names 'stray', which the step 'first' restricts and the type"
                                        + " opportunity has not; name one of its properties",
                                "the workflow 'flow' has 'notes' read-only twice in the step 'first'; say it once",
                                "the workflow 'flow' limits 'status' twice in the step 'first', so that one restriction"
                                        + " overlaps the other; make them one",
                                "the workflow 'flow' asks for 'timesContacted' in the transition 'win', which nobody"
                                        + " enters; ask for what it follows from",
                                "the workflow 'flow' sets 'status' in the transition 'win' to what the step 'dead' does"
                                        + " not allow; set another value or allow it",
                                "the workflow 'flow' has the step 'dead', which nothing leads out of though it is not"
                                        + " said to be the last; say last() or add a transition",
                                "the workflow 'flow' has the step 'lonely', which can not be reached from 'first'; add a"
                                        + " transition to it or drop it",
                                "the workflow 'flow' has the step 'first', which can not be reached from 'first'; add a"
                                        + " transition to it or drop it"));
    }

    @Test
    void aWorkflowNeedsAStartAndAnotherName() {
        assertThatThrownBy(() -> Workflow.define("flow", Account.TYPE, flow -> {}))
                .hasMessage("the workflow 'flow' has no step to start in; name one by start(...)");
        assertThatThrownBy(() -> Crm.open(config -> config.workflow(OpportunityFlow.FLOW, OpportunityFlow.FLOW)))
                .hasMessage("two workflows are called 'opportunity flow'; register it once or rename one of them");
    }

    @Test
    void aDiagramNamesStepsAndTransitions() {
        assertThat(OpportunityFlow.FLOW.diagram()).isEqualTo("""
                stateDiagram-v2
                    state "open" as s1
                    state "won" as s2
                    state "lost" as s3
                    [*] --> s1
                    s1 --> s1: develop
                    s1 --> s2: close as won
                    s1 --> s3: close as lost
                    s2 --> s1: reopen
                    s3 --> s1: reopen
                    s2 --> [*]
                    s3 --> [*]
                """);
    }
}
