package org.clientele.organization;

import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.Ownership;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A record that a business unit owns. The owner is never set by itself; the organization is the actor's current one. */
public abstract class UnitOwned extends CrmRecord {

    public static final ReferenceProperty<UnitOwned, BusinessUnit> OWNER =
            ReferenceProperty.of("owner", BusinessUnit.class, UnitOwned::getOwner, UnitOwned::setOwner);
    public static final ReferenceProperty<UnitOwned, Organization> ORGANIZATION = ReferenceProperty.of(
                    "organization", Organization.class, UnitOwned::getOrganization, UnitOwned::setOrganization)
            .with(Traits.required());

    /** For the declaration of types: {@code type.owned(OWNERSHIP)}. */
    public static final Ownership<UnitOwned> OWNERSHIP =
            new Ownership<>(Ownership.Kind.BUSINESS_UNIT, OWNER, ORGANIZATION);

    private @Nullable UUID owner;
    private @Nullable UUID organization;

    public @Nullable Ref<BusinessUnit> getOwner() {
        return owner == null ? null : new Ref<>(owner);
    }

    public void setOwner(@Nullable Ref<BusinessUnit> owner) {
        this.owner = owner == null ? null : owner.id();
    }

    public @Nullable Ref<Organization> getOrganization() {
        return organization == null ? null : new Ref<>(organization);
    }

    public void setOrganization(@Nullable Ref<Organization> organization) {
        this.organization = organization == null ? null : organization.id();
    }
}
