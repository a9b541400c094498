package org.clientele.examples.decider;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clientele.access.Directory;
import org.clientele.access.Member;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Records;
import org.clientele.value.Ref;

/**
 * The host's own list of staff as the directory of a CRM: it says who is in which team and in which role. The units themselves
 * are records of the CRM; users are too, and are found by the name with which they log in.
 */
final class Staff implements Directory {

    private final Map<String, Member> byLogin = new ConcurrentHashMap<>();

    /** Takes somebody on, or changes what is known of somebody. */
    void put(String login, Ref<Organization> organization, Set<Ref<BusinessUnit>> teams, String... roles) {
        byLogin.put(login, new Member(login, true, Set.of(organization), teams, Set.of(roles)));
    }

    @Override
    public Optional<Member> find(Ref<User> user, Records stored) {
        return stored.find(User.TYPE, user.id()).map(found -> byLogin.get(String.valueOf(found.getUsername())));
    }

    @Override
    public Collection<Unit> units(Ref<Organization> organization, Records stored) {
        return stored.select(BusinessUnit.TYPE, Query.of(BusinessUnit.ORGANIZATION.is(organization)))
                .map(unit -> new Unit(Ref.to(unit), unit.getParent()))
                .toList();
    }

    @Override
    public Criterion<User> membersOf(Set<Ref<BusinessUnit>> units) {
        return those(member -> member.units().stream().anyMatch(units::contains));
    }

    @Override
    public Criterion<User> workersIn(Ref<Organization> organization) {
        return those(member -> member.organizations().contains(organization));
    }

    /** Names those who are meant; of thousands one would rather copy the memberships to the users, as the default does. */
    private Criterion<User> those(Predicate<Member> condition) {
        return new Criterion.OneOf<>(
                User.USERNAME,
                byLogin.values().stream().filter(condition).map(Member::name).collect(Collectors.toSet()));
    }
}
