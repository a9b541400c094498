package org.clientele.organization;

import static org.clientele.property.Traits.bearsRights;
import static org.clientele.property.Traits.example;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.minLength;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unique;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.property.BooleanProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/**
 * A person who works with the CRM. The memberships in business units decide how far the user's rights reach; the owning
 * unit is who administers the user, and decides nothing else.
 */
public class User extends UnitOwned implements Owner<User> {

    public static final TextProperty<User> USERNAME = TextProperty.of("username", User::getUsername, User::setUsername)
            .with(required(), minLength(3), maxLength(255), identity(), unique(), example("jerry"));
    public static final TextProperty<User> EMAIL = TextProperty.of("email", User::getEmail, User::setEmail)
            .with(required(), minLength(6), maxLength(255), unique(), example("jerry@coleman.example"));
    public static final TextProperty<User> NAME_PREFIX = TextProperty.of(
                    "namePrefix", User::getNamePrefix, User::setNamePrefix)
            .with(maxLength(255));
    public static final TextProperty<User> FIRST_NAME = TextProperty.of(
                    "firstName", User::getFirstName, User::setFirstName)
            .with(required(), maxLength(100), example("Jerry"));
    public static final TextProperty<User> MIDDLE_NAME = TextProperty.of(
                    "middleName", User::getMiddleName, User::setMiddleName)
            .with(maxLength(255));
    public static final TextProperty<User> LAST_NAME = TextProperty.of("lastName", User::getLastName, User::setLastName)
            .with(required(), maxLength(100), example("Coleman"));
    public static final TextProperty<User> NAME_SUFFIX = TextProperty.of(
                    "nameSuffix", User::getNameSuffix, User::setNameSuffix)
            .with(maxLength(255));
    public static final DateProperty<User> BIRTHDAY = DateProperty.of("birthday", User::getBirthday, User::setBirthday);
    public static final BooleanProperty<User> ENABLED =
            BooleanProperty.of("enabled", User::isEnabled, User::takeEnabled).with(bearsRights());
    public static final ReferenceSetProperty<User, Organization> ORGANIZATIONS = ReferenceSetProperty.of(
                    "organizations", Organization.class, User::getOrganizations, User::setOrganizations)
            .with(required(), bearsRights());
    public static final ReferenceSetProperty<User, BusinessUnit> BUSINESS_UNITS = ReferenceSetProperty.of(
                    "businessUnits", BusinessUnit.class, User::getBusinessUnits, User::setBusinessUnits)
            .with(label("Business units"), bearsRights());
    public static final SetProperty<User> ROLES =
            SetProperty.of("roles", User::getRoles, User::setRoles).with(bearsRights());

    public static final EntityType<User> TYPE = EntityType.define(
            "user",
            User.class,
            User::new,
            type -> type.properties(
                            USERNAME,
                            EMAIL,
                            NAME_PREFIX,
                            FIRST_NAME,
                            MIDDLE_NAME,
                            LAST_NAME,
                            NAME_SUFFIX,
                            BIRTHDAY,
                            ENABLED,
                            ORGANIZATIONS,
                            BUSINESS_UNITS,
                            ROLES)
                    .owned(OWNERSHIP)
                    .owning(Ownership.Kind.USER)
                    .named(USERNAME));

    private @Nullable String username;
    private @Nullable @Email String email;
    private @Nullable String namePrefix;
    private @Nullable String firstName;
    private @Nullable String middleName;
    private @Nullable String lastName;
    private @Nullable String nameSuffix;
    private @Nullable @PastOrPresent LocalDate birthday;
    private boolean enabled = true;
    private Set<UUID> organizations = new TreeSet<>();
    private Set<UUID> businessUnits = new TreeSet<>();
    private Set<String> roles = Set.of();

    /** An empty user. */
    protected User() {}

    /** A user of an organization, without memberships and roles. */
    public User(String username, String email, String firstName, String lastName, Organization organization) {
        this.username = username;
        this.email = email;
        this.firstName = firstName;
        this.lastName = lastName;
        setOrganization(Ref.to(organization));
        organizations.add(organization.getId());
    }

    /** Makes the user a member of a business unit, and of its organization. */
    public User addBusinessUnit(BusinessUnit unit) {
        businessUnits = Refs.plus(businessUnits, unit.getId());
        Ref<Organization> organization = unit.getOrganization();
        if (organization != null) {
            organizations = Refs.plus(organizations, organization.id());
        }
        return this;
    }

    /** Gives the user a role by its name; what it means is said by the CRM's access policy. */
    public User addRole(String role) {
        roles = Refs.plus(roles, role);
        return this;
    }

    /** Prefix, first, middle and last name and suffix, as far as given. */
    public String fullName() {
        return Stream.of(namePrefix, firstName, middleName, lastName, nameSuffix)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getNamePrefix() {
        return namePrefix;
    }

    public void setNamePrefix(@Nullable String namePrefix) {
        this.namePrefix = namePrefix;
    }

    public @Nullable String getFirstName() {
        return firstName;
    }

    public void setFirstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public @Nullable String getMiddleName() {
        return middleName;
    }

    public void setMiddleName(@Nullable String middleName) {
        this.middleName = middleName;
    }

    public @Nullable String getLastName() {
        return lastName;
    }

    public void setLastName(@Nullable String lastName) {
        this.lastName = lastName;
    }

    public @Nullable String getNameSuffix() {
        return nameSuffix;
    }

    public void setNameSuffix(@Nullable String nameSuffix) {
        this.nameSuffix = nameSuffix;
    }

    public @Nullable LocalDate getBirthday() {
        return birthday;
    }

    public void setBirthday(@Nullable LocalDate birthday) {
        this.birthday = birthday;
    }

    @Override
    public boolean belongsTo(UUID organization) {
        return organizations.contains(organization);
    }

    /** Whether the user may work; true from the beginning. */
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

    /** The organizations in which the user may work. */
    public Set<Ref<Organization>> getOrganizations() {
        return Refs.of(organizations);
    }

    public void setOrganizations(Set<Ref<Organization>> organizations) {
        this.organizations = Refs.ids(organizations);
    }

    /** The business units of which the user is a member. */
    public Set<Ref<BusinessUnit>> getBusinessUnits() {
        return Refs.of(businessUnits);
    }

    public void setBusinessUnits(Set<Ref<BusinessUnit>> businessUnits) {
        this.businessUnits = Refs.ids(businessUnits);
    }

    /** The names of the user's roles. */
    public Set<String> getRoles() {
        return roles;
    }

    public void setRoles(Set<String> roles) {
        this.roles = Refs.kept(roles);
    }
}
