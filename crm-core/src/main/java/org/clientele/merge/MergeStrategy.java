package org.clientele.merge;

import org.clientele.model.CrmRecord;
import org.clientele.property.Trait;

/**
 * What a merge makes of the values that its records have for one property: one of them, or a value computed of them. Ready-made
 * ones are in {@link MergeStrategies}; a host writes its own.
 *
 * <p>A property has its strategy as a trait ({@code .with(longest())}); a host puts another in its place
 * ({@code config.merging(Account.NAME, longest())}), and a single merge yet another
 * ({@code choices.decide(Account.NAME, longest())}). Without any, collections are appended and all else is the master's.
 *
 * <pre>{@code
 * record Shortest() implements MergeStrategy<CrmRecord, String> {
 *     public String name() { return "shortest"; }
 *     public MergedValue<String> merge(MergeCandidates<CrmRecord, String> names) {
 *         return names.greatest(Comparator.comparing(String::length).reversed());
 *     }
 * }
 * }</pre>
 *
 * <p>A merge asks each time that it is planned, and once more when it is applied, within its transaction and in its thread;
 * several merges may ask at once. The same records have to give the same value: a strategy keeps nothing between two questions
 * and changes nothing, or the plan is refused as out of date. What it gives passes the property's rules as any value does.
 * When it refuses, throws, or gives what the property can not have, the merge is not done, and the plan's problems name the
 * strategy. Two strategies that do the same should be equal, as plans are compared; a record is.
 *
 * <p>{@code MergeStrategyLaws} in crm-testkit checks all this.
 *
 * <p>A strategy for texts does not compile for numbers, nor one that looks at contacts for accounts. As a trait it may be one
 * of a more general kind of value; a value that is none of the property's is then told as a problem of the plan.
 *
 * @param <R> the records that it can look at; {@code CrmRecord} for all
 * @param <V> the values
 */
public interface MergeStrategy<R extends CrmRecord, V> extends Trait<V> {

    /** What a person calls it, in plans and problems: "longest". */
    String name();

    /**
     * The value for the merged record. To be given also when no record has one: then the answer is none, such as
     * {@link MergeCandidates#first()} gives.
     *
     * @param candidates the values of all records of the merge, the master's first, then the others' from the oldest record on
     */
    MergedValue<V> merge(MergeCandidates<R, V> candidates);

    /**
     * Whether merging two at a time comes to the same value as merging all at once, which is what is promised unless this
     * says otherwise. What looks at the record besides the value can hardly promise it: the record that a first merge leaves is
     * not the one that the value came from.
     */
    default boolean isAssociative() {
        return true;
    }

    /** Always this interface: a property has one strategy. */
    @Override
    default Class<?> foundBy() {
        return MergeStrategy.class;
    }
}
