package org.clientele.contact;

import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.minLength;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unique;

import org.clientele.model.EntityType;
import org.clientele.organization.UserOwned;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** A group of contacts, known by its label (OroCRM documentation, Contacts). */
public class ContactGroup extends UserOwned {

    public static final TextProperty<ContactGroup> LABEL = TextProperty.of(
                    "label", ContactGroup::getLabel, ContactGroup::setLabel)
            .with(required(), minLength(3), maxLength(255), unique(), identity());

    public static final EntityType<ContactGroup> TYPE = EntityType.define(
            "contact group",
            ContactGroup.class,
            ContactGroup::new,
            type -> type.properties(LABEL).owned(OWNERSHIP).named(LABEL));

    private @Nullable String label;

    /** An empty group. */
    protected ContactGroup() {}

    public ContactGroup(String label) {
        this.label = label;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }
}
