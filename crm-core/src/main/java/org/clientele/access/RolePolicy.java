package org.clientele.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Access by roles: a role grants permissions on types up to a level, and the highest level of any of a user's roles
 * counts (OroCRM documentation, Roles). What no role grants is denied. Immutable and thread-safe.
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
    public <R extends CrmRecord> Criterion<R> filter(Actor actor, Permission permission, EntityType<R> type) {
        return Reach.of(actor, level(actor, permission, type), type);
    }

    @Override
    public <R extends CrmRecord> AccessDecision decide(
            Actor actor, Permission permission, EntityType<R> type, R record, Lookup lookup) {
        AccessLevel level = level(actor, permission, type);
        boolean granted = Reach.of(actor, level, type).test(record, lookup);
        if (actor.isSystem()) {
            return new AccessDecision(true, "the system may do everything", null);
        }
        String rule = rule(actor, permission, type, level);
        String owner = owner(actor, type, record, lookup);
        String reason = rule + (granted ? ", and " : ", but ") + owner;
        return new AccessDecision(
                granted, reason, granted ? null : missing(actor, permission, level, type, record, lookup));
    }

    @Override
    public AccessDecision decide(Actor actor, Capability capability) {
        Optional<Role> by =
                held(actor).stream().filter(role -> role.allows(capability)).findFirst();
        if (actor.isSystem()) {
            return new AccessDecision(true, "the system may do everything", null);
        }
        return by.map(role -> new AccessDecision(true, actor + " may " + capability + " by " + role, null))
                .orElseGet(() -> new AccessDecision(
                        false, "no role allows " + actor + " to " + capability + "; allow it: role.allow(...)", null));
    }

    private List<Role> held(Actor actor) {
        return actor.roles().stream()
                .sorted()
                .map(roles::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private AccessLevel level(Actor actor, Permission permission, EntityType<?> type) {
        return held(actor).stream()
                .map(role -> role.level(type, permission))
                .max(AccessLevel::compareTo)
                .orElse(AccessLevel.NONE);
    }

    private String rule(Actor actor, Permission permission, EntityType<?> type, AccessLevel level) {
        if (level == AccessLevel.NONE) {
            return "no role allows " + actor + " to " + permission + " " + type;
        }
        Role by = held(actor).stream()
                .filter(role -> role.level(type, permission) == level)
                .findFirst()
                .orElseThrow();
        return actor + " may " + permission + " " + type + " up to " + level + " by " + by;
    }

    private static <R extends CrmRecord> String owner(Actor actor, EntityType<R> type, R record, Lookup lookup) {
        String name = type.nameOf(record);
        return type.ownership()
                .map(ownership -> {
                    Ref<?> owner = ownerOf(ownership, record);
                    if (owner == null) {
                        return "nobody owns " + name;
                    }
                    return nameOf(actor, owner, ownership.kind(), lookup) + " owns " + name;
                })
                .orElse("nobody owns " + name);
    }

    private static <R> @Nullable Ref<?> ownerOf(Ownership<R> ownership, R record) {
        return ownership.owner().get(record);
    }

    private static String nameOf(Actor actor, Ref<?> owner, Ownership.Kind kind, Lookup lookup) {
        if (kind != Ownership.Kind.USER) {
            boolean own = kind == Ownership.Kind.ORGANIZATION
                    ? owner.equals(actor.organization())
                    : actor.units().stream().anyMatch(unit -> unit.equals(owner));
            String what = kind == Ownership.Kind.ORGANIZATION ? "organization" : "business unit";
            return (own ? "the same " : "another ") + what;
        }
        Optional<User> user = lookup.find(User.class, owner.id());
        return user.map(User::getUsername).orElse("somebody unknown");
    }

    private static <R extends CrmRecord> @Nullable Grant missing(
            Actor actor, Permission permission, AccessLevel level, EntityType<R> type, R record, Lookup lookup) {
        return Arrays.stream(AccessLevel.values())
                .filter(higher -> higher.compareTo(level) > 0)
                .filter(higher -> Reach.of(actor, higher, type).test(record, lookup))
                .findFirst()
                .map(enough -> new Grant(type, permission, enough))
                .orElse(null);
    }

    /** The names of the roles. */
    @Override
    public String toString() {
        return "roles " + roles.keySet();
    }
}
