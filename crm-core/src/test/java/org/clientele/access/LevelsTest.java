package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.access.AccessLevel.BUSINESS_UNIT;
import static org.clientele.access.AccessLevel.DIVISION;
import static org.clientele.access.AccessLevel.GLOBAL;
import static org.clientele.access.AccessLevel.NONE;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** How far each level reaches, for each kind of owner: for ivan, who is in Berlin. */
class LevelsTest {

    private final Map<AccessLevel, Cast> casts = new LinkedHashMap<>();

    LevelsTest() {
        for (AccessLevel level : AccessLevel.values()) {
            Role role = Role.named("reader");
            for (EntityType<?> type : Set.of(Account.TYPE, Channel.TYPE, User.TYPE, BusinessUnit.TYPE, Memo.TYPE)) {
                role = role.grant(type, level, VIEW);
            }
            casts.put(level, new Cast(role.grant(Organization.TYPE, level, VIEW).grant(Customer.TYPE, level, VIEW)));
        }
    }

    private <R extends CrmRecord> Map<AccessLevel, Set<String>> seen(EntityType<R> type, Consumer<Cast> scene) {
        Map<AccessLevel, Set<String>> seen = new LinkedHashMap<>();
        casts.forEach((level, cast) -> {
            scene.accept(cast);
            Session ivan = cast.ivan();
            seen.put(level, Cast.names(ivan, type));
            cast.system
                    .select(type)
                    .list()
                    .forEach(record -> assertThat(ivan.may(VIEW, record))
                            .as(level + " " + type.nameOf(record))
                            .isEqualTo(Cast.names(ivan, type).contains(type.nameOf(record))));
        });
        return seen;
    }

    private static Map<AccessLevel, Set<String>> levels(
            Set<String> user, Set<String> unit, Set<String> division, Set<String> organization, Set<String> global) {
        Map<AccessLevel, Set<String>> levels = new LinkedHashMap<>();
        levels.put(NONE, Set.of());
        levels.put(USER, user);
        levels.put(BUSINESS_UNIT, unit);
        levels.put(DIVISION, division);
        levels.put(ORGANIZATION, organization);
        levels.put(GLOBAL, global);
        return levels;
    }

    @Test
    void whatUsersOwnIsReachedByTheUnitsOfItsOwner() {
        assertThat(seen(Account.TYPE, cast -> {
                    cast.account("own", cast.ivan);
                    cast.account("colleague's", cast.user("mary", cast.acuserv, cast.wien, cast.berlin));
                    cast.account("from below", cast.user("mike", cast.acuserv, cast.mitte));
                    cast.account("from Wien", cast.user("robert", cast.acuserv, cast.wien));
                    cast.account("of one without units", cast.olga);
                    cast.account("own elsewhere", cast.ivan, cast.nord);
                }))
                .isEqualTo(levels(
                        Set.of("own"),
                        Set.of("own", "colleague's"),
                        Set.of("own", "colleague's", "from below"),
                        Set.of("own", "colleague's", "from below", "from Wien", "of one without units"),
                        Set.of(
                                "own",
                                "colleague's",
                                "from below",
                                "from Wien",
                                "of one without units",
                                "own elsewhere")));
    }

    @Test
    void whatNobodyOwnsTakesTheOrganizationAndWhatBelongsNowhereTakesGlobal() {
        assertThat(seen(Account.TYPE, cast -> {
                    cast.twist(Account.TYPE, cast.account("ownerless", cast.ivan), account -> account.setOwner(null));
                    cast.twist(
                            Account.TYPE, cast.account("nowhere", cast.ivan), account -> account.setOrganization(null));
                }))
                .isEqualTo(levels(Set.of(), Set.of(), Set.of(), Set.of("ownerless"), Set.of("ownerless", "nowhere")));
    }

    @Test
    void aUserIsWithinReachOfHimselfAndOtherwiseOfTheUnitsThatOwnHim() {
        assertThat(seen(User.TYPE, cast -> {
                    cast.change(cast.olga, olga -> olga.setOwner(Ref.to(cast.berlin)));
                    User mike = cast.user("mike", cast.acuserv, cast.berlin);
                    cast.change(mike, user -> user.setOwner(Ref.to(cast.mitte)));
                    User robert = cast.user("robert", cast.acuserv, cast.berlin);
                    cast.change(robert, user -> user.setOwner(Ref.to(cast.wien)));
                    cast.user("mark", cast.nord);
                }))
                .isEqualTo(levels(
                        Set.of("ivan"),
                        Set.of("ivan", "olga"),
                        Set.of("ivan", "olga", "mike"),
                        Set.of("ivan", "olga", "mike", "robert"),
                        Set.of("ivan", "olga", "mike", "robert", "mark")));
    }

    @Test
    void aUnitIsReachedByThoseInItAndAbove() {
        assertThat(seen(BusinessUnit.TYPE, cast -> cast.system.save(new BusinessUnit("Oslo", cast.nord))))
                .isEqualTo(levels(
                        Set.of(),
                        Set.of("Berlin"),
                        Set.of("Berlin", "Mitte"),
                        Set.of("Berlin", "Mitte", "Wien"),
                        Set.of("Berlin", "Mitte", "Wien", "Oslo")));
    }

    @Test
    void anOrganizationIsReachedByThoseWhoWorkInIt() {
        assertThat(seen(Organization.TYPE, cast -> {}))
                .isEqualTo(levels(
                        Set.of(), Set.of(), Set.of(), Set.of("Acuserv GmbH"), Set.of("Acuserv GmbH", "Nord AG")));
    }

    @Test
    void whatAnOrganizationOwnsIsReachedFromTheOrganizationOn() {
        assertThat(seen(Channel.TYPE, cast -> {
                    cast.channel("Field", cast.acuserv);
                    cast.channel("Web", cast.nord);
                }))
                .isEqualTo(levels(Set.of(), Set.of(), Set.of(), Set.of("Field"), Set.of("Field", "Web")));
    }

    @Test
    void whatHasNoOwnerByItsTypeIsReachedFromTheOrganizationOn() {
        assertThat(seen(Memo.TYPE, cast -> cast.system.save(new Memo("Call back"))))
                .isEqualTo(levels(Set.of(), Set.of(), Set.of(), Set.of("Call back"), Set.of("Call back")));
    }

    @Test
    void aGrantOnATypeThatOthersExtendReachesTheirRecords() {
        assertThat(seen(Customer.TYPE, cast -> {
                    BusinessCustomer customer =
                            new BusinessCustomer("Body Toning", cast.channel("Field", cast.acuserv));
                    customer.setOrganization(Ref.to(cast.acuserv));
                    customer.setOwner(Ref.to(cast.ivan));
                    cast.system.save(customer);
                }))
                .isEqualTo(levels(
                        Set.of("Body Toning"),
                        Set.of("Body Toning"),
                        Set.of("Body Toning"),
                        Set.of("Body Toning"),
                        Set.of("Body Toning")));
    }

    @Test
    void oneWithoutUnitsReachesWhatIsOwnAtEveryLevelBelowTheOrganization() {
        for (AccessLevel level : Set.of(USER, BUSINESS_UNIT, DIVISION)) {
            Cast cast = casts.get(level);
            cast.change(cast.ivan, ivan -> ivan.setBusinessUnits(Set.of()));
            cast.account("own", cast.ivan);
            cast.account("of another without units", cast.olga);
            assertThat(Cast.names(cast.ivan(), Account.TYPE)).containsExactly("own");
            assertThat(Cast.names(cast.ivan(), BusinessUnit.TYPE)).isEmpty();
        }
    }

    @Test
    void whoWorksElsewhereNowReachesWhatIsThere() {
        Cast cast = casts.get(ORGANIZATION);
        cast.change(cast.ivan, ivan -> ivan.setOrganizations(Set.of(Ref.to(cast.acuserv), Ref.to(cast.nord))));
        cast.account("here", cast.ivan);
        cast.account("there", cast.ivan, cast.nord);
        assertThat(Cast.names(cast.ivan(), Account.TYPE)).containsExactly("here");
        assertThat(Cast.names(cast.crm.as(cast.ivan, Ref.to(cast.nord)), Account.TYPE))
                .containsExactly("there");
    }

    @Test
    void ofSeveralRolesTheHighestLevelCountsPermissionByPermission() {
        Cast cast = new Cast(
                Role.named("a").grant(Account.TYPE, USER, VIEW, EDIT),
                Role.named("b").grant(Account.TYPE, ORGANIZATION, VIEW),
                Role.named("c").grant(Account.TYPE, BUSINESS_UNIT, VIEW));
        Account olgas = cast.account("Acuserv", cast.olga);
        assertThat(cast.ivan().may(VIEW, olgas)).isTrue();
        assertThat(cast.ivan().may(EDIT, olgas)).isFalse();
        assertThat(cast.ivan().may(CREATE, olgas)).isFalse();
    }

    @Test
    void anAdministratorMayDoEverythingEverywhere() {
        Cast cast = new Cast(Role.administrator("administrator"));
        Account elsewhere = cast.account("Acuserv", cast.olga, cast.nord);
        for (Permission permission : Permission.values()) {
            assertThat(cast.ivan().may(permission, elsewhere)).isTrue();
        }
        for (Capability capability : Capability.values()) {
            assertThat(cast.ivan().check(capability).granted()).isTrue();
        }
    }

    @Test
    void withoutARoleNothingIsAllowed() {
        Cast cast = new Cast();
        Account own = cast.account("Acuserv", cast.ivan);
        for (Permission permission : Permission.values()) {
            assertThat(cast.ivan().may(permission, own)).isFalse();
        }
        assertThat(Cast.names(cast.ivan(), User.TYPE)).isEmpty();
    }

    @Test
    void aRoleThatThePolicyDoesNotKnowAllowsNothing() {
        Cast cast = new Cast(Role.named("reader").grant(Account.TYPE, GLOBAL, VIEW));
        cast.account("Acuserv", cast.olga);
        cast.change(cast.ivan, ivan -> ivan.setRoles(Set.of("administrator")));
        assertThat(Cast.names(cast.ivan(), Account.TYPE)).isEmpty();
        cast.change(cast.ivan, ivan -> ivan.setRoles(Set.of("administrator", "reader")));
        assertThat(Cast.names(cast.ivan(), Account.TYPE)).containsExactly("Acuserv");
    }

    @Test
    void theRightsOfASessionAreThoseOfWhenItWasOpened() {
        Cast cast = casts.get(BUSINESS_UNIT);
        User mary = cast.user("mary", cast.acuserv, cast.berlin);
        cast.account("Acuserv", mary);
        Session before = cast.ivan();
        cast.change(cast.ivan, ivan -> ivan.setBusinessUnits(Set.of()));
        assertThat(Cast.names(before, Account.TYPE)).containsExactly("Acuserv");
        assertThat(Cast.names(cast.ivan(), Account.TYPE)).isEmpty();
    }

    @Test
    void whereAnOwnerIsAMemberIsAskedAtEveryRead() {
        Cast cast = casts.get(BUSINESS_UNIT);
        User mary = cast.user("mary", cast.acuserv, cast.berlin);
        cast.account("Acuserv", mary);
        Session ivan = cast.ivan();
        cast.change(mary, user -> user.setBusinessUnits(Set.of(Ref.to(cast.wien))));
        assertThat(Cast.names(ivan, Account.TYPE)).isEmpty();
    }
}
