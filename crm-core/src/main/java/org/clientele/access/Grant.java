package org.clientele.access;

import org.clientele.model.EntityType;

/**
 * A permission on a type, up to a level.
 *
 * @param type the type; its grant does not reach the types that extend it
 */
public record Grant(EntityType<?> type, Permission permission, AccessLevel level) {

    @Override
    public String toString() {
        return permission + " " + type + " at " + level;
    }
}
