package org.clientele.testkit.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.merge.MergeStrategies.lowest;
import static org.clientele.merge.MergeStrategies.newest;
import static org.clientele.merge.MergeStrategies.replace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.clientele.merge.MergeCandidate;
import org.clientele.merge.MergeCandidates;
import org.clientele.merge.MergeStrategy;
import org.clientele.merge.MergedValue;
import org.clientele.merge.MergedValue.Computed;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.NumberProperty;
import org.clientele.testkit.host.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That the laws of merge strategies catch strategies that break them, each by the law that it breaks. */
class MergeStrategyLawsTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:15:30Z");

    /** A strategy by a rule, which promises all. */
    private record Ruled(Function<MergeCandidates<Visit, Integer>, MergedValue<Integer>> rule)
            implements MergeStrategy<Visit, Integer> {

        @Override
        public String name() {
            return "ruled";
        }

        @Override
        public MergedValue<Integer> merge(MergeCandidates<Visit, Integer> candidates) {
            return rule.apply(candidates);
        }
    }

    /** The same, which does not promise that two at a time come to the same. */
    private record Modest(Function<MergeCandidates<Visit, Integer>, MergedValue<Integer>> rule)
            implements MergeStrategy<Visit, Integer> {

        @Override
        public String name() {
            return "modest";
        }

        @Override
        public MergedValue<Integer> merge(MergeCandidates<Visit, Integer> candidates) {
            return rule.apply(candidates);
        }

        @Override
        public boolean isAssociative() {
            return false;
        }
    }

    /** The laws on a few visits of some minutes. */
    private static final class Trial extends MergeStrategyLaws<Visit, Integer> {

        private final MergeStrategy<? super Visit, Integer> strategy;

        Trial(MergeStrategy<? super Visit, Integer> strategy) {
            this.strategy = strategy;
        }

        @Override
        protected EntityType<Visit> type() {
            return Visit.TYPE;
        }

        @Override
        protected NumberProperty<Visit, Integer> property() {
            return Visit.MINUTES;
        }

        @Override
        protected MergeStrategy<? super Visit, Integer> strategy() {
            return strategy;
        }

        @Override
        protected Arbitrary<Integer> values() {
            return Arbitraries.integers().between(0, 60);
        }

        List<String> broken() {
            List<String> broken = new ArrayList<>();
            judge("order", broken, seed -> theOrderInWhichTheAbsorbedAreNamedDoesNotMatter(many(), new Random(seed)));
            judge("again", broken, seed -> whoeverAsksAgainIsAnsweredTheSame(many(), visits(1, 2)));
            judge("alone", broken, seed -> oneRecordAloneKeepsItsValue(many()));
            judge("given", broken, seed -> whatIsGivenToAStrategyStaysAsItIs(many()));
            judge("value", broken, seed -> whatIsGivenBackIsAValueOfThePropertyAndWhatIsChosenIsARecords(many()));
            judge("steps", broken, seed -> mergingTwoAtATimeComesToTheSameAsAllAtOnce(many(), new Random(seed)));
            return broken;
        }

        private static List<Visit> many() {
            return visits(3, 10, null, 4, 10, 60);
        }

        private static List<Visit> visits(@Nullable Integer... minutes) {
            return new ArrayList<>(Arrays.stream(minutes).map(Trial::visit).toList());
        }

        private static Visit visit(@Nullable Integer minutes) {
            Visit visit = new Visit("Bears");
            visit.setMinutes(minutes);
            CrmRecord.UPDATED_AT.set(visit, TIME.minusSeconds(minutes == null ? 0 : minutes));
            return visit;
        }

        private static void judge(String law, List<String> broken, IntConsumer tries) {
            for (int seed = 0; seed < 10 && !broken.contains(law); seed++) {
                try {
                    tries.accept(seed);
                } catch (AssertionError failure) {
                    broken.add(law);
                }
            }
        }
    }

    private static List<String> broken(Function<MergeCandidates<Visit, Integer>, MergedValue<Integer>> rule) {
        return new Trial(new Ruled(rule)).broken();
    }

    @Test
    void aSoundStrategyPasses() {
        assertThat(new Trial(lowest()).broken()).isEmpty();
        assertThat(new Trial(newest()).broken()).isEmpty();
        assertThat(new Trial(replace()).broken()).isEmpty();
        assertThat(broken(MergeCandidates::first)).isEmpty();
    }

    @Test
    void aStrategyThatTakesWhatItWasGivenFirstIsCaught() {
        List<MergeCandidate<Visit, Integer>> seen = new ArrayList<>();
        assertThat(broken(minutes -> {
                    seen.addAll(minutes.present());
                    return new MergedValue.Chosen<>(seen.get(0));
                }))
                .contains("alone", "value");
    }

    @Test
    void aStrategyThatTakesTurnsIsCaught() {
        List<Boolean> turns = new ArrayList<>();
        assertThat(broken(minutes -> {
                    turns.add(true);
                    List<MergeCandidate<Visit, Integer>> all = minutes.all();
                    return new MergedValue.Chosen<>(all.get(turns.size() % all.size()));
                }))
                .contains("order", "again");
    }

    @Test
    void anAverageThatPromisesToHoldTwoAtATimeIsCaught() {
        assertThat(broken(MergeStrategyLawsTest::average)).containsExactly("steps");
        assertThat(new Trial(new Modest(MergeStrategyLawsTest::average)).broken())
                .isEmpty();
    }

    private static MergedValue<Integer> average(MergeCandidates<Visit, Integer> minutes) {
        return minutes.values().isEmpty()
                ? minutes.first()
                : new Computed<>((int) minutes.values().stream()
                        .mapToInt(Integer::intValue)
                        .average()
                        .orElseThrow());
    }

    @Test
    void aStrategyThatLosesWhatWasMergedBreaksEvenTheWeakerPromise() {
        MergeStrategy<Visit, Integer> last = new Modest(minutes ->
                new MergedValue.Chosen<>(minutes.all().get(minutes.all().size() - 1)));
        assertThat(new Trial(last).broken()).containsExactly("steps");
    }

    @Test
    void aStrategyThatMakesSomethingOfOneRecordAloneIsCaught() {
        assertThat(broken(minutes -> new Computed<>(
                        minutes.values().stream().mapToInt(Integer::intValue).sum() + 1)))
                .contains("alone");
        assertThat(broken(minutes -> new Computed<>(
                        minutes.values().stream().mapToInt(Integer::intValue).sum())))
                .as("nothing is not 0")
                .containsExactly("alone");
    }

    @Test
    void aStrategyThatChangesARecordIsCaught() {
        assertThat(broken(minutes -> {
                    minutes.all().forEach(visit -> visit.record().setConfirmed(true));
                    return minutes.first();
                }))
                .containsExactly("given");
    }
}
