package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** A condition on a record, turned round: by which owner would this one meet it? */
class SuppositionTest {

    @SuppressWarnings("unchecked") // the owner of an account is kept in a property of all that users own
    private static final ReferenceProperty<Account, User> OWNER =
            (ReferenceProperty<Account, User>) (ReferenceProperty<?, User>) UserOwned.OWNER;

    @SuppressWarnings("unchecked")
    private static final ReferenceProperty<Account, Organization> ORGANIZATION =
            (ReferenceProperty<Account, Organization>) (ReferenceProperty<?, Organization>) UserOwned.ORGANIZATION;

    private static final Criterion<Account> NAMED = Account.NAME.is("Acuserv");
    private static final Criterion<Account> OTHER = Account.NAME.is("Body Toning");

    private final Cast cast = new Cast();
    private final Account acuserv = cast.account("Acuserv", cast.olga);

    /** Of olga and ivan, those who as the owner of Acuserv would make it meet the condition. */
    private List<User> owners(Criterion<Account> condition) {
        ReferenceProperty<UserOwned, User> owner = UserOwned.OWNER;
        Criterion<User> turned = new Supposition<>(owner, acuserv, Lookup.NOTHING).of(condition);
        return List.of(cast.olga, cast.ivan).stream()
                .filter(user -> turned.test(user, Lookup.NOTHING))
                .toList();
    }

    /** The same by the definition: give it to each and look. */
    private List<User> tried(Criterion<Account> condition) {
        return List.of(cast.olga, cast.ivan).stream()
                .filter(user -> {
                    Account given = Account.TYPE.copy(acuserv);
                    given.setOwner(Ref.to(user));
                    return cast.store.inTransaction(records -> condition.test(given, records));
                })
                .toList();
    }

    private void check(Criterion<Account> condition, User... expected) {
        assertThat(tried(condition)).containsExactly(expected);
        assertThat(owners(condition)).containsExactly(expected);
    }

    @Test
    void aConditionOnTheOwnerIsOneOnTheCandidate() {
        check(OWNER.is(Ref.to(cast.ivan)), cast.ivan);
        check(new Criterion.OneOf<>(OWNER, Set.of(Ref.to(cast.ivan), Ref.to(cast.olga))), cast.olga, cast.ivan);
        check(OWNER.matches(User.BUSINESS_UNITS.containsAny(Set.of(Ref.to(cast.berlin)))), cast.ivan);
    }

    @Test
    void nobodyWhoOwnsLeavesTheOwnerBlank() {
        check(new Criterion.Blank<>(OWNER));
        check(new Criterion.Blank<>(OWNER).negate(), cast.olga, cast.ivan);
    }

    @Test
    void aConditionOnAllElseHoldsForAllCandidatesOrForNone() {
        check(NAMED, cast.olga, cast.ivan);
        check(OTHER);
        check(new Criterion.Blank<>(Account.DESCRIPTION), cast.olga, cast.ivan);
        check(new Criterion.Blank<>(Account.NAME));
        check(ORGANIZATION.is(Ref.to(cast.acuserv)), cast.olga, cast.ivan);
    }

    @Test
    void wholeConditionsAreTurnedPartByPart() {
        Criterion<Account> ivans = OWNER.is(Ref.to(cast.ivan));
        check(ivans.and(NAMED), cast.ivan);
        check(ivans.and(OTHER));
        check(ivans.or(OTHER), cast.ivan);
        check(ivans.or(NAMED), cast.olga, cast.ivan);
        check(ivans.negate(), cast.olga);
        check(ivans.and(OTHER).negate(), cast.olga, cast.ivan);
    }
}
