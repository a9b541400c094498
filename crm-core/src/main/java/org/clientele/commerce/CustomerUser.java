package org.clientele.commerce;

import static org.clientele.property.Traits.example;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.minLength;
import static org.clientele.property.Traits.movesAlone;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unique;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.activity.Contacted;
import org.clientele.contact.Address;
import org.clientele.criteria.Lookup;
import org.clientele.model.EntityType;
import org.clientele.model.Situation;
import org.clientele.organization.User;
import org.clientele.property.BooleanProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/**
 * A person who buys in a storefront in the name of a commerce customer (OroCommerce documentation, Customer users). Whoever is
 * enabled has a customer and a role; who has neither is known, and enabled later. A user whose customer goes is disabled.
 */
public class CustomerUser extends Contacted {

    public static final TextProperty<CustomerUser> NAME_PREFIX = TextProperty.of(
                    "namePrefix", CustomerUser::getNamePrefix, CustomerUser::setNamePrefix)
            .with(maxLength(255));
    public static final TextProperty<CustomerUser> FIRST_NAME = TextProperty.of(
                    "firstName", CustomerUser::getFirstName, CustomerUser::setFirstName)
            .with(required(), maxLength(255));
    public static final TextProperty<CustomerUser> MIDDLE_NAME = TextProperty.of(
                    "middleName", CustomerUser::getMiddleName, CustomerUser::setMiddleName)
            .with(maxLength(255));
    public static final TextProperty<CustomerUser> LAST_NAME = TextProperty.of(
                    "lastName", CustomerUser::getLastName, CustomerUser::setLastName)
            .with(required(), maxLength(255));
    public static final TextProperty<CustomerUser> NAME_SUFFIX = TextProperty.of(
                    "nameSuffix", CustomerUser::getNameSuffix, CustomerUser::setNameSuffix)
            .with(maxLength(255));
    public static final TextProperty<CustomerUser> EMAIL = TextProperty.of(
                    "email", CustomerUser::getEmail, CustomerUser::setEmail)
            .with(required(), minLength(6), maxLength(255), unique(), identity(), example("jerry@coleman.example"));
    public static final DateProperty<CustomerUser> BIRTHDAY =
            DateProperty.of("birthday", CustomerUser::getBirthday, CustomerUser::setBirthday);
    public static final ReferenceProperty<CustomerUser, CommerceCustomer> CUSTOMER = ReferenceProperty.of(
                    "customer", CommerceCustomer.class, CustomerUser::getCustomer, CustomerUser::setCustomer)
            .with(movesAlone());
    public static final BooleanProperty<CustomerUser> CONFIRMED =
            BooleanProperty.of("confirmed", CustomerUser::isConfirmed, CustomerUser::setConfirmed);
    public static final BooleanProperty<CustomerUser> ENABLED =
            BooleanProperty.of("enabled", CustomerUser::isEnabled, CustomerUser::setEnabled);
    public static final BooleanProperty<CustomerUser> GUEST =
            BooleanProperty.of("guest", CustomerUser::isGuest, CustomerUser::setGuest);
    public static final SetProperty<CustomerUser> ROLES =
            SetProperty.of("roles", CustomerUser::getRoles, CustomerUser::setRoles);
    public static final ItemsProperty<CustomerUser, Address> ADDRESSES =
            ItemsProperty.of("addresses", Address.TYPE, CustomerUser::getAddresses, CustomerUser::setAddresses);
    public static final ReferenceSetProperty<CustomerUser, User> SALES_REPRESENTATIVES = ReferenceSetProperty.of(
                    "salesRepresentatives",
                    User.class,
                    CustomerUser::getSalesRepresentatives,
                    CustomerUser::setSalesRepresentatives)
            .with(label("Sales representatives"));
    public static final TextProperty<CustomerUser> WEBSITE = TextProperty.of(
                    "website", CustomerUser::getWebsite, CustomerUser::setWebsite)
            .with(maxLength(255));

    public static final EntityType<CustomerUser> TYPE = EntityType.define(
            "customer user",
            CustomerUser.class,
            CustomerUser::new,
            type -> type.properties(
                            NAME_PREFIX,
                            FIRST_NAME,
                            MIDDLE_NAME,
                            LAST_NAME,
                            NAME_SUFFIX,
                            EMAIL,
                            BIRTHDAY,
                            CUSTOMER,
                            CONFIRMED,
                            ENABLED,
                            GUEST,
                            ROLES,
                            ADDRESSES,
                            SALES_REPRESENTATIVES,
                            WEBSITE)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(EMAIL)
                    .prepared(CustomerUser::prepare)
                    .rule(
                            "is enabled without a customer; choose one, or disable the user",
                            (user, context) -> !user.enabled || user.customer != null)
                    .rule(
                            "is enabled without a role; give one, or disable the user",
                            (user, context) -> !user.enabled || !user.roles.isEmpty())
                    .rule(
                            "has more than one primary address; make one of them primary",
                            (user, context) -> CommerceCustomer.onePrimary(user.addresses)));

    private @Nullable String namePrefix;
    private @Nullable String firstName;
    private @Nullable String middleName;
    private @Nullable String lastName;
    private @Nullable String nameSuffix;
    private @Nullable @Email String email;
    private @Nullable @PastOrPresent LocalDate birthday;
    private @Nullable UUID customer;
    private boolean confirmed;
    private boolean enabled;
    private boolean guest;
    private Set<String> roles = Set.of();
    private List<Address> addresses = List.of();
    private Set<UUID> salesRepresentatives = Set.of();
    private @Nullable String website;

    /** An empty user. */
    protected CustomerUser() {}

    /** A user who is neither confirmed nor enabled yet, without a customer. */
    public CustomerUser(String firstName, String lastName, String email) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.email = email;
    }

    /** A user of a customer, confirmed and enabled. */
    public CustomerUser(String firstName, String lastName, String email, CommerceCustomer customer, String role) {
        this(firstName, lastName, email);
        this.customer = customer.getId();
        addRole(role).confirm().enable();
    }

    private void prepare(Situation<CustomerUser> situation) {
        boolean lost =
                situation.before().filter(before -> before.customer != null).isPresent() && customer == null;
        enabled &= !lost;
    }

    /** Notes that the e-mail address was found to be the user's own. */
    public CustomerUser confirm() {
        confirmed = true;
        return this;
    }

    /**
     * Lets the user in.
     *
     * @throws IllegalStateException when there is no customer or no role
     */
    public CustomerUser enable() {
        if (customer == null || roles.isEmpty()) {
            throw new IllegalStateException("customer user " + email + " has no "
                    + (customer == null ? "customer" : "role") + " and can not be enabled; give one first");
        }
        enabled = true;
        return this;
    }

    /** Keeps the user out. */
    public CustomerUser disable() {
        enabled = false;
        return this;
    }

    /** Gives the user a role of the storefront by its name. */
    public CustomerUser addRole(String role) {
        roles = Refs.plus(roles, role);
        return this;
    }

    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        return email == null ? Set.of() : Set.of(email);
    }

    /** Prefix, first, middle and last name and suffix, as far as given. */
    public String fullName() {
        return Stream.of(namePrefix, firstName, middleName, lastName, nameSuffix)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
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

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable LocalDate getBirthday() {
        return birthday;
    }

    public void setBirthday(@Nullable LocalDate birthday) {
        this.birthday = birthday;
    }

    public @Nullable Ref<CommerceCustomer> getCustomer() {
        return customer == null ? null : new Ref<>(customer);
    }

    public void setCustomer(@Nullable Ref<CommerceCustomer> customer) {
        this.customer = customer == null ? null : customer.id();
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(@Nullable Boolean confirmed) {
        this.confirmed = Boolean.TRUE.equals(confirmed);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(@Nullable Boolean enabled) {
        this.enabled = Boolean.TRUE.equals(enabled);
    }

    public boolean isGuest() {
        return guest;
    }

    public void setGuest(@Nullable Boolean guest) {
        this.guest = Boolean.TRUE.equals(guest);
    }

    public Set<String> getRoles() {
        return roles;
    }

    public void setRoles(Set<String> roles) {
        this.roles = Refs.kept(roles);
    }

    public List<Address> getAddresses() {
        return addresses;
    }

    public void setAddresses(List<Address> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    public Set<Ref<User>> getSalesRepresentatives() {
        return Refs.of(salesRepresentatives);
    }

    public void setSalesRepresentatives(Set<Ref<User>> salesRepresentatives) {
        this.salesRepresentatives = Refs.ids(salesRepresentatives);
    }

    public @Nullable String getWebsite() {
        return website;
    }

    public void setWebsite(@Nullable String website) {
        this.website = website;
    }
}
