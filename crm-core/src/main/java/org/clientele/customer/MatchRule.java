package org.clientele.customer;

import java.util.Optional;
import org.clientele.criteria.Criterion;

/**
 * When two customers of one kind are taken for the same person or company: {@link MatchRules} makes rules of properties, and
 * a host may implement others. They are asked within the transaction of a save, from its thread; what they throw ends it.
 *
 * @param <C> the kind of customer
 */
public interface MatchRule<C> {

    /**
     * The condition that stored customers must meet to be the same as this one, for the store to answer; empty when this
     * customer has nothing that it could be known by.
     */
    Optional<Criterion<C>> condition(C customer);

    /** Whether a customer who meets the condition is the same indeed: what no store can answer. Always, unless overridden. */
    default boolean agrees(C customer, C other) {
        return true;
    }

    /** Both rules hold. */
    default MatchRule<C> and(MatchRule<C> further) {
        MatchRule<C> first = this;
        return new MatchRule<>() {
            @Override
            public Optional<Criterion<C>> condition(C customer) {
                return first.condition(customer)
                        .flatMap(one -> further.condition(customer).map(one::and));
            }

            @Override
            public boolean agrees(C customer, C other) {
                return first.agrees(customer, other) && further.agrees(customer, other);
            }
        };
    }
}
