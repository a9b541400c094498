package org.clientele.testkit.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.merge.MergeCandidate;
import org.clientele.merge.MergeCandidates;
import org.clientele.merge.MergeStrategy;
import org.clientele.merge.MergedValue;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * What every merge strategy has to keep. Extend it and give the strategy, a property that it is for and values of that; the
 * strategy is asked directly, without a CRM.
 *
 * <pre>{@code
 * class ShortestTest extends MergeStrategyLaws<Visit, String> {
 *     protected EntityType<Visit> type() { return Visit.TYPE; }
 *     protected TextProperty<Visit> property() { return Visit.SUBJECT; }
 *     protected MergeStrategy<CrmRecord, String> strategy() { return new Shortest(); }
 *     protected Arbitrary<String> values() { return Arbitraries.strings().alpha().ofMaxLength(9); }
 * }
 * }</pre>
 *
 * <p>A strategy that refuses some values keeps the laws when it refuses them always.
 *
 * @param <R> the type of the records
 * @param <V> the type of the values
 */
public abstract class MergeStrategyLaws<R extends CrmRecord, V> {

    private static final int TRIES = 100;
    private static final Instant FIRST = Instant.parse("2026-03-01T10:15:30Z");
    private static final Instant LAST = FIRST.plusSeconds(9);

    /** The type whose records are merged. */
    protected abstract EntityType<R> type();

    /** The property whose value is to be found. */
    protected abstract org.clientele.property.Property<? super R, V> property();

    /** The strategy to be checked. */
    protected abstract MergeStrategy<? super R, V> strategy();

    /** Values that the property can have, some of them alike; that there is none is added to them. */
    protected abstract Arbitrary<V> values();

    /** Records whose other values a strategy may look at; without it, empty ones. Their times are set by the laws. */
    protected Arbitrary<R> records() {
        return Arbitraries.create(() -> type().newRecord());
    }

    /** From one to six records, each with a value or none, the master first. */
    @Provide
    Arbitrary<List<R>> members() {
        return member().list().ofMinSize(1).ofMaxSize(6);
    }

    private Arbitrary<R> member() {
        Arbitrary<Instant> times =
                Arbitraries.integers().between(0, 3).map(FIRST::plusSeconds).injectNull(0.1);
        return Combinators.combine(records(), values().injectNull(0.25), times, times)
                .as(this::member);
    }

    private R member(R other, @Nullable V value, @Nullable Instant created, @Nullable Instant updated) {
        R record = type().newRecord();
        type().copyValues(other, record);
        property().set(record, value);
        CrmRecord.CREATED_AT.set(record, created);
        CrmRecord.UPDATED_AT.set(record, updated);
        return record;
    }

    @Property(tries = TRIES)
    void theOrderInWhichTheAbsorbedAreNamedDoesNotMatter(@ForAll("members") List<R> members, @ForAll Random random) {
        List<R> shuffled = new ArrayList<>(members.subList(1, members.size()));
        Collections.shuffle(shuffled, random);
        shuffled.add(0, members.get(0));
        assertThat(answer(shuffled)).isEqualTo(answer(members));
    }

    @Property(tries = TRIES)
    void whoeverAsksAgainIsAnsweredTheSame(@ForAll("members") List<R> members, @ForAll("members") List<R> others) {
        Answer<V> first = answer(members);
        answer(others);
        assertThat(answer(members)).isEqualTo(first);
    }

    @Property(tries = TRIES)
    void oneRecordAloneKeepsItsValue(@ForAll("members") List<R> members) {
        for (R record : members) {
            assertThat(answer(List.of(record)))
                    .isEqualTo(new Answer<>(true, property().get(record)));
        }
    }

    @Property(tries = TRIES)
    void whatIsGivenToAStrategyStaysAsItIs(@ForAll("members") List<R> members) {
        List<List<@Nullable Object>> before = members.stream().map(this::state).toList();
        ask(members);
        assertThat(members.stream().map(this::state).toList()).isEqualTo(before);
    }

    private List<@Nullable Object> state(R record) {
        List<@Nullable Object> values = new ArrayList<>();
        type().properties().forEach(each -> values.add(each.get(record)));
        values.add(record.getCreatedAt());
        values.add(record.getUpdatedAt());
        return values;
    }

    @Property(tries = TRIES)
    void whatIsGivenBackIsAValueOfThePropertyAndWhatIsChosenIsARecords(@ForAll("members") List<R> members) {
        if (ask(members) instanceof MergedValue.Chosen<V> chosen) {
            assertThat(candidates(members).all())
                    .extracting(MergeCandidate::record)
                    .anyMatch(record -> record.equals(chosen.candidate().record()));
        }
        answer(members)
                .value()
                .ifPresent(value -> assertThat(property().fromText(property().toText(value)))
                        .isEqualTo(value));
    }

    /**
     * Where a strategy does not promise that merging two at a time comes to the same, a weaker promise is checked: what was
     * merged stays when a record comes that has no value.
     */
    @Property(tries = TRIES)
    void mergingTwoAtATimeComesToTheSameAsAllAtOnce(@ForAll("members") List<R> members, @ForAll Random random) {
        List<R> ordered = new ArrayList<>(members.subList(1, members.size()));
        ordered.sort(Comparator.comparing(CrmRecord::getId));
        ordered.add(0, members.get(0));
        if (strategy().isAssociative()) {
            merged(ordered, random)
                    .ifPresent(
                            merged -> assertThat(new Answer<>(true, property().get(merged)))
                                    .isEqualTo(answer(ordered)));
        } else {
            step(ordered)
                    .ifPresent(merged -> assertThat(answer(List.of(merged, type().newRecord())))
                            .isEqualTo(new Answer<>(true, property().get(merged))));
        }
    }

    /** The records merged by two neighbours at a time, in some bracketing; empty when a step was refused. */
    private Optional<R> merged(List<R> ordered, Random random) {
        if (ordered.size() == 1) {
            return Optional.of(ordered.get(0));
        }
        int split = 1 + random.nextInt(ordered.size() - 1);
        return merged(ordered.subList(0, split), random)
                .flatMap(left -> merged(ordered.subList(split, ordered.size()), random)
                        .flatMap(right -> step(List.of(left, right))));
    }

    /** The master as a merge leaves it: with its identity, just changed. */
    private Optional<R> step(List<R> members) {
        Answer<V> answer = answer(members);
        if (!answer.isGiven()) {
            return Optional.empty();
        }
        R merged = type().copy(members.get(0));
        property().set(merged, answer.orNull());
        CrmRecord.UPDATED_AT.set(merged, LAST);
        return Optional.of(merged);
    }

    /** What a strategy answered: a value, be it none, or a refusal. */
    private record Answer<V>(boolean isGiven, @Nullable V orNull) {

        Optional<V> value() {
            return Optional.ofNullable(orNull);
        }
    }

    private Answer<V> answer(List<R> members) {
        MergedValue<V> answer = ask(members);
        if (answer instanceof MergedValue.Refused<V>) {
            return new Answer<>(false, null);
        }
        R holder = type().newRecord();
        property().set(holder, value(answer));
        return new Answer<>(true, property().get(holder));
    }

    private static <V> @Nullable V value(MergedValue<V> answer) {
        if (answer instanceof MergedValue.Chosen<V> chosen) {
            return chosen.candidate().value();
        }
        return answer instanceof MergedValue.Computed<V> computed
                ? computed.value()
                : fail("a strategy gives an answer, and never null");
    }

    private MergedValue<V> ask(List<R> members) {
        return ask(strategy(), members);
    }

    private <S extends CrmRecord> MergedValue<V> ask(MergeStrategy<S, V> strategy, List<R> members) {
        @SuppressWarnings("unchecked") // what looks at more general records can look at these
        MergeCandidates<S, V> candidates = (MergeCandidates<S, V>) candidates(members);
        return strategy.merge(candidates);
    }

    private MergeCandidates<R, V> candidates(List<R> members) {
        return MergeCandidates.of(property(), type().properties(), members.get(0), members.subList(1, members.size()));
    }
}
