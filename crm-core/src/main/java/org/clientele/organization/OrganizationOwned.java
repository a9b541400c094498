package org.clientele.organization;

import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.Ownership;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A record that belongs to an organization as a whole. The organization is the actor's current one unless another is set
 * before the first save.
 */
public abstract class OrganizationOwned extends CrmRecord {

    public static final ReferenceProperty<OrganizationOwned, Organization> ORGANIZATION = ReferenceProperty.of(
                    "organization",
                    Organization.class,
                    OrganizationOwned::getOrganization,
                    OrganizationOwned::setOrganization)
            .with(Traits.required());

    /** For the declaration of types: {@code type.owned(OWNERSHIP)}. */
    public static final Ownership<OrganizationOwned> OWNERSHIP =
            new Ownership<>(Ownership.Kind.ORGANIZATION, ORGANIZATION, ORGANIZATION);

    private @Nullable UUID organization;

    public @Nullable Ref<Organization> getOrganization() {
        return organization == null ? null : new Ref<>(organization);
    }

    public void setOrganization(@Nullable Ref<Organization> organization) {
        this.organization = organization == null ? null : organization.id();
    }
}
