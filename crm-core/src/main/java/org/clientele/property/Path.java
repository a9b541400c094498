package org.clientele.property;

import java.util.List;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Relation;

/**
 * A value that is one or more references away: the name of the account of an opportunity's customer. There is none when
 * anything on the way is missing, or may not be seen by who asks. Immutable and thread-safe.
 *
 * <pre>{@code
 * Opportunity.CUSTOMER.to(Customer.ACCOUNT).to(Account.NAME).matches(name -> name.contains("bear"))
 * }</pre>
 *
 * @param <R> the type where the way begins
 * @param <T> the type that has the value
 * @param <P> the property that has the value
 */
public final class Path<R, T, P extends Property<? super T, ?>> {

    private final List<Relation<?, ?, ?>> way;
    private final P end;
    private final Function<Criterion<? super T>, Criterion<R>> lifting;

    Path(List<Relation<?, ?, ?>> way, P end, Function<Criterion<? super T>, Criterion<R>> lifting) {
        this.way = way;
        this.end = end;
        this.lifting = lifting;
    }

    /** The references that lead there, the first one first. */
    public List<Relation<?, ?, ?>> way() {
        return way;
    }

    /** The property at the end of the way. */
    public P end() {
        return end;
    }

    /**
     * The value at the end of the way meets the condition. Where there is none, every comparison fails and every negated one
     * holds, as with a record's own values.
     *
     * @param condition makes the condition of the property at the end
     */
    public Criterion<R> matches(Function<? super P, ? extends Criterion<? super T>> condition) {
        return lifting.apply(condition.apply(end));
    }
}
