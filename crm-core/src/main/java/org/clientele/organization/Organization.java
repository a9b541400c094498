package org.clientele.organization;

import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unique;

import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.property.BooleanProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** A company or another body that works with the CRM; every other record belongs to one. */
public class Organization extends CrmRecord implements Owner<Organization> {

    public static final TextProperty<Organization> NAME = TextProperty.of(
                    "name", Organization::getName, Organization::setName)
            .with(required(), maxLength(255), identity(), unique());
    public static final TextProperty<Organization> DESCRIPTION =
            TextProperty.of("description", Organization::getDescription, Organization::setDescription);
    public static final BooleanProperty<Organization> ENABLED =
            BooleanProperty.of("enabled", Organization::isEnabled, Organization::takeEnabled);

    public static final EntityType<Organization> TYPE = EntityType.define(
            "organization",
            Organization.class,
            Organization::new,
            type -> type.properties(NAME, DESCRIPTION, ENABLED)
                    .owning(Ownership.Kind.ORGANIZATION)
                    .named(NAME));

    private @Nullable String name;
    private @Nullable String description;
    private boolean enabled = true;

    /** An empty organization; it can not be saved before it has a name. */
    protected Organization() {}

    public Organization(String name) {
        this.name = name;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    @Override
    public boolean belongsTo(UUID organization) {
        return organization.equals(getId());
    }

    /** Whether its users may work; true from the beginning. */
    @Override
    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    private void takeEnabled(@Nullable Boolean value) {
        enabled = Boolean.TRUE.equals(value);
    }
}
