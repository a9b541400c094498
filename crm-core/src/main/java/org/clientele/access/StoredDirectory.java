package org.clientele.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Records;
import org.clientele.value.Ref;

/** The directory of the users and units that the CRM keeps, as they are stored at the time. */
public final class StoredDirectory implements Directory {

    @Override
    public Optional<Member> find(Ref<User> user, Records stored) {
        return stored.find(User.TYPE, user.id())
                .map(found -> new Member(
                        String.valueOf(found.getUsername()),
                        found.isEnabled(),
                        found.getOrganizations(),
                        found.getBusinessUnits(),
                        found.getRoles()));
    }

    @Override
    public Collection<Unit> units(Ref<Organization> organization, Records stored) {
        Query<BusinessUnit> here = Query.of(BusinessUnit.ORGANIZATION.is(organization));
        return stored.select(BusinessUnit.TYPE, here)
                .map(unit -> new Unit(Ref.to(unit), unit.getParent()))
                .toList();
    }

    @Override
    public Criterion<User> membersOf(Set<Ref<BusinessUnit>> units) {
        return User.BUSINESS_UNITS.containsAny(units);
    }

    @Override
    public Criterion<User> workersIn(Ref<Organization> organization) {
        return User.ENABLED.isTrue().and(User.ORGANIZATIONS.containsAny(Set.of(organization)));
    }
}
