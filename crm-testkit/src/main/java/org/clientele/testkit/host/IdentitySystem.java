package org.clientele.testkit.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.clientele.access.Directory;
import org.clientele.access.Member;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Records;
import org.clientele.testkit.world.World;
import org.clientele.value.Ref;

/**
 * A directory as a host's identity system gives it: it knows who is where by itself, whatever the users of the CRM say, and
 * names members by their identities. Immutable.
 */
public final class IdentitySystem implements Directory {

    private final Map<Ref<User>, Member> members = new HashMap<>();
    private final Map<Ref<Organization>, List<Unit>> units = new HashMap<>();

    /** Other memberships than the users of the world have, in the units that it has. */
    public IdentitySystem(World world) {
        List<BusinessUnit> all = world.made(BusinessUnit.TYPE);
        for (BusinessUnit unit : all) {
            units.computeIfAbsent(home(unit), first -> new ArrayList<>()).add(new Unit(Ref.to(unit), unit.getParent()));
        }
        List<User> users = world.made(User.TYPE);
        for (int i = 0; i < users.size(); i++) {
            add(users.get(i), i, all);
        }
    }

    private static Ref<Organization> home(BusinessUnit unit) {
        return Optional.ofNullable(unit.getOrganization()).orElseThrow();
    }

    /** Every third unit, of which no user's neighbour has the same; everybody but every fifth is enabled. */
    private void add(User user, int number, List<BusinessUnit> all) {
        Set<Ref<BusinessUnit>> joined = new HashSet<>();
        Set<Ref<Organization>> organizations = new HashSet<>();
        Optional.ofNullable(user.getOrganization()).ifPresent(organizations::add);
        for (int i = number % 3; i < all.size(); i += 3) {
            joined.add(Ref.to(all.get(i)));
            organizations.add(home(all.get(i)));
        }
        String login = user.getUsername() + "@login.example";
        members.put(Ref.to(user), new Member(login, number % 5 != 4, organizations, joined, user.getRoles()));
    }

    @Override
    public Optional<Member> find(Ref<User> user, Records stored) {
        return Optional.ofNullable(members.get(user));
    }

    @Override
    public Collection<Unit> units(Ref<Organization> organization, Records stored) {
        return units.getOrDefault(organization, List.of());
    }

    @Override
    public Criterion<User> membersOf(Set<Ref<BusinessUnit>> sought) {
        return those(member -> member.units().stream().anyMatch(sought::contains));
    }

    @Override
    public Criterion<User> workersIn(Ref<Organization> organization) {
        return those(member -> member.enabled() && member.organizations().contains(organization));
    }

    private Criterion<User> those(Predicate<Member> condition) {
        List<Ref<User>> found = members.keySet().stream()
                .filter(user -> condition.test(members.get(user)))
                .toList();
        return new Criterion.Any<>(List.of(CrmRecord.isAnyOf(found)));
    }
}
