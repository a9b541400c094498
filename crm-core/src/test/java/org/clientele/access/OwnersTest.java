package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.BUSINESS_UNIT;
import static org.clientele.access.AccessLevel.DIVISION;
import static org.clientele.access.AccessLevel.GLOBAL;
import static org.clientele.access.AccessLevel.NONE;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.ASSIGN;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.VIEW;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.criteria.Lookup;
import org.clientele.customer.Customer;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.OrganizationOwned;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** To whom a record can be given: whom the level reaches, of those who work in the record's organization. */
class OwnersTest {

    private static Cast cast(AccessLevel level) {
        Cast cast = new Cast(Role.named("seller")
                .grant(Account.TYPE, level, CREATE, ASSIGN)
                .grant(User.TYPE, level, CREATE, ASSIGN)
                .grant(Channel.TYPE, level, CREATE)
                .grant(Account.TYPE, GLOBAL, VIEW)
                .grant(User.TYPE, GLOBAL, VIEW)
                .grant(BusinessUnit.TYPE, GLOBAL, VIEW)
                .grant(Organization.TYPE, GLOBAL, VIEW));
        cast.user("mary", cast.acuserv, cast.berlin);
        cast.user("mike", cast.acuserv, cast.mitte);
        cast.user("mark", cast.nord);
        User robert = cast.user("robert", cast.acuserv, cast.berlin);
        cast.change(robert, user -> user.setEnabled(false));
        cast.system.save(new BusinessUnit("Oslo", cast.nord));
        return cast;
    }

    private static Set<String> users(Session session) {
        return session.assignableOwners(Account.TYPE, UserOwned.OWNER).list().stream()
                .map(User::getUsername)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aNewRecordIsForTheUsersWhomTheLevelReaches() {
        assertThat(users(cast(NONE).ivan())).isEmpty();
        assertThat(users(cast(USER).ivan())).containsExactly("ivan");
        assertThat(users(cast(BUSINESS_UNIT).ivan())).containsExactly("ivan", "mary");
        assertThat(users(cast(DIVISION).ivan())).containsExactly("ivan", "mary", "mike");
        assertThat(users(cast(ORGANIZATION).ivan())).containsExactly("ivan", "mary", "mike", "olga");
        assertThat(users(cast(GLOBAL).ivan())).containsExactly("ivan", "mary", "mike", "olga");
    }

    @Test
    void aStoredRecordIsGivenByAssignOnlyByThoseWhoMayGiveItAway() {
        Cast cast = cast(USER);
        Account own = cast.account("Acuserv", cast.ivan);
        Account olgas = cast.account("Body Toning", cast.olga);
        assertThat(cast.ivan().assignableOwners(own, UserOwned.OWNER).list()).containsExactly(cast.ivan);
        assertThat(cast.ivan().assignableOwners(olgas, UserOwned.OWNER).list()).isEmpty();
        Cast everybody = cast(ORGANIZATION);
        Account elsewhere = everybody.account("Acuserv", everybody.ivan, everybody.nord);
        assertThat(everybody.ivan().assignableOwners(elsewhere, UserOwned.OWNER).list())
                .isEmpty();
        Cast global = cast(GLOBAL);
        Account there = global.account("Acuserv", global.ivan, global.nord);
        assertThat(global.ivan().assignableOwners(there, UserOwned.OWNER).list())
                .extracting(User::getUsername)
                .containsExactly("mark");
    }

    @Test
    void whatUnitsOwnIsForTheUnitsWhomTheLevelReaches() {
        Function<Cast, Set<String>> units = cast -> cast.ivan().assignableOwners(User.TYPE, User.OWNER).list().stream()
                .map(BusinessUnit::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(units.apply(cast(USER))).isEmpty();
        assertThat(units.apply(cast(BUSINESS_UNIT))).containsExactly("Berlin");
        assertThat(units.apply(cast(DIVISION))).containsExactly("Berlin", "Mitte");
        assertThat(units.apply(cast(ORGANIZATION))).containsExactly("Berlin", "Mitte", "Wien");
        assertThat(units.apply(cast(GLOBAL))).containsExactly("Berlin", "Mitte", "Wien");
    }

    @Test
    void whatOrganizationsOwnIsForTheOrganizationOfNowOrForAll() {
        Function<Cast, Set<String>> organizations =
                cast -> cast.ivan().assignableOwners(Channel.TYPE, OrganizationOwned.ORGANIZATION).list().stream()
                        .map(Organization::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(organizations.apply(cast(DIVISION))).isEmpty();
        assertThat(organizations.apply(cast(ORGANIZATION))).containsExactly("Acuserv GmbH");
        assertThat(organizations.apply(cast(GLOBAL))).containsExactly("Acuserv GmbH", "Nord AG");
    }

    @Test
    void anotherPropertyThanTheOwnersIsRefused() {
        assertThatThrownBy(() -> cast(USER).ivan().assignableOwners(Account.TYPE, UserOwned.ORGANIZATION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("organization is not what the owner of account is kept in; name its owner property");
    }

    @Test
    void aTypeWithoutRecordsOfItsOwnHasNoNewOnes() {
        assertThatThrownBy(() -> cast(USER).ivan().assignableOwners(Customer.TYPE, UserOwned.OWNER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("customer has no records of its own; make one of a type that extends it");
    }

    @Test
    void whatMayNotBeSeenIsNotThereToGive() {
        Cast cast = new Cast(Role.named("seller").grant(Account.TYPE, USER, VIEW, ASSIGN));
        Account olgas = cast.account("Acuserv", cast.olga);
        assertThatThrownBy(() -> cast.ivan().assignableOwners(olgas, UserOwned.OWNER))
                .isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> cast.ivan().whoMay(VIEW, olgas)).isInstanceOf(RecordNotFoundException.class);
        assertThat(cast.ivan()
                        .assignableOwners(cast.account("Body Toning", cast.ivan), UserOwned.OWNER)
                        .list())
                .as("owners whom ivan may not see")
                .isEmpty();
    }

    private static boolean isSuitable(Cast cast, Account account) {
        Owners owners = new Owners(new Unlimited(), new StoredDirectory());
        return cast.store.inTransaction(records -> owners.isSuitable(Account.TYPE, account, records));
    }

    @Test
    void anOwnerWorksInTheOrganizationOfTheRecord() {
        Cast cast = new Cast();
        Account acuserv = cast.account("Acuserv", cast.olga);
        assertThat(isSuitable(cast, acuserv)).isTrue();
        assertThat(isSuitable(cast, cast.account("Body Toning", cast.olga, cast.nord)))
                .isFalse();
        cast.change(cast.olga, olga -> olga.setEnabled(false));
        assertThat(isSuitable(cast, acuserv)).isFalse();
        acuserv.setOwner(null);
        assertThat(isSuitable(cast, acuserv)).isTrue();
        acuserv.setOwner(Ref.to(new User("gone", "gone@acuserv.example", "Go", "Ne", cast.acuserv)));
        assertThat(isSuitable(cast, acuserv))
                .as("a lost reference, which the door refuses as such")
                .isTrue();
        acuserv.setOwner(Ref.to(cast.olga));
        acuserv.setOrganization(null);
        assertThat(isSuitable(cast, acuserv)).isTrue();
    }

    @Test
    void aUnitOwnsWithinItsOrganization() {
        Cast cast = new Cast();
        Owners owners = new Owners(new Unlimited(), new StoredDirectory());
        User olga = cast.olga;
        olga.setOwner(Ref.to(cast.berlin));
        cast.store.inTransaction(records -> {
            assertThat(owners.isSuitable(User.TYPE, olga, records)).isTrue();
            olga.setOrganization(Ref.to(cast.nord));
            assertThat(owners.isSuitable(User.TYPE, olga, records)).isFalse();
            return olga;
        });
    }

    @Test
    void anOrganizationOwnsAnythingAndNothingIsAskedOfWhatNobodyOwns() {
        Cast cast = new Cast();
        Owners owners = new Owners(new Unlimited(), new StoredDirectory());
        Channel field = cast.channel("Field", cast.acuserv);
        assertThat(owners.isSuitable(Channel.TYPE, field, Lookup.NOTHING)).isTrue();
        assertThat(owners.isSuitable(Memo.TYPE, new Memo("Call back"), Lookup.NOTHING))
                .isTrue();
    }

    @Test
    void thoseWhoMayAreNamedAsFarAsTheActorMaySeeThem() {
        Cast cast = new Cast(Role.named("seller").grant(Account.TYPE, BUSINESS_UNIT, VIEW));
        User mary = cast.user("mary", cast.acuserv, cast.berlin);
        cast.change(mary, user -> user.addRole("seller"));
        User robert = cast.user("robert", cast.acuserv, cast.berlin);
        cast.change(robert, user -> user.addRole("seller").setEnabled(false));
        Account marys = cast.account("Acuserv", mary);
        assertThat(cast.system.whoMay(VIEW, marys)).containsExactlyInAnyOrder(cast.ivan, mary);
        assertThat(cast.system.whoMay(CREATE, marys)).isEmpty();
        assertThat(cast.ivan().whoMay(VIEW, marys)).isEmpty();
    }
}
