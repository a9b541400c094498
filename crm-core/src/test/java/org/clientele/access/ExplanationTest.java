package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.BUSINESS_UNIT;
import static org.clientele.access.AccessLevel.DIVISION;
import static org.clientele.access.AccessLevel.GLOBAL;
import static org.clientele.access.AccessLevel.NONE;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.Set;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** The sentences that a person reads who asks why: may ivan, who is in Berlin, edit the record? */
class ExplanationTest {

    private static final Role READER = Role.named("reader")
            .grant(Account.TYPE, GLOBAL, VIEW)
            .grant(Channel.TYPE, GLOBAL, VIEW)
            .grant(Memo.TYPE, GLOBAL, VIEW)
            .grant(User.TYPE, GLOBAL, VIEW)
            .grant(BusinessUnit.TYPE, GLOBAL, VIEW)
            .grant(Organization.TYPE, GLOBAL, VIEW);

    private static Role editor(EntityType<?> type, AccessLevel level) {
        return Role.named("seller").grant(type, level, EDIT);
    }

    /** A cast in which ivan may see everything, and edit up to a level. */
    private static Cast sighted(EntityType<?> type, AccessLevel level) {
        return new Cast(READER, editor(type, level));
    }

    /** A cast in which ivan may see nothing, and edit up to a level. */
    private static Cast blind(EntityType<?> type, AccessLevel level) {
        return new Cast(editor(type, level));
    }

    private static String sentence(Cast cast, CrmRecord record) {
        return cast.ivan().check(EDIT, record).sentence();
    }

    @Test
    void withoutAGrantTheOwnerIsNamedAndTheSmallestGrantThatWouldHelp() {
        Cast cast = new Cast(READER);
        assertThat(sentence(cast, cast.account("Acuserv", cast.olga)))
                .isEqualTo("no role allows ivan to EDIT account, and olga owns Acuserv;"
                        + " missing: EDIT account at ORGANIZATION");
        assertThat(sentence(cast, cast.account("Body Toning", cast.ivan)))
                .isEqualTo("no role allows ivan to EDIT account, and ivan owns Body Toning;"
                        + " missing: EDIT account at USER");
    }

    @Test
    void aGrantToNowhereIsNone() {
        Cast cast = sighted(Account.TYPE, NONE);
        assertThat(sentence(cast, cast.account("Acuserv", cast.olga)))
                .startsWith("no role allows ivan to EDIT account, and olga owns Acuserv");
    }

    @Test
    void atTheLevelOfTheUserTheOwnerDecides() {
        Cast cast = sighted(Account.TYPE, USER);
        assertThat(sentence(cast, cast.account("Acuserv", cast.olga)))
                .isEqualTo("ivan may EDIT account up to USER by role 'seller', but olga owns Acuserv;"
                        + " missing: EDIT account at ORGANIZATION");
        assertThat(sentence(cast, cast.account("Body Toning", cast.ivan)))
                .isEqualTo("ivan may EDIT account up to USER by role 'seller', and ivan owns Body Toning");
    }

    @Test
    void atTheLevelOfTheBusinessUnitTheUnitsOfTheOwnerDecide() {
        Cast cast = sighted(Account.TYPE, BUSINESS_UNIT);
        Account acuserv = cast.account("Acuserv", cast.olga);
        String rule = "ivan may EDIT account up to BUSINESS_UNIT by role 'seller', ";
        assertThat(sentence(cast, acuserv))
                .isEqualTo(rule + "but olga owns Acuserv and is in none of ivan's business units;"
                        + " missing: EDIT account at ORGANIZATION");
        cast.change(cast.olga, olga -> olga.addBusinessUnit(cast.mitte));
        assertThat(sentence(cast, acuserv))
                .isEqualTo(rule + "but olga owns Acuserv and is in business unit Mitte, a unit below one of ivan's"
                        + " business units; missing: EDIT account at DIVISION");
        cast.change(cast.olga, olga -> olga.addBusinessUnit(cast.berlin));
        assertThat(sentence(cast, acuserv))
                .isEqualTo(rule + "and olga owns Acuserv and is in business unit Berlin, one of ivan's business units");
        assertThat(sentence(cast, cast.account("Body Toning", cast.ivan)))
                .isEqualTo(rule + "and ivan owns Body Toning");
    }

    @Test
    void atTheLevelOfTheDivisionTheUnitsBelowCount() {
        Cast cast = sighted(Account.TYPE, DIVISION);
        cast.change(cast.olga, olga -> olga.addBusinessUnit(cast.mitte));
        assertThat(sentence(cast, cast.account("Acuserv", cast.olga)))
                .isEqualTo("ivan may EDIT account up to DIVISION by role 'seller', and olga owns Acuserv and is in"
                        + " business unit Mitte, a unit below one of ivan's business units");
    }

    @Test
    void ofSeveralUnitsInCommonOneOfTheActorsOwnIsNamedBeforeOneBelow() {
        Cast cast = sighted(Account.TYPE, DIVISION);
        cast.change(cast.ivan, ivan -> ivan.addBusinessUnit(cast.wien));
        cast.change(cast.olga, olga -> olga.addBusinessUnit(cast.mitte).addBusinessUnit(cast.wien));
        assertThat(sentence(cast, cast.account("Acuserv", cast.olga)))
                .endsWith("is in business unit Wien, one of ivan's business units");
    }

    @Test
    void ofSeveralUnitsInCommonTheOldestIsNamed() {
        Cast cast = sighted(Account.TYPE, BUSINESS_UNIT);
        for (String name : Set.of("Hamburg", "Ulm", "Jena", "Graz")) {
            BusinessUnit unit = cast.system.save(new BusinessUnit(name, cast.acuserv));
            cast.change(cast.ivan, ivan -> ivan.addBusinessUnit(unit));
            cast.change(cast.olga, olga -> olga.addBusinessUnit(unit));
        }
        cast.change(cast.olga, olga -> olga.addBusinessUnit(cast.berlin));
        assertThat(sentence(cast, cast.account("Acuserv", cast.olga)))
                .endsWith("is in business unit Berlin, one of ivan's business units");
    }

    @Test
    void atTheLevelOfTheOrganizationTheOrganizationDecides() {
        Cast cast = sighted(Account.TYPE, ORGANIZATION);
        String rule = "ivan may EDIT account up to ORGANIZATION by role 'seller', ";
        assertThat(sentence(cast, cast.account("Acuserv", cast.olga)))
                .isEqualTo(rule + "and Acuserv belongs to organization Acuserv GmbH, where ivan works");
        assertThat(sentence(cast, cast.account("Body Toning", cast.ivan, cast.nord)))
                .isEqualTo(rule + "but Body Toning belongs to organization Nord AG, where ivan does not work now;"
                        + " missing: EDIT account at GLOBAL");
    }

    @Test
    void atTheGlobalLevelNothingIsBeyond() {
        Cast cast = sighted(Account.TYPE, GLOBAL);
        assertThat(sentence(cast, cast.account("Acuserv", cast.olga, cast.nord)))
                .isEqualTo("ivan may EDIT account up to GLOBAL by role 'seller', and that is everywhere");
    }

    @Test
    void whatNobodyOwnsAndWhatBelongsNowhereIsSaidToBeSo() {
        Cast cast = sighted(Account.TYPE, DIVISION);
        String rule = "ivan may EDIT account up to DIVISION by role 'seller', but ";
        Account acuserv = cast.account("Acuserv", cast.olga);
        cast.twist(Account.TYPE, acuserv, account -> account.setOwner(null));
        assertThat(sentence(cast, acuserv))
                .isEqualTo(rule + "nobody owns Acuserv; missing: EDIT account at ORGANIZATION");
        cast.twist(Account.TYPE, acuserv, account -> account.setOrganization(null));
        assertThat(sentence(cast, acuserv))
                .isEqualTo(rule + "Acuserv belongs to no organization; missing: EDIT account at GLOBAL");
    }

    @Test
    void ownersOrganizationsAndUnitsThatAreGoneHaveNoName() {
        Cast cast = sighted(Account.TYPE, BUSINESS_UNIT);
        User mark = cast.user("mark", cast.nord);
        Account acuserv = cast.account("Acuserv", mark);
        Account elsewhere = cast.account("Body Toning", cast.ivan, cast.nord);
        cast.drop(User.TYPE, mark);
        cast.drop(Organization.TYPE, cast.nord);
        assertThat(sentence(cast, acuserv))
                .contains("but somebody unknown owns Acuserv and is in none of ivan's business units;");
        assertThat(sentence(cast, elsewhere))
                .contains("but Body Toning belongs to an organization that is gone, where ivan does not work now;");
        Cast clerks = sighted(User.TYPE, BUSINESS_UNIT);
        clerks.change(clerks.olga, olga -> olga.setOwner(Ref.to(clerks.wien)));
        clerks.drop(BusinessUnit.TYPE, clerks.wien);
        assertThat(sentence(clerks, clerks.olga))
                .contains("but a business unit that is gone owns olga and is none of ivan's business units;");
    }

    @Test
    void ofARecordThatMayNotBeSeenNeitherItsNameNorItsOwnersIsTold() {
        Cast none = new Cast();
        assertThat(sentence(none, none.account("Acuserv", none.olga)))
                .isEqualTo("no role allows ivan to EDIT account, and somebody else owns this account;"
                        + " missing: EDIT account at ORGANIZATION");
        Cast unit = blind(Account.TYPE, BUSINESS_UNIT);
        Account acuserv = unit.account("Acuserv", unit.olga);
        String rule = "ivan may EDIT account up to BUSINESS_UNIT by role 'seller', ";
        unit.change(unit.olga, olga -> olga.addBusinessUnit(unit.mitte));
        assertThat(sentence(unit, acuserv))
                .isEqualTo(rule + "but somebody else owns this account and is in a unit below one of ivan's business"
                        + " units; missing: EDIT account at DIVISION");
        unit.change(unit.olga, olga -> olga.addBusinessUnit(unit.berlin));
        assertThat(sentence(unit, acuserv))
                .isEqualTo(rule + "and somebody else owns this account and is in one of ivan's business units");
        Cast here = blind(Account.TYPE, ORGANIZATION);
        assertThat(sentence(here, here.account("Acuserv", here.olga)))
                .isEqualTo("ivan may EDIT account up to ORGANIZATION by role 'seller', and this account belongs to the"
                        + " organization where ivan works");
        assertThat(sentence(here, here.account("Body Toning", here.olga, here.nord)))
                .isEqualTo("ivan may EDIT account up to ORGANIZATION by role 'seller', but this account belongs to an"
                        + " organization where ivan does not work now; missing: EDIT account at GLOBAL");
        Cast clerks = blind(User.TYPE, BUSINESS_UNIT);
        clerks.change(clerks.olga, olga -> olga.setOwner(Ref.to(clerks.wien)));
        assertThat(sentence(clerks, clerks.olga))
                .isEqualTo("ivan may EDIT user up to BUSINESS_UNIT by role 'seller', but a business unit owns this user"
                        + " and is none of ivan's business units; missing: EDIT user at ORGANIZATION");
    }

    @Test
    void oneOwnNameIsKnownEvenOnWhatMayNotBeSeen() {
        Cast cast = new Cast();
        assertThat(sentence(cast, cast.account("Acuserv", cast.ivan)))
                .isEqualTo("no role allows ivan to EDIT account, and ivan owns this account;"
                        + " missing: EDIT account at USER");
    }

    @Test
    void aUserIsJudgedByTheUnitThatOwnsTheUser() {
        Cast cast = sighted(User.TYPE, BUSINESS_UNIT);
        String rule = "ivan may EDIT user up to BUSINESS_UNIT by role 'seller', ";
        assertThat(sentence(cast, cast.olga))
                .isEqualTo(rule + "but no business unit owns olga; missing: EDIT user at ORGANIZATION");
        cast.change(cast.olga, olga -> olga.setOwner(Ref.to(cast.wien)));
        assertThat(sentence(cast, cast.olga))
                .isEqualTo(rule + "but business unit Wien owns olga and is none of ivan's business units;"
                        + " missing: EDIT user at ORGANIZATION");
        cast.change(cast.olga, olga -> olga.setOwner(Ref.to(cast.mitte)));
        assertThat(sentence(cast, cast.olga))
                .isEqualTo(rule + "but business unit Mitte owns olga and is a unit below one of ivan's business units;"
                        + " missing: EDIT user at DIVISION");
        cast.change(cast.olga, olga -> olga.setOwner(Ref.to(cast.berlin)));
        assertThat(sentence(cast, cast.olga))
                .isEqualTo(rule + "and business unit Berlin owns olga and is one of ivan's business units");
    }

    @Test
    void oneIsWithinReachOfOneself() {
        Cast cast = sighted(User.TYPE, USER);
        assertThat(sentence(cast, cast.ivan))
                .isEqualTo("ivan may EDIT user up to USER by role 'seller', and this user is ivan");
        Cast none = new Cast(READER);
        assertThat(sentence(none, none.ivan))
                .isEqualTo("no role allows ivan to EDIT user, and this user is ivan; missing: EDIT user at USER");
    }

    @Test
    void aUnitIsToldByWhereItStandsToTheUnitsOfTheActor() {
        Cast cast = sighted(BusinessUnit.TYPE, BUSINESS_UNIT);
        String rule = "ivan may EDIT business unit up to BUSINESS_UNIT by role 'seller', ";
        assertThat(sentence(cast, cast.berlin)).isEqualTo(rule + "and Berlin is one of ivan's business units");
        assertThat(sentence(cast, cast.mitte))
                .isEqualTo(rule + "but Mitte is a unit below one of ivan's business units;"
                        + " missing: EDIT business unit at DIVISION");
        assertThat(sentence(cast, cast.wien))
                .isEqualTo(rule + "but Wien belongs to organization Acuserv GmbH, where ivan works;"
                        + " missing: EDIT business unit at ORGANIZATION");
    }

    @Test
    void anOrganizationIsToldByWhetherTheActorWorksThere() {
        Cast cast = sighted(Organization.TYPE, DIVISION);
        String rule = "ivan may EDIT organization up to DIVISION by role 'seller', ";
        assertThat(sentence(cast, cast.acuserv))
                .isEqualTo(rule + "but ivan works in Acuserv GmbH; missing: EDIT organization at ORGANIZATION");
        assertThat(sentence(cast, cast.nord))
                .isEqualTo(rule + "but ivan does not work in Nord AG now; missing: EDIT organization at GLOBAL");
    }

    @Test
    void whatAnOrganizationOwnsIsToldByIt() {
        Cast cast = sighted(Channel.TYPE, USER);
        assertThat(sentence(cast, cast.channel("Field", cast.acuserv)))
                .isEqualTo("ivan may EDIT channel up to USER by role 'seller', but Field belongs to organization"
                        + " Acuserv GmbH, where ivan works; missing: EDIT channel at ORGANIZATION");
    }

    @Test
    void whatHasNoOwnerByItsTypeIsNobodys() {
        Cast cast = sighted(Memo.TYPE, DIVISION);
        assertThat(sentence(cast, cast.system.save(new Memo("Call back"))))
                .isEqualTo("ivan may EDIT memo up to DIVISION by role 'seller', but nobody owns Call back;"
                        + " missing: EDIT memo at ORGANIZATION");
    }

    @Test
    void ofSeveralRolesTheOneThatReachesFurthestIsNamedAndOfEqualsTheFirst() {
        Cast cast = new Cast(
                editor(Account.TYPE, USER),
                Role.named("boss").grant(Account.TYPE, BUSINESS_UNIT, EDIT),
                Role.named("assistant").grant(Account.TYPE, BUSINESS_UNIT, EDIT),
                Role.named("zero"));
        assertThat(sentence(cast, cast.account("Acuserv", cast.ivan)))
                .startsWith("ivan may EDIT account up to BUSINESS_UNIT by role 'assistant', and ");
    }

    @Test
    void theExplanationSaysRoleByRoleWhatItGaveAndThenShareByShare() {
        Cast cast = new Cast(READER, editor(Account.TYPE, USER), Role.named("assistant"));
        Account acuserv = cast.account("Acuserv", cast.olga);
        cast.system.sharing(acuserv).with(cast.ivan, VIEW);
        assertThat(cast.ivan().check(EDIT, acuserv).explain()).isEqualTo("""
                        no   ivan may EDIT account up to USER by role 'seller', but olga owns Acuserv; \
                        missing: EDIT account at ORGANIZATION
                             no   role 'assistant' has no grant to EDIT account
                             no   role 'reader' has no grant to EDIT account
                             no   role 'seller': EDIT account up to USER
                             no   shared with ivan for VIEW""");
        assertThat(cast.ivan().check(VIEW, acuserv).explain()).isEqualTo("""
                        yes  ivan may VIEW account up to GLOBAL by role 'reader', and that is everywhere
                             no   role 'assistant' has no grant to VIEW account
                             yes  role 'reader': VIEW account up to GLOBAL
                             no   role 'seller' has no grant to VIEW account
                             yes  shared with ivan for VIEW""");
    }

    @Test
    void aDenialIsThrownWithItsSentence() {
        Cast cast = new Cast();
        AccessDecision denial = cast.ivan().check(CREATE, new Account("Acuserv"));
        assertThatThrownBy(denial::orThrow)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("no role allows ivan to CREATE account, and ivan owns Acuserv;"
                        + " missing: CREATE account at USER");
    }

    @Test
    void capabilitiesAreExplainedRoleByRole() {
        Cast cast = new Cast(
                Role.named("clerk").allow(Capability.IMPORT),
                Role.named("boss").allow(Capability.MERGE, Capability.IMPORT));
        assertThat(cast.ivan().check(Capability.IMPORT).explain()).isEqualTo("""
                        yes  ivan may IMPORT by role 'boss'
                             yes  role 'boss' allows IMPORT
                             yes  role 'clerk' allows IMPORT""");
        assertThat(cast.ivan().check(Capability.MERGE).explain()).isEqualTo("""
                        yes  ivan may MERGE by role 'boss'
                             yes  role 'boss' allows MERGE
                             no   role 'clerk' does not allow MERGE""");
        assertThat(cast.ivan().check(Capability.EXPORT).explain()).isEqualTo("""
                        no   no role allows ivan to EXPORT; allow it: role.allow(...)
                             no   role 'boss' does not allow EXPORT
                             no   role 'clerk' does not allow EXPORT""");
    }
}
