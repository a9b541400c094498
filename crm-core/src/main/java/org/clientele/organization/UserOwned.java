package org.clientele.organization;

import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.Ownership;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A record that a user owns, as all records of daily work. Owner and organization are the actor and the actor's current
 * organization unless others are set before the first save (OroCRM documentation, Accounts: owner).
 */
public abstract class UserOwned extends CrmRecord {

    public static final ReferenceProperty<UserOwned, User> OWNER = ReferenceProperty.of(
                    "owner", User.class, UserOwned::getOwner, UserOwned::setOwner)
            .with(Traits.required());
    public static final ReferenceProperty<UserOwned, Organization> ORGANIZATION = ReferenceProperty.of(
                    "organization", Organization.class, UserOwned::getOrganization, UserOwned::setOrganization)
            .with(Traits.required());

    /** For the declaration of types: {@code type.owned(OWNERSHIP)}. */
    public static final Ownership<UserOwned> OWNERSHIP = new Ownership<>(Ownership.Kind.USER, OWNER, ORGANIZATION);

    private @Nullable UUID owner;
    private @Nullable UUID organization;

    public @Nullable Ref<User> getOwner() {
        return owner == null ? null : new Ref<>(owner);
    }

    public void setOwner(@Nullable Ref<User> owner) {
        this.owner = owner == null ? null : owner.id();
    }

    public @Nullable Ref<Organization> getOrganization() {
        return organization == null ? null : new Ref<>(organization);
    }

    public void setOrganization(@Nullable Ref<Organization> organization) {
        this.organization = organization == null ? null : organization.id();
    }
}
