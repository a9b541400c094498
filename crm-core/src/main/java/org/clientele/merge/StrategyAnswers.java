package org.clientele.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** Asks strategies for the values of one merge, and trusts none of them: they get copies, and what they do wrong is told. */
final class StrategyAnswers<R extends CrmRecord> {

    private final EntityType<R> type;
    private final List<Property<R, ?>> properties;
    private final List<R> members;
    private final List<R> copies;

    /** The members with the master first, then the others in their order. */
    StrategyAnswers(EntityType<R> type, List<Property<R, ?>> properties, R master, List<R> absorbed) {
        this.type = type;
        this.properties = properties;
        this.members = Stream.concat(Stream.of(master), absorbed.stream()).toList();
        this.copies = members.stream().map(type::copy).toList();
    }

    /**
     * What came of a question.
     *
     * @param from the record whose value it is; null when it is computed
     * @param fault why there is no value, to stand after the strategy's name; null when there is one
     */
    record Answer<V>(
            @Nullable V value,
            @Nullable MergeMember from,
            @Nullable String fault) {

        static <V> Answer<V> fault(String fault) {
            return new Answer<>(null, null, fault);
        }
    }

    /** The answer of a strategy, which may be one that only chooses. */
    <V> Answer<V> ask(MergeStrategy<?, ?> strategy, Property<R, V> property, boolean onlyChooses) {
        List<MergeCandidate<R, V>> all = candidates(property);
        @SuppressWarnings(
                "unchecked") // it came by a method that fits it to the property; a trait may be of a more general kind
        MergeStrategy<R, V> fitting = (MergeStrategy<R, V>) strategy;
        MergedValue<V> given;
        try {
            given = fitting.merge(new MergeCandidates<>(property, List.copyOf(properties), all));
        } catch (RuntimeException thrown) {
            return Answer.fault("failed with " + thrown + "; mend the strategy, or choose a value");
        }
        if (given instanceof MergedValue.Chosen<V> chosen) {
            return chosen(all, chosen);
        } else if (given instanceof MergedValue.Computed<V> computed) {
            return onlyChooses
                    ? Answer.fault("made a value of its own, and for a whole merge it can only choose; choose a value")
                    : new Answer<>(computed.value(), null, null);
        } else if (given instanceof MergedValue.Refused<V> refused) {
            return Answer.fault("makes no value: " + refused.reason());
        }
        return Answer.fault("gave no answer; mend the strategy, or choose a value");
    }

    private <V> List<MergeCandidate<R, V>> candidates(Property<R, V> property) {
        List<MergeCandidate<R, V>> all = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            all.add(new MergeCandidate<>(copies.get(i), i == 0, Values.of(property, members.get(i))));
        }
        return all;
    }

    private <V> Answer<V> chosen(List<MergeCandidate<R, V>> all, MergedValue.Chosen<V> chosen) {
        for (int i = 0; i < all.size(); i++) {
            if (members.get(i).equals(chosen.candidate().record())) {
                return new Answer<>(all.get(i).value(), member(members.get(i)), null);
            }
        }
        return Answer.fault("chose a record that takes no part; mend the strategy, or choose a value");
    }

    private MergeMember member(R record) {
        return new MergeMember(new AnyRef(type.name(), record.getId()), type.nameOf(record), record.getVersion());
    }
}
