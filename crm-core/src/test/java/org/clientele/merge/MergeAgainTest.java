package org.clientele.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.clientele.Session;
import org.clientele.merge.Clubs.Badge;
import org.clientele.merge.Clubs.Club;
import org.clientele.merge.Clubs.Member;
import org.clientele.merge.Clubs.Mention;
import org.clientele.model.CrmRecord;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** Plans that come too late, or once more. */
class MergeAgainTest {

    private final Session session = Clubs.open();
    private final Club chess = session.save(new Club("Chess"));
    private final Club rowing = session.save(new Club("Rowing"));

    private MergePlan<Club> plan() {
        return plan(chess, rowing);
    }

    private MergePlan<Club> plan(Club master, Club... absorbed) {
        return session.planMerge(Club.TYPE, choices -> choices.master(master).absorb(absorbed));
    }

    private void assertStale(MergePlan<Club> plan, String reason) {
        MergeOutcome<Club> outcome = session.apply(plan);
        assertThat(outcome).isEqualTo(new MergeOutcome.Stale<Club>(List.of(reason)));
        assertThatThrownBy(outcome::orThrow)
                .isInstanceOf(StalePlanException.class)
                .hasMessage(reason);
    }

    @Test
    void aPlanOfARecordThatIsGoneIsStale() {
        MergePlan<Club> plan = plan();
        session.delete(rowing);
        assertStale(plan, "club Rowing is no longer there since the merge was planned; plan the merge again");
    }

    @Test
    void aPlanOfARecordThatWasRenamedCallsItAsItWas() {
        MergePlan<Club> plan = plan();
        Club.NAME.set(rowing, "Sailing");
        session.save(rowing);
        assertStale(plan, "club Rowing was changed since the merge was planned; plan the merge again");
    }

    @Test
    void aPlanIsStaleOnceOthersPointToTheAbsorbed() {
        session.save(new Badge(rowing, "1", "red"));
        MergePlan<Club> plan = plan();
        session.saveAll(List.of(new Badge(rowing, "2", "blue"), new Badge(rowing, "3", "green")));
        session.save(new Mention("new", rowing));
        assertThat(session.apply(plan))
                .isEqualTo(new MergeOutcome.Stale<Club>(List.of(
                        "other records than planned point to the absorbed by badge.club; plan the merge again",
                        "other records than planned point to the absorbed by mention.about; plan the merge again")));
    }

    /** Gives other answers when it is asked again. */
    private record Fickle(Deque<String> answers) implements MergeStrategy<CrmRecord, String> {

        @Override
        public String name() {
            return "fickle";
        }

        @Override
        public MergedValue<String> merge(MergeCandidates<CrmRecord, String> candidates) {
            return new MergedValue.Computed<>(answers.remove());
        }
    }

    @Test
    void aPlanThatWouldComeToSomethingElseIsStale() {
        Fickle fickle = new Fickle(new ArrayDeque<>(List.of("Berlin", "Rome")));
        MergePlan<Club> plan = session.planMerge(
                Club.TYPE, choices -> choices.master(chess).absorb(rowing).decide(Club.CITY, fickle));
        assertStale(
                plan,
                "the merge would not come to what was planned, since something that it depends on was changed;"
                        + " plan the merge again");
    }

    @Test
    void aPlanThatWouldLoseSomethingElseIsStale() {
        MergePlan<Club> plan = session.planMerge(
                Club.TYPE, choices -> choices.master(chess).absorb(rowing).replace(Mention.TYPE, chess));
        session.save(new Mention("new", rowing));
        assertStale(
                plan,
                "the merge would not come to what was planned, since something that it depends on was changed;"
                        + " plan the merge again");
    }

    @Test
    void aPlanThatWasAppliedGivesItsOutcomeAgain() {
        MergePlan<Club> plan = plan();
        MergeOutcome<Club> first = session.apply(plan);
        assertThat(session.apply(plan)).isEqualTo(first);
        assertThat(session.history().list())
                .filteredOn(set -> set.reason().equals("merge of Chess"))
                .hasSize(1);
    }

    @Test
    void anOutcomeIsGivenAgainWithTheRecordThatStandsForTheMasterByNow() {
        MergePlan<Club> plan = plan();
        UUID receipt = session.apply(plan).orThrow().receipt();
        Club riding = session.save(new Club("Riding"));
        session.apply(plan(riding, chess)).orThrow();
        MergeOutcome.Applied<Club> again = session.apply(plan).orThrow();
        assertThat(again.receipt()).isEqualTo(receipt);
        assertThat(again.master()).isEqualTo(riding);
    }

    @Test
    void aMergeThatWasTakenBackIsNoOutcome() {
        MergePlan<Club> plan = plan();
        session.undo(session.apply(plan).orThrow().receipt()).orThrow();
        assertThat(session.apply(plan)).isInstanceOf(MergeOutcome.Stale.class);
        assertThat(session.select(Club.TYPE).count()).isEqualTo(2);
    }

    @Test
    void anotherPlanOfTheSameRecordsIsAnother() {
        MergePlan<Club> plan = plan();
        MergePlan<Club> named = session.planMerge(
                Club.TYPE, choices -> choices.master(chess).absorb(rowing).take(Club.NAME, rowing));
        session.apply(named).orThrow();
        assertThat(session.apply(plan)).isInstanceOf(MergeOutcome.Stale.class);
    }

    @Test
    void whoNamesAnAbsorbedRecordMeansTheOneThatStandsForItByNow() {
        Club riding = session.save(new Club("Riding"));
        Club golf = session.save(new Club("Golf"));
        session.apply(plan(chess, rowing)).orThrow();
        session.apply(plan(riding, chess)).orThrow();
        session.apply(plan(golf, riding)).orThrow();
        assertThat(Member.CLUB.get(session.save(new Member("Ada", rowing)))).isEqualTo(Ref.to(golf));
        assertThat(Member.CLUB.get(session.save(new Member("Bo", chess)))).isEqualTo(Ref.to(golf));
        assertThat(Member.CLUB.get(session.save(new Member("Cy", golf)))).isEqualTo(Ref.to(golf));
    }
}
