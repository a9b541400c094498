package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** The directory says what the stored users and units say. */
class StoredDirectoryTest {

    private final Cast cast = new Cast(Role.named("seller"));
    private final Directory directory = new StoredDirectory();

    private Optional<Member> find(User user) {
        return cast.store.inTransaction(records -> directory.find(Ref.to(user), records));
    }

    private Collection<Directory.Unit> units(Organization organization) {
        return cast.store.inTransaction(records -> directory.units(Ref.to(organization), records));
    }

    private static boolean holds(Criterion<User> condition, User user) {
        return condition.test(user, Lookup.NOTHING);
    }

    @Test
    void aMemberIsWhatTheStoredUserSays() {
        assertThat(find(cast.ivan))
                .contains(new Member(
                        "ivan", true, Set.of(Ref.to(cast.acuserv)), Set.of(Ref.to(cast.berlin)), Set.of("seller")));
    }

    @Test
    void aUserWhoIsNotStoredIsUnknown() {
        User nobody = new User("nobody", "nobody@acuserv.example", "No", "Body", cast.acuserv);
        assertThat(find(nobody)).isEmpty();
    }

    @Test
    void theUnitsOfAnOrganizationAreToldWithTheirParents() {
        BusinessUnit oslo = cast.system.save(new BusinessUnit("Oslo", cast.nord));
        assertThat(units(cast.acuserv))
                .containsExactlyInAnyOrder(
                        new Directory.Unit(Ref.to(cast.berlin), null),
                        new Directory.Unit(Ref.to(cast.mitte), Ref.to(cast.berlin)),
                        new Directory.Unit(Ref.to(cast.wien), null));
        assertThat(units(cast.nord)).containsExactly(new Directory.Unit(Ref.to(oslo), null));
        assertThat(units(new Organization("Nowhere"))).isEmpty();
    }

    @Test
    void theMembersOfUnitsAreThoseWhoAreInAnyOfThem() {
        User mary = cast.user("mary", cast.acuserv, cast.berlin, cast.wien);
        Criterion<User> members = directory.membersOf(Set.of(Ref.to(cast.berlin), Ref.to(cast.mitte)));
        assertThat(holds(members, cast.ivan)).isTrue();
        assertThat(holds(members, mary)).isTrue();
        assertThat(holds(members, cast.olga)).isFalse();
        assertThat(holds(directory.membersOf(Set.of()), mary)).isFalse();
    }

    @Test
    void whoWorksInAnOrganizationIsEnabledAndBelongsToIt() {
        assertThat(holds(directory.workersIn(Ref.to(cast.acuserv)), cast.olga)).isTrue();
        assertThat(holds(directory.workersIn(Ref.to(cast.nord)), cast.olga)).isFalse();
        cast.olga.setEnabled(false);
        assertThat(holds(directory.workersIn(Ref.to(cast.acuserv)), cast.olga)).isFalse();
    }
}
