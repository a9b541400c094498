package org.clientele.access;

import java.util.Set;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.value.Ref;

/**
 * What a directory says of a user: all that the user's rights hang on.
 *
 * @param name what a person knows the user by
 * @param enabled whether the user may work at all
 * @param organizations where the user may work
 * @param units the units that the user is a member of, in whatever organization
 * @param roles the names of the user's roles
 */
public record Member(
        String name,
        boolean enabled,
        Set<Ref<Organization>> organizations,
        Set<Ref<BusinessUnit>> units,
        Set<String> roles) {

    public Member {
        organizations = Set.copyOf(organizations);
        units = Set.copyOf(units);
        roles = Set.copyOf(roles);
    }
}
