package org.clientele.access;

import org.clientele.model.EntityType;

/**
 * A permission on a type, up to a level.
 *
 * @param type the type; the grant reaches the types that extend it as well
 */
public record Grant(EntityType<?> type, Permission permission, AccessLevel level) {

    @Override
    public String toString() {
        return permission + " " + type + " at " + level;
    }
}
