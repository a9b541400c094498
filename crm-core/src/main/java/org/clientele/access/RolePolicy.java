package org.clientele.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Access by roles: a role grants permissions on types up to a level, and the highest level of any of a user's roles
 * counts (OroCRM documentation, Roles). A record that is shared is within reach of those it is shared with. What neither a
 * role nor a share grants is denied. Immutable and thread-safe.
 */
public final class RolePolicy implements AccessPolicy {

    private final Map<String, Role> roles;

    private RolePolicy(Map<String, Role> roles) {
        this.roles = Collections.unmodifiableMap(roles);
    }

    /** A policy of these roles. */
    public static RolePolicy of(Role... roles) {
        Map<String, Role> byName = new LinkedHashMap<>();
        for (Role role : roles) {
            if (byName.put(role.name(), role) != null) {
                throw new IllegalArgumentException(role + " is there twice; join its grants in one role");
            }
        }
        return new RolePolicy(byName);
    }

    @Override
    public Rights rightsOf(Actor actor, Directory directory) {
        return new RoleRights(held(actor), Reach.of(actor, directory));
    }

    private List<Role> held(Actor actor) {
        return actor.roles().stream()
                .sorted()
                .map(roles::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The names of the roles. */
    @Override
    public String toString() {
        return "roles " + roles.keySet();
    }
}
