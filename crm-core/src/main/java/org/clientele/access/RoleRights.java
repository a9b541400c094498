package org.clientele.access;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/** What one actor may do by the roles that the actor has. Immutable but for what it remembers; thread-safe. */
final class RoleRights implements Rights {

    private final List<Role> roles;
    private final Reach reach;
    private final Map<EntityType<?>, Map<Permission, Criterion<?>>> filters = new ConcurrentHashMap<>();

    RoleRights(List<Role> roles, Reach reach) {
        this.roles = roles;
        this.reach = reach;
    }

    @Override
    @SuppressWarnings("unchecked") // under each type its own filters are remembered
    public <R extends CrmRecord> Criterion<R> filter(Permission permission, EntityType<R> type) {
        Map<Permission, Criterion<?>> known = filters.get(type);
        if (known == null) {
            known = new EnumMap<>(Permission.class);
            for (Permission any : Permission.values()) {
                known.put(any, reach.withShared(any, level(any, type), type));
            }
            filters.put(type, known);
        }
        return (Criterion<R>) Objects.requireNonNull(known.get(permission));
    }

    private AccessLevel level(Permission permission, EntityType<?> type) {
        return roles.stream()
                .map(role -> role.level(type, permission))
                .max(AccessLevel::compareTo)
                .orElse(AccessLevel.NONE);
    }

    @Override
    public boolean permits(Capability capability) {
        return roles.stream().anyMatch(role -> role.allows(capability));
    }

    @Override
    public <R extends CrmRecord> Map<String, Criterion<R>> narrowed(Permission permission, EntityType<R> type) {
        Set<String> restricted = new TreeSet<>();
        roles.forEach(role -> restricted.addAll(role.restricted(type, permission)));
        Map<String, Criterion<R>> narrowed = new LinkedHashMap<>();
        AccessLevel records = level(permission, type);
        for (String property : restricted) {
            AccessLevel level = roles.stream()
                    .map(role -> role.level(type, permission, property))
                    .max(AccessLevel::compareTo)
                    .orElse(AccessLevel.NONE);
            if (level != records) {
                narrowed.put(property, reach.withShared(permission, level, type));
            }
        }
        return narrowed;
    }

    @Override
    public <R extends CrmRecord> AccessDecision decide(Question<R> question) {
        return new Reasons(roles, reach)
                .decide(
                        question,
                        permits(question.permission(), question.type(), question.record(), question.lookup()));
    }

    @Override
    public AccessDecision decide(Capability capability) {
        List<AccessDecision> parts = roles.stream()
                .map(role -> AccessDecision.of(
                        role.allows(capability),
                        role + (role.allows(capability) ? " allows " : " does not allow ") + capability))
                .toList();
        return roles.stream()
                .filter(role -> role.allows(capability))
                .findFirst()
                .map(role ->
                        new AccessDecision(true, reach.actor() + " may " + capability + " by " + role, null, parts))
                .orElseGet(() -> new AccessDecision(
                        false,
                        "no role allows " + reach.actor() + " to " + capability + "; allow it: role.allow(...)",
                        null,
                        parts));
    }
}
