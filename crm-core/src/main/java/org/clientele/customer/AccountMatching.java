package org.clientele.customer;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.Foreseeing;
import org.clientele.model.Situation;
import org.clientele.organization.Organization;
import org.clientele.organization.UserOwned;
import org.clientele.value.Ref;

/**
 * How a new customer without an account is recognized: by rules that are asked in their order, the account of the first
 * customer found is taken (OroCRM, account discovery). Customers of the same kind and organization are compared, whatever
 * their channels, those that are saved together included. Immutable.
 *
 * <p>Matching is a rule of the house and not of the one who saves: it looks at all customers that are stored, also at those
 * that the actor may not see, since one person would have two accounts otherwise. The actor is told no more of it than the
 * reference to an account, which nobody can read who may not see the account. A house to which even that is too much matches
 * by {@link #none()}, or saves what strangers enter in a session of its own.
 *
 * @param rules the rules, those that are more trustworthy first
 * @param pick which customer is taken when a rule finds several
 * @param <C> the kind of customer
 */
public record AccountMatching<C extends UserOwned>(List<MatchRule<? super C>> rules, Pick pick) {

    /** Which of several customers is taken. */
    public enum Pick {
        /** The one who was made first. */
        FIRST,
        /** The one who was made last. */
        LATEST
    }

    public AccountMatching {
        rules = List.copyOf(rules);
        Objects.requireNonNull(pick, "pick");
    }

    /** No customer is recognized: each new one gets an account of its own. */
    public static <C extends UserOwned> AccountMatching<C> none() {
        return new AccountMatching<>(List.of(), Pick.FIRST);
    }

    /** These rules; of several customers the one who was made first is taken. */
    @SafeVarargs
    public static <C extends UserOwned> AccountMatching<C> by(MatchRule<? super C>... rules) {
        return new AccountMatching<>(List.of(rules), Pick.FIRST);
    }

    /** The same rules; of several customers the one who was made last is taken. */
    public AccountMatching<C> latest() {
        return new AccountMatching<>(rules, Pick.LATEST);
    }

    /** A customer of the same kind who is the same as this one. */
    Optional<C> find(C customer, Situation<?> situation) {
        Ref<Organization> home = customer.getOrganization();
        if (home == null) {
            return Optional.empty();
        }
        for (MatchRule<? super C> rule : rules) {
            Optional<C> found = find(rule, customer, home, situation);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Says what {@link #find} will most likely ask. */
    void foresee(C customer, Foreseeing.Questions questions) {
        Ref<Organization> home = customer.getOrganization();
        if (home != null) {
            for (MatchRule<? super C> rule : rules) {
                sought(rule, customer, home).ifPresent(sought -> questions.willSelect(classOf(customer), sought));
            }
        }
    }

    private Optional<C> find(MatchRule<? super C> rule, C customer, Ref<Organization> home, Situation<?> situation) {
        Criterion<C> sought = sought(rule, customer, home).orElse(null);
        if (sought == null) {
            return Optional.empty();
        }
        Comparator<CrmRecord> byAge = Comparator.comparing(CrmRecord::getId);
        return situation.select(classOf(customer), sought).stream()
                .filter(other -> !other.equals(customer) && rule.agrees(customer, other))
                .min(pick == Pick.FIRST ? byAge : byAge.reversed());
    }

    @SuppressWarnings("unchecked") // what compares a type compares every type below it
    private static <C extends UserOwned> Optional<Criterion<C>> sought(
            MatchRule<? super C> rule, C customer, Ref<Organization> home) {
        return ((MatchRule<C>) rule)
                .condition(customer)
                .map(condition -> new Criterion.All<>(List.of(UserOwned.ORGANIZATION.is(home), condition)));
    }

    @SuppressWarnings("unchecked") // the class of a customer of this kind is one of this kind
    private static <C> Class<C> classOf(C customer) {
        return (Class<C>) customer.getClass();
    }
}
