package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What a user is at work: where, with which roles, in which units, and above which. */
class ActorsTest {

    private final Cast cast = new Cast(Role.named("seller"));

    private <T> T ask(Function<Actors, T> question) {
        return cast.store.inTransaction(records -> question.apply(new Actors(new StoredDirectory(), records)));
    }

    private Actor actor(User user) {
        return ask(actors -> actors.actor(Ref.to(user)));
    }

    private Actor actor(User user, Organization in) {
        return ask(actors -> actors.actor(Ref.to(user), Ref.to(in)));
    }

    private List<Actor> everywhere(User user) {
        return ask(actors -> actors.everywhere(Ref.to(user)));
    }

    private Actor ivan() {
        return actor(cast.ivan);
    }

    @Test
    void anActorIsTheUserInTheOnlyOrganizationWithRolesAndUnits() {
        Actor ivan = ivan();
        assertThat(ivan.user()).isEqualTo(Ref.to(cast.ivan));
        assertThat(ivan.name()).isEqualTo("ivan");
        assertThat(ivan).hasToString("ivan");
        assertThat(ivan.organization()).isEqualTo(Ref.to(cast.acuserv));
        assertThat(ivan.roles()).containsExactly("seller");
        assertThat(ivan.units()).containsExactly(Ref.to(cast.berlin));
        assertThat(ivan.division()).containsExactlyInAnyOrder(Ref.to(cast.berlin), Ref.to(cast.mitte));
        assertThat(ivan.isSystem()).isFalse();
    }

    @Test
    void whoHasNoUnitHasNothingBelow() {
        Actor olga = actor(cast.olga);
        assertThat(olga.units()).isEmpty();
        assertThat(olga.division()).isEmpty();
    }

    @Test
    void theDivisionReachesDownAnyNumberOfUnits() {
        BusinessUnit below = cast.mitte;
        for (int depth = 0; depth < 50; depth++) {
            below = cast.system.save(new BusinessUnit("Floor " + depth, below));
        }
        assertThat(ivan().division()).hasSize(52).contains(Ref.to(below)).doesNotContain(Ref.to(cast.wien));
    }

    @Test
    void aCircleOfUnitsIsWalkedOnce() {
        cast.twist(BusinessUnit.TYPE, cast.berlin, berlin -> berlin.setParent(Ref.to(cast.mitte)));
        cast.change(cast.ivan, ivan -> ivan.setBusinessUnits(Set.of(Ref.to(cast.mitte))));
        assertThat(ivan().units()).containsExactly(Ref.to(cast.mitte));
        assertThat(ivan().division()).containsExactlyInAnyOrder(Ref.to(cast.berlin), Ref.to(cast.mitte));
    }

    @Test
    void aUnitWhoseParentIsGoneStandsAtTheTop() {
        cast.drop(BusinessUnit.TYPE, cast.berlin);
        assertThat(ivan().units()).isEmpty();
        assertThat(ivan().division()).isEmpty();
        cast.change(cast.olga, olga -> olga.setBusinessUnits(Set.of(Ref.to(cast.mitte))));
        assertThat(actor(cast.olga).division()).containsExactly(Ref.to(cast.mitte));
    }

    @Test
    void aUnitThatHangsBelowOneOfAnotherOrganizationIsNotInItsDivision() {
        BusinessUnit oslo = cast.system.save(new BusinessUnit("Oslo", cast.nord));
        cast.twist(BusinessUnit.TYPE, oslo, unit -> unit.setParent(Ref.to(cast.berlin)));
        assertThat(ivan().division()).doesNotContain(Ref.to(oslo));
    }

    @Test
    void theUnitsOfAnActorAreThoseOfTheOrganizationOfNow() {
        BusinessUnit oslo = cast.system.save(new BusinessUnit("Oslo", cast.nord));
        cast.change(cast.ivan, ivan -> ivan.addBusinessUnit(oslo));
        List<Actor> everywhere = everywhere(cast.ivan);
        assertThat(everywhere).extracting(Actor::organization).containsExactly(Ref.to(cast.acuserv), Ref.to(cast.nord));
        assertThat(everywhere.get(0).units()).containsExactly(Ref.to(cast.berlin));
        assertThat(everywhere.get(1).units()).containsExactly(Ref.to(oslo));
        assertThat(everywhere.get(1).division()).containsExactly(Ref.to(oslo));
    }

    @Test
    void whoBelongsToSeveralOrganizationsSaysWhichOne() {
        cast.change(cast.ivan, ivan -> ivan.setOrganizations(Set.of(Ref.to(cast.acuserv), Ref.to(cast.nord))));
        assertThatThrownBy(this::ivan)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("user ivan belongs to 2 organizations; say which one: crm.as(user, organization)");
    }

    @Test
    void whoBelongsToNoOrganizationWorksNowhere() {
        cast.twist(User.TYPE, cast.ivan, ivan -> ivan.setOrganizations(Set.of()));
        assertThatThrownBy(this::ivan)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("user ivan belongs to no organization; add one to the user's organizations");
        assertThat(everywhere(cast.ivan)).isEmpty();
    }

    @Test
    void nobodyWorksInAnOrganizationOfOthers() {
        assertThatThrownBy(() -> actor(cast.ivan, cast.nord))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("user ivan does not belong to organization Nord AG; add it to the user's organizations");
    }

    @Test
    void whoIsDisabledDoesNotWork() {
        cast.change(cast.ivan, ivan -> ivan.setEnabled(false));
        assertThatThrownBy(this::ivan)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("user ivan is disabled; enable it before working with it");
        assertThat(everywhere(cast.ivan)).isEmpty();
    }

    @Test
    void nobodyWorksInADisabledOrganization() {
        cast.twist(Organization.TYPE, cast.acuserv, acuserv -> acuserv.setEnabled(false));
        assertThatThrownBy(this::ivan)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("organization Acuserv GmbH is disabled; enable it before working with it");
        assertThat(everywhere(cast.ivan)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        User nobody = new User("nobody", "nobody@acuserv.example", "No", "Body", cast.acuserv);
        assertThatThrownBy(() -> actor(nobody))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining("user " + nobody.getId());
        assertThat(everywhere(nobody)).isEmpty();
        Organization nowhere = new Organization("Nowhere");
        assertThatThrownBy(() -> actor(cast.ivan, nowhere))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining("organization " + nowhere.getId());
    }

    @Test
    void anOrganizationThatIsGoneIsNoPlaceToWork() {
        cast.change(cast.ivan, ivan -> ivan.setOrganizations(Set.of(Ref.to(cast.acuserv), Ref.to(cast.nord))));
        cast.drop(Organization.TYPE, cast.nord);
        assertThat(everywhere(cast.ivan)).extracting(Actor::organization).containsExactly(Ref.to(cast.acuserv));
    }

    @Test
    void theSystemIsNobodyAndNowhere() {
        Actor system = Actor.system();
        assertThat(system.isSystem()).isTrue();
        assertThat(system).hasToString("the system");
        assertThat(system.organization()).isNull();
    }

    @Test
    void anActorIsAUserInAnOrganizationOrNeither() {
        assertThatThrownBy(() -> new Actor(Ref.to(cast.ivan), "ivan", null, Set.of(), Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ivan is a user in an organization or neither; give both");
        assertThatThrownBy(() -> new Actor(null, "ivan", Ref.to(cast.acuserv), Set.of(), Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
