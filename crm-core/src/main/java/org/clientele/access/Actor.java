package org.clientele.access;

import java.util.Set;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a user in one organization with what the user's rights hang on, or the system itself, which may do
 * everything. Immutable; rights are those at the time when the actor was made.
 *
 * @param user null for the system
 * @param name what a person knows the actor by
 * @param organization where the user works now; null for the system
 * @param roles the names of the user's roles
 * @param units the user's business units within the organization
 * @param division those units and all below them
 */
public record Actor(
        @Nullable Ref<User> user,
        String name,
        @Nullable Ref<Organization> organization,
        Set<String> roles,
        Set<Ref<BusinessUnit>> units,
        Set<Ref<BusinessUnit>> division) {

    public Actor {
        if ((user == null) != (organization == null)) {
            throw new IllegalArgumentException(name + " is a user in an organization or neither; give both");
        }
        roles = Set.copyOf(roles);
        units = Set.copyOf(units);
        division = Set.copyOf(division);
    }

    /** The system itself: set-up, synchronisation and other work in no user's name. */
    public static Actor system() {
        return new Actor(null, "the system", null, Set.of(), Set.of(), Set.of());
    }

    /** Whether this is the system itself. */
    public boolean isSystem() {
        return user == null;
    }

    @Override
    public String toString() {
        return name;
    }
}
