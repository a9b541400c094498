package org.clientele.testkit.world;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Steps that make organizations, their units and their users. */
final class OrganizationSteps {

    private OrganizationSteps() {}

    record AddOrganization(String description) implements Step {
        @Override
        public void build(World world) {
            Organization organization = new Organization(world.name(Organization.TYPE));
            organization.setDescription(description);
            world.add(organization);
        }
    }

    /** A unit at the top of an organization or below another unit. */
    record AddUnit(int organization, @Nullable Integer parent) implements Step {
        @Override
        public void build(World world) {
            String name = world.name(BusinessUnit.TYPE);
            Organization home = world.pick(Organization.TYPE, organization).orElseThrow();
            BusinessUnit above = parent == null
                    ? null
                    : world.pick(BusinessUnit.TYPE, parent).orElse(null);
            world.add(above == null ? new BusinessUnit(name, home) : new BusinessUnit(name, above));
        }
    }

    record AddUser(
            int organization, Set<Integer> units, @Nullable Integer owner, Set<String> roles, boolean enabled)
            implements Step {
        @Override
        public void build(World world) {
            String name = world.name(User.TYPE);
            Organization home = world.pick(Organization.TYPE, organization).orElseThrow();
            User user = new User(name, name.replace(' ', '.') + "@acme.example", "Ivan", "Example", home);
            units.forEach(number -> world.pick(BusinessUnit.TYPE, number).ifPresent(user::addBusinessUnit));
            if (owner != null) {
                user.setOwner(world.pick(BusinessUnit.TYPE, owner).map(Ref::to).orElse(null));
            }
            roles.forEach(user::addRole);
            user.setEnabled(enabled);
            world.add(user);
        }
    }

    static Arbitrary<AddOrganization> organizations() {
        return Worlds.texts().map(AddOrganization::new);
    }

    /** Half of the units stand below the one made last, which makes trees deep. */
    static Arbitrary<AddUnit> units() {
        Arbitrary<Integer> parents =
                Arbitraries.oneOf(Arbitraries.just(-1), Worlds.numbers().injectNull(0.4));
        return Combinators.combine(Worlds.numbers(), parents).as(AddUnit::new);
    }

    static Arbitrary<AddUser> users() {
        Arbitrary<String> roles = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(Worlds.ROLES)), Tuple.of(1, Arbitraries.just(Worlds.UNKNOWN_ROLE)));
        return Combinators.combine(
                        Worlds.numbers(),
                        Worlds.numbers().set().ofMaxSize(3),
                        Worlds.numbers().injectNull(0.5),
                        roles.set().ofMaxSize(2),
                        Arbitraries.integers().between(0, 9))
                .as((organization, units, owner, held, chance) ->
                        new AddUser(organization, units, owner, held, chance < 9));
    }
}
