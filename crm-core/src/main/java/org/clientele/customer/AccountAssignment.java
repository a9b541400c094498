package org.clientele.customer;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.model.EntityType;
import org.clientele.organization.UserOwned;
import org.clientele.value.Setting;

/**
 * How customers come to their accounts, kind by kind: by which rules a new one is recognized, and whether accounts are
 * shared. Immutable and thread-safe.
 *
 * <pre>{@code
 * config.set(AccountAssignment.SETTING, AccountAssignment.usual()
 *         .matching(BusinessCustomer.TYPE, AccountMatching.by(MatchRules.email(BusinessCustomer.EMAILS)))
 *         .strategy(CommerceCustomer.TYPE, AccountStrategy.root(CommerceCustomer.PARENT)));
 * }</pre>
 */
public final class AccountAssignment {

    /** How it is in a CRM; without a choice, as {@link #usual()}. */
    public static final Setting<AccountAssignment> SETTING = Setting.of("account assignment", usual());

    private final Map<Class<?>, AccountMatching<?>> matchings;
    private final Map<Class<?>, AccountStrategy<?>> strategies;

    private AccountAssignment(
            Map<Class<?>, AccountMatching<?>> matchings, Map<Class<?>, AccountStrategy<?>> strategies) {
        this.matchings = Map.copyOf(matchings);
        this.strategies = Map.copyOf(strategies);
    }

    /** Each kind is recognized by the rules that it comes with itself, and each customer has an account of its own. */
    public static AccountAssignment usual() {
        return new AccountAssignment(Map.of(), Map.of());
    }

    /** The same with these rules for a kind of customer and those that extend it, in the place of the usual ones. */
    public <C extends UserOwned> AccountAssignment matching(EntityType<C> type, AccountMatching<? super C> matching) {
        Map<Class<?>, AccountMatching<?>> changed = new HashMap<>(matchings);
        changed.put(type.recordClass(), matching);
        return new AccountAssignment(changed, strategies);
    }

    /** The same with this strategy for a kind of customer and those that extend it. */
    public <C extends UserOwned> AccountAssignment strategy(EntityType<C> type, AccountStrategy<? super C> strategy) {
        Map<Class<?>, AccountStrategy<?>> changed = new HashMap<>(strategies);
        changed.put(type.recordClass(), strategy);
        return new AccountAssignment(matchings, changed);
    }

    /** The rules chosen for customers of a class or of the nearest one above it; empty when their usual ones hold. */
    Optional<AccountMatching<?>> matching(Class<?> customers) {
        return nearest(customers, matchings);
    }

    /** The strategy chosen for customers of a class or of the nearest one above it. */
    AccountStrategy<?> strategy(Class<?> customers) {
        return nearest(customers, strategies).orElseGet(AccountStrategy::each);
    }

    private static <T> Optional<T> nearest(Class<?> customers, Map<Class<?>, T> chosen) {
        return Stream.<Class<?>>iterate(customers, Objects::nonNull, Class::getSuperclass)
                .flatMap(at -> Stream.ofNullable(chosen.get(at)))
                .findFirst();
    }
}
