package org.clientele.organization;

import static org.clientele.property.Traits.bearsRights;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.model.Ownership;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A part of an organization, such as an office or a team; units form trees, and users are members of any number. */
public class BusinessUnit extends OrganizationOwned implements Owner<BusinessUnit> {

    public static final TextProperty<BusinessUnit> NAME = TextProperty.of(
                    "name", BusinessUnit::getName, BusinessUnit::setName)
            .with(required(), maxLength(255), identity());
    public static final ReferenceProperty<BusinessUnit, BusinessUnit> PARENT = ReferenceProperty.of(
                    "parent", BusinessUnit.class, BusinessUnit::getParent, BusinessUnit::setParent)
            .with(bearsRights());
    public static final TextProperty<BusinessUnit> PHONE = TextProperty.of(
                    "phone", BusinessUnit::getPhone, BusinessUnit::setPhone)
            .with(maxLength(100));
    public static final TextProperty<BusinessUnit> WEBSITE = TextProperty.of(
                    "website", BusinessUnit::getWebsite, BusinessUnit::setWebsite)
            .with(maxLength(255));
    public static final TextProperty<BusinessUnit> EMAIL = TextProperty.of(
                    "email", BusinessUnit::getEmail, BusinessUnit::setEmail)
            .with(maxLength(255));
    public static final TextProperty<BusinessUnit> FAX =
            TextProperty.of("fax", BusinessUnit::getFax, BusinessUnit::setFax).with(maxLength(255));

    public static final EntityType<BusinessUnit> TYPE = EntityType.define(
            "business unit",
            BusinessUnit.class,
            BusinessUnit::new,
            type -> type.properties(NAME, PARENT, PHONE, WEBSITE, EMAIL, FAX)
                    .owned(OWNERSHIP)
                    .owning(Ownership.Kind.BUSINESS_UNIT)
                    .named(NAME)
                    .rule(
                            "stands below itself; choose a parent that is neither this unit nor one below it",
                            BusinessUnit::isNotBelowItself)
                    .rule(
                            "has a parent in another organization; choose one of its own, or none",
                            BusinessUnit::isInTheOrganizationOfItsParent));

    private @Nullable String name;
    private @Nullable UUID parent;
    private @Nullable String phone;
    private @Nullable String website;
    private @Nullable String email;
    private @Nullable String fax;

    /** An empty unit; it can not be saved before it has a name. */
    protected BusinessUnit() {}

    public BusinessUnit(String name, Organization organization) {
        this.name = name;
        setOrganization(Ref.to(organization));
    }

    /** A unit below another one, in the same organization. */
    public BusinessUnit(String name, BusinessUnit parent) {
        this.name = name;
        this.parent = parent.getId();
        setOrganization(parent.getOrganization());
    }

    /** A parent that stays was looked at when it was set; above may be what somebody broke, circles included. */
    private boolean isNotBelowItself(Invariant.Context<BusinessUnit> context) {
        if (parent == null || hasSame(BusinessUnit::getParent, context)) {
            return true;
        }
        Set<UUID> above = new HashSet<>();
        Optional<UUID> next = Optional.of(parent);
        while (next.isPresent() && !next.get().equals(getId()) && above.add(next.get())) {
            next = context.lookup().find(BusinessUnit.class, next.get()).map(unit -> unit.parent);
        }
        return next.filter(getId()::equals).isEmpty();
    }

    private boolean isInTheOrganizationOfItsParent(Invariant.Context<BusinessUnit> context) {
        return parent == null
                || (hasSame(BusinessUnit::getParent, context) && hasSame(BusinessUnit::getOrganization, context))
                || context.lookup()
                        .find(BusinessUnit.class, parent)
                        .filter(above -> !Objects.equals(above.getOrganization(), getOrganization()))
                        .isEmpty();
    }

    private boolean hasSame(Function<BusinessUnit, @Nullable Object> value, Invariant.Context<BusinessUnit> context) {
        return context.before()
                .filter(before -> Objects.equals(value.apply(before), value.apply(this)))
                .isPresent();
    }

    @Override
    public boolean belongsTo(UUID organization) {
        Ref<Organization> own = getOrganization();
        return own != null && own.id().equals(organization);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    /** The unit directly above; null at the top. */
    public @Nullable Ref<BusinessUnit> getParent() {
        return parent == null ? null : new Ref<>(parent);
    }

    public void setParent(@Nullable Ref<BusinessUnit> parent) {
        this.parent = parent == null ? null : parent.id();
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getWebsite() {
        return website;
    }

    public void setWebsite(@Nullable String website) {
        this.website = website;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getFax() {
        return fax;
    }

    public void setFax(@Nullable String fax) {
        this.fax = fax;
    }
}
