package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.BUSINESS_UNIT;
import static org.clientele.access.AccessLevel.GLOBAL;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.clientele.account.Account;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.junit.jupiter.api.Test;

/** What the roles of a policy come to together, and what a policy says that is not ours. */
class RolePolicyTest {

    private static Map<String, Criterion<Account>> narrowed(Role... roles) {
        return rights(roles).narrowed(VIEW, Account.TYPE);
    }

    private static Rights rights(Role... roles) {
        return RolePolicy.of(roles).rightsOf(new Cast(roles).ivan().actor(), new StoredDirectory());
    }

    private static Role named(String name, UnaryOperator<Role> more) {
        return more.apply(Role.named(name));
    }

    @Test
    void aRoleThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> RolePolicy.of(Role.named("rep"), Role.named("boss"), Role.named("rep")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("role 'rep' is there twice; join its grants in one role");
    }

    @Test
    void aPolicyIsKnownByItsRoles() {
        assertThat(RolePolicy.of(Role.named("rep"), Role.named("boss"))).hasToString("roles [rep, boss]");
    }

    @Test
    void aPropertyIsNarrowedToWhereItsRestrictionReaches() {
        Role seller = Role.named("seller")
                .grant(Account.TYPE, ORGANIZATION, VIEW)
                .restrict(Account.TYPE, Account.DESCRIPTION, USER, VIEW);
        Cast cast = new Cast(seller);
        Criterion<Account> narrowed = RolePolicy.of(seller)
                .rightsOf(cast.ivan().actor(), new StoredDirectory())
                .narrowed(VIEW, Account.TYPE)
                .get("description");
        assertThat(narrowed.test(cast.account("Acuserv", cast.ivan), Lookup.NOTHING))
                .isTrue();
        assertThat(narrowed.test(cast.account("Body Toning", cast.olga), Lookup.NOTHING))
                .isFalse();
    }

    @Test
    void whatOneRoleRestrictsAnotherOpensAsFarAsItReachesItself() {
        Role restricting = named(
                "a",
                role -> role.grant(Account.TYPE, ORGANIZATION, VIEW)
                        .restrict(Account.TYPE, Account.DESCRIPTION, USER, VIEW)
                        .restrict(Account.TYPE, Account.NAME, USER, EDIT));
        Role asFar = named("b", role -> role.grant(Account.TYPE, ORGANIZATION, VIEW));
        Role lessFar = named("c", role -> role.grant(Account.TYPE, BUSINESS_UNIT, VIEW));
        assertThat(narrowed(restricting)).containsOnlyKeys("description");
        assertThat(narrowed(restricting, lessFar)).containsOnlyKeys("description");
        assertThat(narrowed(restricting, asFar)).isEmpty();
        assertThat(narrowed(asFar)).isEmpty();
    }

    @Test
    void aFilterIsMadeOncePerTypeAndPermission() {
        Rights rights = rights(Role.named("rep").grant(Account.TYPE, USER, VIEW));
        assertThat(rights.filter(VIEW, Account.TYPE)).isSameAs(rights.filter(VIEW, Account.TYPE));
        assertThat(rights.filter(EDIT, Account.TYPE)).isNotEqualTo(rights.filter(VIEW, Account.TYPE));
    }

    @Test
    void aCapabilityIsHadWhenAnyRoleHasIt() {
        Rights rights = rights(Role.named("rep"), Role.named("boss").allow(Capability.MERGE));
        assertThat(rights.permits(Capability.MERGE)).isTrue();
        assertThat(rights.permits(Capability.EXPORT)).isFalse();
    }

    /** Finds nothing, and is asked for nothing. */
    private static final Lookup UNASKED = new Lookup() {
        @Override
        public <T> Optional<T> find(Class<T> type, UUID id) {
            throw new AssertionError("asked for " + type);
        }

        @Override
        public <H> List<H> referring(Class<H> holder, Attribute<? super H, ?> by, Object record) {
            throw new AssertionError("asked for " + holder);
        }
    };

    @Test
    void noSharesAreLookedForWhereTheyCouldAddNothing() {
        for (AccessLevel level : List.of(ORGANIZATION, GLOBAL)) {
            Role reader = Role.named("reader")
                    .grant(Account.TYPE, level, VIEW, CREATE)
                    .grant(Memo.TYPE, level, VIEW)
                    .grant(Organization.TYPE, level, VIEW);
            Cast cast = new Cast(reader);
            Rights rights = RolePolicy.of(reader).rightsOf(cast.ivan().actor(), new StoredDirectory());
            Account elsewhere = cast.account("Acuserv", cast.olga, cast.nord);
            for (Permission permission : List.of(VIEW, CREATE)) {
                assertThat(rights.permits(permission, Account.TYPE, elsewhere, UNASKED))
                        .isEqualTo(level == GLOBAL);
            }
            Criterion<Memo> memos = rights.filter(VIEW, Memo.TYPE);
            assertThat(memos).isEqualTo(Criterion.always());
            assertThat(rights.filter(VIEW, Organization.TYPE).equals(Criterion.always()))
                    .isEqualTo(level == GLOBAL);
        }
    }

    /** A host's policy that says no more than it must: VIEW, and MERGE. */
    private static final class ViewOnly implements Rights {

        @Override
        public <R extends CrmRecord> Criterion<R> filter(Permission permission, EntityType<R> type) {
            return permission == VIEW ? Criterion.always() : Criterion.never();
        }

        @Override
        public boolean permits(Capability capability) {
            return capability == Capability.MERGE;
        }
    }

    @Test
    void aPolicyThatGivesNoReasonsIsSaidToAllowOrNotTo() {
        Account acuserv = new Account("Acuserv");
        Rights rights = new ViewOnly();
        AccessDecision view = rights.decide(new Question<>(VIEW, Account.TYPE, acuserv, Lookup.NOTHING, true));
        assertThat(view).isEqualTo(AccessDecision.of(true, "the policy lets the actor VIEW Acuserv"));
        AccessDecision edit = rights.decide(new Question<>(EDIT, Account.TYPE, acuserv, Lookup.NOTHING, false));
        assertThat(edit).isEqualTo(AccessDecision.of(false, "the policy does not let the actor EDIT this account"));
        assertThat(rights.permits(VIEW, Account.TYPE, acuserv, Lookup.NOTHING)).isTrue();
        assertThat(rights.permits(EDIT, Account.TYPE, acuserv, Lookup.NOTHING)).isFalse();
        assertThat(rights.decide(Capability.MERGE))
                .isEqualTo(AccessDecision.of(true, "the policy lets the actor MERGE records"));
        assertThat(rights.decide(Capability.EXPORT))
                .isEqualTo(AccessDecision.of(false, "the policy does not let the actor EXPORT records"));
        assertThat(rights.narrowed(VIEW, Account.TYPE)).isEmpty();
    }

    @Test
    void theSystemMayDoEverything() {
        Account acuserv = new Account("Acuserv");
        Rights system = new Unlimited();
        AccessDecision yes = AccessDecision.of(true, "the system may do everything");
        assertThat(system.decide(new Question<>(EDIT, Account.TYPE, acuserv, Lookup.NOTHING, true)))
                .isEqualTo(yes);
        assertThat(system.decide(Capability.MERGE)).isEqualTo(yes);
        assertThat(system.permits(Capability.MERGE)).isTrue();
        assertThat(system.permits(EDIT, Account.TYPE, acuserv, Lookup.NOTHING)).isTrue();
    }
}
