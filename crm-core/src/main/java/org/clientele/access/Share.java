package org.clientele.access;

import static org.clientele.property.Traits.bearsRights;
import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.required;

import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.OrganizationOwned;
import org.clientele.organization.User;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * One permission for one record, given to one user or to all members of one business unit while they work in the record's
 * organization. It goes with the record, and with whom it was given to.
 */
public class Share extends OrganizationOwned {

    private static final Set<String> GIVEN = Set.of("VIEW", "EDIT", "DELETE", "ASSIGN");

    public static final AnyReferenceProperty<Share> RECORD = AnyReferenceProperty.of(
                    "record", Share::getRecord, Share::setRecord)
            .with(required(), bearsRights(), WhenTargetGoes.GO_ALONG);
    public static final TextProperty<Share> PERMISSION = TextProperty.of(
                    "permission", (Share share) -> share.permission, (share, name) -> share.permission = name)
            .with(required(), fixed());
    public static final ReferenceProperty<Share, User> USER = ReferenceProperty.of(
                    "user", User.class, Share::getUser, Share::setUser)
            .with(bearsRights(), WhenTargetGoes.GO_ALONG);
    public static final ReferenceProperty<Share, BusinessUnit> UNIT = ReferenceProperty.of(
                    "unit", BusinessUnit.class, Share::getUnit, Share::setUnit)
            .with(bearsRights(), WhenTargetGoes.GO_ALONG);

    public static final EntityType<Share> TYPE = EntityType.define(
            "share",
            Share.class,
            Share::new,
            type -> type.properties(RECORD, PERMISSION, USER, UNIT)
                    .owned(OWNERSHIP)
                    .rule(
                            "is for one user or for one business unit; give either",
                            (share, context) -> (share.user == null) != (share.unit == null))
                    .rule(
                            "gives no permission for a record that is there; give VIEW, EDIT, DELETE or ASSIGN",
                            (share, context) -> share.permission == null || GIVEN.contains(share.permission)));

    private @Nullable AnyRef record;
    private @Nullable String permission;
    private @Nullable UUID user;
    private @Nullable UUID unit;

    /** An empty share. */
    protected Share() {}

    private Share(AnyRef record, Permission permission) {
        this.record = record;
        this.permission = permission.name();
    }

    /** A permission for a user. */
    public static Share with(Ref<User> user, AnyRef record, Permission permission) {
        Share share = new Share(record, permission);
        share.setUser(user);
        return share;
    }

    /** A permission for the members of a business unit. */
    public static Share withUnit(Ref<BusinessUnit> unit, AnyRef record, Permission permission) {
        Share share = new Share(record, permission);
        share.setUnit(unit);
        return share;
    }

    /** The records that are shared with an actor for a permission, wherever the actor works. */
    public static <R extends CrmRecord> Criterion<R> reaching(Actor actor, Permission permission) {
        Ref<User> user = actor.user();
        if (user == null) {
            return Criterion.never();
        }
        Criterion<Share> grantee =
                actor.units().isEmpty() ? USER.is(user) : USER.is(user).or(UNIT.in(actor.units()));
        return new Criterion.Referred<>(
                Share.class, RECORD, new Criterion.OneOf<>(PERMISSION, Set.of(permission.name())).and(grantee));
    }

    public @Nullable AnyRef getRecord() {
        return record;
    }

    public void setRecord(@Nullable AnyRef record) {
        this.record = record;
    }

    /** What is given: VIEW, EDIT, DELETE or ASSIGN. */
    public Permission getPermission() {
        return Permission.valueOf(String.valueOf(permission));
    }

    /** Whom it is given to; null when it is given to a unit. */
    public @Nullable Ref<User> getUser() {
        return user == null ? null : new Ref<>(user);
    }

    public void setUser(@Nullable Ref<User> user) {
        this.user = user == null ? null : user.id();
    }

    /** Whose members it is given to; null when it is given to a user. */
    public @Nullable Ref<BusinessUnit> getUnit() {
        return unit == null ? null : new Ref<>(unit);
    }

    public void setUnit(@Nullable Ref<BusinessUnit> unit) {
        this.unit = unit == null ? null : unit.id();
    }
}
