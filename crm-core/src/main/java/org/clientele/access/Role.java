package org.clientele.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.model.EntityType;

/**
 * What the users who have it may do. Immutable and thread-safe; users have roles by name, and the highest level of any of
 * their roles counts.
 *
 * <pre>{@code
 * Role rep = Role.named("sales rep")
 *         .grant(Account.TYPE, BUSINESS_UNIT, VIEW, CREATE)
 *         .grant(Account.TYPE, USER, EDIT, DELETE);
 * }</pre>
 */
public final class Role {

    private final String name;
    private final boolean all;
    private final List<Grant> grants;
    private final Set<Capability> capabilities;

    private Role(String name, boolean all, List<Grant> grants, Set<Capability> capabilities) {
        this.name = Objects.requireNonNull(name, "name");
        this.all = all;
        this.grants = List.copyOf(grants);
        this.capabilities = Collections.unmodifiableSet(capabilities);
    }

    /** A role that allows nothing yet. */
    public static Role named(String name) {
        return new Role(name, false, List.of(), EnumSet.noneOf(Capability.class));
    }

    /** A role that allows everything everywhere. */
    public static Role administrator(String name) {
        return new Role(name, true, List.of(), EnumSet.allOf(Capability.class));
    }

    /** This role, also allowing this on records of a type and of all that extend it. */
    public Role grant(EntityType<?> type, AccessLevel level, Permission... permissions) {
        List<Grant> more = new ArrayList<>(grants);
        for (Permission permission : permissions) {
            more.add(new Grant(type, permission, level));
        }
        return new Role(name, all, more, capabilities);
    }

    /** This role, also allowing this. */
    public Role allow(Capability... further) {
        Set<Capability> more = EnumSet.noneOf(Capability.class);
        more.addAll(capabilities);
        more.addAll(List.of(further));
        return new Role(name, all, grants, more);
    }

    /** What users have the role by. */
    public String name() {
        return name;
    }

    /** How far the role lets a permission on a type reach; where several grants speak of it, the highest level. */
    public AccessLevel level(EntityType<?> type, Permission permission) {
        if (all) {
            return AccessLevel.GLOBAL;
        }
        return grants.stream()
                .filter(grant -> type.is(grant.type()) && grant.permission() == permission)
                .map(Grant::level)
                .max(AccessLevel::compareTo)
                .orElse(AccessLevel.NONE);
    }

    /** Whether the role has the capability. */
    public boolean allows(Capability capability) {
        return capabilities.contains(capability);
    }

    @Override
    public String toString() {
        return "role '" + name + "'";
    }
}
