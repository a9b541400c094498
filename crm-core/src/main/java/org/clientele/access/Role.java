package org.clientele.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;

/**
 * What the users who have it may do. Immutable and thread-safe; users have roles by name, and the highest level of any of
 * their roles counts.
 *
 * <pre>{@code
 * Role rep = Role.named("sales rep")
 *         .grant(Account.TYPE, BUSINESS_UNIT, VIEW, CREATE)
 *         .grant(Account.TYPE, USER, EDIT, DELETE)
 *         .restrict(Account.TYPE, Account.DESCRIPTION, USER, VIEW);
 * }</pre>
 */
public final class Role {

    private final String name;
    private final AccessLevel all;
    private final List<Grant> grants;
    private final List<Restriction> restrictions;
    private final Set<Capability> capabilities;

    /** How far the role's permissions on a type reach one of its properties. */
    private record Restriction(EntityType<?> type, String property, AccessLevel level, Permission permission) {}

    private Role(
            String name,
            AccessLevel all,
            List<Grant> grants,
            List<Restriction> restrictions,
            Set<Capability> capabilities) {
        this.name = Objects.requireNonNull(name, "name");
        this.all = all;
        this.grants = List.copyOf(grants);
        this.restrictions = List.copyOf(restrictions);
        this.capabilities = Collections.unmodifiableSet(capabilities);
    }

    /** A role that allows nothing yet. */
    public static Role named(String name) {
        return new Role(name, AccessLevel.NONE, List.of(), List.of(), EnumSet.noneOf(Capability.class));
    }

    /** A role that allows everything everywhere. */
    public static Role administrator(String name) {
        return administrator(name, AccessLevel.GLOBAL);
    }

    /**
     * A role that allows everything, on records of every type as far as this: with {@code ORGANIZATION} on all that belongs to
     * where the user works, and on no other organization's. Who may assign users gives them any role, this one or another.
     */
    public static Role administrator(String name, AccessLevel reach) {
        return new Role(name, reach, List.of(), List.of(), EnumSet.allOf(Capability.class));
    }

    /** This role, also allowing this on records of a type and of all that extend it. */
    public Role grant(EntityType<?> type, AccessLevel level, Permission... permissions) {
        List<Grant> more = new ArrayList<>(grants);
        for (Permission permission : permissions) {
            more.add(new Grant(type, permission, level));
        }
        return new Role(name, all, more, restrictions, capabilities);
    }

    /**
     * This role, whose permissions on a type and all that extend it reach one property no further than this: VIEW shows its
     * value and EDIT lets it be changed in records within the level only, CREATE lets it be given if the level reaches the
     * new record. Of several restrictions the lowest counts; who a record is shared with gets it whole. A property
     * without any follows its record (OroCRM documentation, Roles: field permissions).
     *
     * <p>Where VIEW does not reach it, the property is empty in everything that is read, and conditions find it so; no order
     * and no groups are made of it, and no merge of records that hide it. What is hidden is kept when the record is saved,
     * and to change it takes VIEW as well as EDIT. A value that is {@link org.clientele.property.Carried} elsewhere is hidden
     * there too. Nothing says of a {@link org.clientele.property.Traits.Calculated} property what it is calculated from:
     * restrict it along with that, such as {@code Contact.EMAIL} along with {@code Contact.EMAILS}.
     *
     * @throws IllegalArgumentException for a permission that a property has not: DELETE and ASSIGN are about whole records; and for
     *     a type whose records are parts of others, as they have the rights of these
     */
    public <R extends CrmRecord> Role restrict(
            EntityType<R> type, Property<? super R, ?> property, AccessLevel level, Permission... permissions) {
        if (!type.wholes().isEmpty()) {
            throw new IllegalArgumentException(
                    "a " + type + " is a part of another record and has the rights of that, so that " + property
                            + " can not be restricted by itself; restrict who may view the whole");
        }
        List<Restriction> more = new ArrayList<>(restrictions);
        for (Permission permission : permissions) {
            if (permission == Permission.DELETE || permission == Permission.ASSIGN) {
                throw new IllegalArgumentException(permission + " " + property
                        + " means nothing: it is about whole records; restrict VIEW, CREATE or EDIT");
            }
            more.add(new Restriction(type, property.name(), level, permission));
        }
        return new Role(name, all, grants, more, capabilities);
    }

    /** This role, also allowing this. */
    public Role allow(Capability... further) {
        Set<Capability> more = EnumSet.noneOf(Capability.class);
        more.addAll(capabilities);
        more.addAll(List.of(further));
        return new Role(name, all, grants, restrictions, more);
    }

    /** What users have the role by. */
    public String name() {
        return name;
    }

    /** How far the role lets a permission on a type reach; where several grants speak of it, the highest level. */
    public AccessLevel level(EntityType<?> type, Permission permission) {
        return grants.stream()
                .filter(grant -> type.is(grant.type()) && grant.permission() == permission)
                .map(Grant::level)
                .filter(level -> level.compareTo(all) > 0)
                .max(AccessLevel::compareTo)
                .orElse(all);
    }

    /** How far the role lets a permission on a type reach one of its properties, at most as far as the records. */
    public AccessLevel level(EntityType<?> type, Permission permission, String property) {
        AccessLevel records = level(type, permission);
        return restricting(type, permission)
                .filter(restriction -> restriction.property.equals(property))
                .map(Restriction::level)
                .filter(level -> level.compareTo(records) < 0)
                .min(AccessLevel::compareTo)
                .orElse(records);
    }

    /** The names of the properties of a type for which the role restricts the permission. */
    Set<String> restricted(EntityType<?> type, Permission permission) {
        Set<String> names = new LinkedHashSet<>();
        restricting(type, permission).forEach(restriction -> names.add(restriction.property));
        return names;
    }

    private Stream<Restriction> restricting(EntityType<?> type, Permission permission) {
        return all == AccessLevel.GLOBAL
                ? Stream.empty()
                : restrictions.stream()
                        .filter(restriction -> type.is(restriction.type()) && restriction.permission == permission);
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
