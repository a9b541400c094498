package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.GLOBAL;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.ASSIGN;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.List;
import java.util.Set;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.criteria.Lookup;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** A record that is shared is within reach of those it is shared with, for what it is shared for, and no longer. */
class SharingTest {

    private final Cast cast = new Cast();
    private final Account acuserv = cast.account("Acuserv", cast.olga);

    private List<Permission> given() {
        return cast.system.sharing(acuserv).list().stream()
                .map(Share::getPermission)
                .toList();
    }

    @Test
    void whoGetsAPermissionMayViewAsWellAndNothingElse() {
        cast.account("Body Toning", cast.olga);
        cast.system.sharing(acuserv).with(cast.ivan, EDIT);
        Session ivan = cast.ivan();
        assertThat(ivan.may(EDIT, acuserv)).isTrue();
        assertThat(ivan.may(VIEW, acuserv)).isTrue();
        assertThat(ivan.may(DELETE, acuserv)).isFalse();
        assertThat(ivan.may(ASSIGN, acuserv)).isFalse();
        assertThat(ivan.may(CREATE, acuserv)).isFalse();
        assertThat(Cast.names(ivan, Account.TYPE)).containsExactly("Acuserv");
        assertThat(ivan.check(EDIT, acuserv).sentence())
                .isEqualTo("ivan may EDIT account Acuserv because it is shared with ivan for VIEW, EDIT");
    }

    @Test
    void whatIsSharedWithAUnitIsSharedWithItsMembersAndNobodyElse() {
        cast.system.sharing(acuserv).with(cast.berlin, DELETE);
        User mike = cast.user("mike", cast.acuserv, cast.mitte);
        assertThat(cast.ivan().check(DELETE, acuserv).explain()).isEqualTo("""
                        yes  ivan may DELETE account Acuserv because it is shared with business unit Berlin for VIEW, DELETE
                             yes  shared with business unit Berlin for VIEW, DELETE""");
        assertThat(cast.crm.as(mike).may(DELETE, acuserv)).isFalse();
        assertThat(cast.crm.as(cast.olga).may(VIEW, acuserv)).isFalse();
        assertThat(cast.crm.as(cast.olga).check(VIEW, acuserv).parts()).isEmpty();
    }

    @Test
    void aRecordIsSharedWithTheUserAndTheUnitEachForItself() {
        cast.system.sharing(acuserv).with(cast.ivan, VIEW);
        cast.system.sharing(acuserv).with(cast.berlin, EDIT);
        assertThat(cast.ivan().check(EDIT, acuserv).parts())
                .extracting(AccessDecision::reason)
                .containsExactly("shared with ivan for VIEW", "shared with business unit Berlin for VIEW, EDIT");
        cast.system.sharing(acuserv).revoke(cast.berlin);
        assertThat(cast.ivan().may(EDIT, acuserv)).isFalse();
        assertThat(cast.ivan().may(VIEW, acuserv)).isTrue();
        cast.system.sharing(acuserv).with(cast.berlin, EDIT);
        cast.system.sharing(acuserv).revoke(cast.ivan);
        assertThat(cast.ivan().may(EDIT, acuserv)).isTrue();
    }

    @Test
    void whatIsSharedIsReachedWhereTheRecordIsOnly() {
        cast.change(cast.ivan, ivan -> ivan.setOrganizations(Set.of(Ref.to(cast.acuserv), Ref.to(cast.nord))));
        cast.system.sharing(acuserv).with(cast.ivan, EDIT);
        Session elsewhere = cast.crm.as(cast.ivan, Ref.to(cast.nord));
        assertThat(elsewhere.may(EDIT, acuserv)).isFalse();
        assertThat(Cast.names(elsewhere, Account.TYPE)).isEmpty();
        assertThat(elsewhere.check(EDIT, acuserv).parts())
                .extracting(AccessDecision::reason)
                .containsExactly(
                        "shared with ivan for VIEW, EDIT, but in an organization where ivan does not work now");
        assertThat(elsewhere.check(EDIT, acuserv).parts().get(0).granted()).isFalse();
    }

    @Test
    void sharingTwiceGivesOnce() {
        cast.system.sharing(acuserv).with(cast.ivan, EDIT);
        cast.system.sharing(acuserv).with(cast.ivan, EDIT, VIEW);
        assertThat(given()).containsExactly(VIEW, EDIT);
        cast.system.sharing(acuserv).with(cast.ivan, DELETE);
        assertThat(given()).containsExactly(VIEW, EDIT, DELETE);
    }

    @Test
    void revokingTakesTheNamedOnesAndRevokingViewTakesAll() {
        cast.system.sharing(acuserv).with(cast.ivan, EDIT, DELETE);
        cast.system.sharing(acuserv).with(cast.olga, EDIT);
        cast.system.sharing(acuserv).revoke(cast.ivan, DELETE);
        assertThat(cast.ivan().may(DELETE, acuserv)).isFalse();
        assertThat(cast.ivan().may(EDIT, acuserv)).isTrue();
        cast.system.sharing(acuserv).revoke(cast.ivan, VIEW);
        assertThat(cast.ivan().may(EDIT, acuserv)).isFalse();
        assertThat(cast.ivan().may(VIEW, acuserv)).isFalse();
        assertThat(cast.crm.as(cast.olga).may(EDIT, acuserv)).isTrue();
    }

    @Test
    void revokingWhatWasNotGivenChangesNothing() {
        cast.system.sharing(acuserv).with(cast.ivan, EDIT);
        cast.system.sharing(acuserv).revoke(cast.olga);
        cast.system.sharing(acuserv).revoke(cast.wien);
        assertThat(given()).containsExactly(VIEW, EDIT);
    }

    @Test
    void nobodyGivesWhatTheyHaveNot() {
        Cast giving = new Cast(Role.named("seller").grant(Account.TYPE, USER, VIEW, ASSIGN));
        Account own = giving.account("Acuserv", giving.ivan);
        assertThatThrownBy(() -> giving.ivan().sharing(own).with(giving.olga, EDIT))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("no role allows ivan to EDIT account, and ivan owns Acuserv;"
                        + " missing: EDIT account at USER");
        assertThat(giving.ivan().sharing(own).list()).isEmpty();
        giving.ivan().sharing(own).with(giving.olga, VIEW);
        assertThat(giving.crm.as(giving.olga).may(VIEW, own)).isTrue();
    }

    @Test
    void sharingAndRevokingTakeAssign() {
        Cast giving = new Cast(Role.named("seller").grant(Account.TYPE, USER, VIEW, EDIT));
        Account own = giving.account("Acuserv", giving.ivan);
        assertThatThrownBy(() -> giving.ivan().sharing(own).with(giving.olga, EDIT))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("no role allows ivan to ASSIGN account");
        giving.system.sharing(own).with(giving.olga, EDIT);
        assertThatThrownBy(() -> giving.ivan().sharing(own).revoke(giving.olga))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("no role allows ivan to ASSIGN account");
        assertThat(giving.crm.as(giving.olga).may(EDIT, own)).isTrue();
    }

    @Test
    void whoWasGivenAssignGivesOn() {
        cast.system.sharing(acuserv).with(cast.ivan, ASSIGN);
        User mary = cast.user("mary", cast.acuserv);
        cast.ivan().sharing(acuserv).with(mary, VIEW);
        assertThat(cast.crm.as(mary).may(VIEW, acuserv)).isTrue();
    }

    @Test
    void whatOneMayNotSeeIsNotThereToShare() {
        assertThatThrownBy(() -> cast.ivan().sharing(acuserv).with(cast.ivan, VIEW))
                .isInstanceOf(RecordNotFoundException.class);
        cast.system.sharing(acuserv).with(cast.olga, VIEW);
        assertThat(cast.ivan().sharing(acuserv).list()).isEmpty();
        assertThat(cast.crm.as(cast.olga).sharing(acuserv).list()).hasSize(1);
    }

    @Test
    void aNewRecordIsSharedForCreateWithNobody() {
        assertThatThrownBy(() -> cast.system.sharing(acuserv).with(cast.ivan, CREATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CREATE can not be shared, as it is about records that are not there yet;"
                        + " name VIEW, EDIT, DELETE or ASSIGN");
        assertThatThrownBy(() -> cast.system.sharing(acuserv).revoke(cast.ivan, CREATE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cast.system.sharing(acuserv).with(cast.ivan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sharing gives some permission");
    }

    @Test
    void aShareForAnythingElseIsRefusedAtTheDoor() {
        Share share = Share.with(Ref.to(cast.ivan), new AnyRef("account", acuserv.getId()), CREATE);
        share.setOrganization(Ref.to(cast.acuserv));
        assertThatThrownBy(() -> cast.system.save(share))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining(
                        "gives no permission for a record that is there; give VIEW, EDIT, DELETE or ASSIGN");
    }

    @Test
    void aShareIsForAUserOrForAUnit() {
        Share both = Share.with(Ref.to(cast.ivan), new AnyRef("account", acuserv.getId()), VIEW);
        both.setOrganization(Ref.to(cast.acuserv));
        both.setUnit(Ref.to(cast.berlin));
        assertThatThrownBy(() -> cast.system.save(both))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is for one user or for one business unit; give either");
        both.setUnit(null);
        both.setUser(null);
        assertThatThrownBy(() -> cast.system.save(both))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is for one user or for one business unit; give either");
    }

    @Test
    void whoWritesSharesPastSharingIsGivingRightsAndNeedsAssignOnShares() {
        Role clerk = Role.named("clerk").grant(Share.TYPE, ORGANIZATION, VIEW, CREATE, EDIT);
        Cast giving = new Cast(clerk);
        Account olgas = giving.account("Acuserv", giving.olga);
        Account other = giving.account("Body Toning", giving.olga);
        Share own = Share.with(Ref.to(giving.ivan), new AnyRef("account", olgas.getId()), DELETE);
        assertThatThrownBy(() -> giving.ivan().save(own))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("no role allows ivan to ASSIGN share");
        giving.system.sharing(olgas).with(giving.ivan, VIEW);
        Share stored = giving.ivan().select(Share.TYPE).list().get(0);
        stored.setRecord(new AnyRef("account", other.getId()));
        assertThatThrownBy(() -> giving.ivan().save(stored))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("no role allows ivan to ASSIGN share");
        assertThat(giving.ivan().may(VIEW, other)).isFalse();
    }

    @Test
    void aShareGoesWithTheRecordAndWithWhomItWasGivenTo() {
        cast.system.sharing(acuserv).with(cast.ivan, EDIT);
        cast.system.sharing(acuserv).with(cast.wien, EDIT);
        assertThat(cast.system.select(Share.TYPE).count()).isEqualTo(4);
        cast.system.delete(cast.wien);
        assertThat(cast.system.select(Share.TYPE).count()).isEqualTo(2);
        cast.system.delete(acuserv);
        assertThat(cast.system.select(Share.TYPE).count()).isZero();
    }

    @Test
    void aUnitThatIsGoneIsToldAsGone() {
        cast.system.sharing(acuserv).with(cast.berlin, EDIT);
        Session ivan = cast.ivan();
        cast.drop(BusinessUnit.TYPE, cast.berlin);
        assertThat(ivan.check(EDIT, acuserv).parts())
                .extracting(AccessDecision::reason)
                .containsExactly("shared with a business unit that is gone for VIEW, EDIT");
    }

    @Test
    void whatNobodyOwnsAndWhatOwnsItselfCanBeSharedToo() {
        Memo memo = cast.system.save(new Memo("Call back"));
        cast.system.sharing(memo).with(cast.ivan, EDIT);
        assertThat(cast.ivan().may(EDIT, memo)).isTrue();
        assertThat(cast.system.sharing(memo).list())
                .allMatch(share -> Ref.to(cast.acuserv).equals(share.getOrganization()));
        cast.system.sharing(cast.wien).with(cast.berlin, EDIT);
        assertThat(cast.ivan().may(EDIT, cast.wien)).isTrue();
        cast.system.sharing(cast.nord).with(cast.ivan, VIEW);
        assertThat(cast.ivan().may(VIEW, cast.nord)).isTrue();
    }

    @Test
    void aShareAddsToWhatTheRoleReaches() {
        Cast seller = new Cast(Role.named("seller").grant(Account.TYPE, USER, VIEW, EDIT));
        Account olgas = seller.account("Acuserv", seller.olga);
        seller.account("Body Toning", seller.ivan);
        seller.system.sharing(olgas).with(seller.ivan, EDIT);
        assertThat(Cast.names(seller.ivan(), Account.TYPE)).containsExactly("Acuserv", "Body Toning");
        assertThat(seller.ivan().check(EDIT, olgas).explain()).isEqualTo("""
                        yes  ivan may EDIT account Acuserv because it is shared with ivan for VIEW, EDIT
                             no   role 'seller': EDIT account up to USER
                             yes  shared with ivan for VIEW, EDIT""");
    }

    @Test
    void anotherOrganizationIsSeenWhenItIsSharedEvenByWhoReachesAllOfTheirOwn() {
        Cast reader = new Cast(Role.named("reader").grant(Organization.TYPE, ORGANIZATION, VIEW));
        assertThat(Cast.names(reader.ivan(), Organization.TYPE)).containsExactly("Acuserv GmbH");
        reader.system.sharing(reader.nord).with(reader.ivan, VIEW);
        assertThat(Cast.names(reader.ivan(), Organization.TYPE)).containsExactly("Acuserv GmbH", "Nord AG");
    }

    @Test
    void aShareIsInWordsOfTheRecordOnlyAsFarAsItMayBeSeen() {
        Share edit = Share.with(Ref.to(cast.ivan), new AnyRef("account", acuserv.getId()), EDIT);
        edit.setOrganization(Ref.to(cast.acuserv));
        cast.put(Share.TYPE, edit);
        assertThat(cast.ivan().check(EDIT, acuserv).sentence())
                .isEqualTo("ivan may EDIT this account because it is shared with ivan for EDIT");
    }

    @Test
    void nothingIsSharedWithTheSystem() {
        assertThat(Share.<Account>reaching(Actor.system(), VIEW).test(acuserv, Lookup.NOTHING))
                .isFalse();
    }

    @Test
    void aShareKnowsWhomItIsFor() {
        Share user = Share.with(Ref.to(cast.ivan), new AnyRef("account", acuserv.getId()), EDIT);
        assertThat(user.getUser()).isEqualTo(Ref.to(cast.ivan));
        assertThat(user.getUnit()).isNull();
        assertThat(user.getPermission()).isEqualTo(EDIT);
        assertThat(user.getRecord()).isEqualTo(new AnyRef("account", acuserv.getId()));
        Share unit = Share.withUnit(Ref.to(cast.berlin), new AnyRef("account", acuserv.getId()), VIEW);
        assertThat(unit.getUnit()).isEqualTo(Ref.to(cast.berlin));
        assertThat(unit.getUser()).isNull();
    }

    @Test
    void atTheGlobalLevelSharesChangeNothing() {
        Cast all = new Cast(Role.named("all").grant(Account.TYPE, GLOBAL, VIEW));
        Account elsewhere = all.account("Acuserv", all.olga, all.nord);
        all.system.sharing(elsewhere).with(all.ivan, VIEW);
        assertThat(all.ivan().check(VIEW, elsewhere).sentence())
                .isEqualTo("ivan may VIEW account up to GLOBAL by role 'all', and that is everywhere");
    }
}
