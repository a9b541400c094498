package org.clientele.magento;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.currencyCode;
import static org.clientele.property.Traits.example;
import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unique;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.channel.Channel;
import org.clientele.contact.Address;
import org.clientele.contact.Gender;
import org.clientele.criteria.Lookup;
import org.clientele.customer.AccountMatching;
import org.clientele.customer.Customer;
import org.clientele.customer.MatchRules;
import org.clientele.model.EntityType;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A person who buys in a web shop, registered or as a guest (OroCRM documentation, Magento: web customers). The name follows
 * from the first and the last name; {@link Intake} takes such customers in as the shop tells of them.
 */
public class WebCustomer extends Customer {

    public static final TextProperty<WebCustomer> NAME_PREFIX = TextProperty.of(
                    "namePrefix", WebCustomer::getNamePrefix, WebCustomer::setNamePrefix)
            .with(maxLength(255));
    public static final TextProperty<WebCustomer> FIRST_NAME = TextProperty.of(
                    "firstName", WebCustomer::getFirstName, WebCustomer::setFirstName)
            .with(maxLength(255));
    public static final TextProperty<WebCustomer> MIDDLE_NAME = TextProperty.of(
                    "middleName", WebCustomer::getMiddleName, WebCustomer::setMiddleName)
            .with(maxLength(255));
    public static final TextProperty<WebCustomer> LAST_NAME = TextProperty.of(
                    "lastName", WebCustomer::getLastName, WebCustomer::setLastName)
            .with(maxLength(255));
    public static final TextProperty<WebCustomer> NAME_SUFFIX = TextProperty.of(
                    "nameSuffix", WebCustomer::getNameSuffix, WebCustomer::setNameSuffix)
            .with(maxLength(255));
    public static final ChoiceProperty<WebCustomer, Gender> GENDER =
            ChoiceProperty.of("gender", Gender.DICTIONARY, WebCustomer::getGender, WebCustomer::setGender);
    public static final DateProperty<WebCustomer> BIRTHDAY =
            DateProperty.of("birthday", WebCustomer::getBirthday, WebCustomer::setBirthday);
    public static final TextProperty<WebCustomer> EMAIL = TextProperty.of(
                    "email", WebCustomer::getEmail, WebCustomer::setEmail)
            .with(required(), maxLength(255), indexed(), example("jerry@coleman.example"));
    /** What the shop knows the customer by; no two customers of a channel have the same, and guests have none. */
    public static final TextProperty<WebCustomer> ORIGIN_ID = TextProperty.of(
                    "originId", WebCustomer::getOriginId, WebCustomer::setOriginId)
            .with(maxLength(255), indexed(), label("Origin id"));

    public static final TextProperty<WebCustomer> WEBSITE = TextProperty.of(
                    "website", WebCustomer::getWebsite, WebCustomer::setWebsite)
            .with(maxLength(255));
    public static final TextProperty<WebCustomer> STORE = TextProperty.of(
                    "store", WebCustomer::getStore, WebCustomer::setStore)
            .with(maxLength(255));
    public static final TextProperty<WebCustomer> CUSTOMER_GROUP = TextProperty.of(
                    "customerGroup", WebCustomer::getCustomerGroup, WebCustomer::setCustomerGroup)
            .with(maxLength(255), label("Group"));
    /** The store in which the customer registered. */
    public static final TextProperty<WebCustomer> CREATED_IN = TextProperty.of(
                    "createdIn", WebCustomer::getCreatedIn, WebCustomer::setCreatedIn)
            .with(maxLength(255));

    public static final BooleanProperty<WebCustomer> CONFIRMED =
            BooleanProperty.of("confirmed", record -> record.confirmed, (record, value) -> record.confirmed = value);
    public static final BooleanProperty<WebCustomer> GUEST =
            BooleanProperty.of("guest", record -> record.guest, (record, value) -> record.guest = value);
    public static final BooleanProperty<WebCustomer> ACTIVE =
            BooleanProperty.of("active", record -> record.active, (record, value) -> record.active = value);
    public static final TextProperty<WebCustomer> VAT =
            TextProperty.of("vat", WebCustomer::getVat, WebCustomer::setVat).with(maxLength(255), label("VAT number"));
    /** The ISO 4217 code of the currency in which the customer pays. */
    public static final TextProperty<WebCustomer> CURRENCY = TextProperty.of(
                    "currency", WebCustomer::getCurrency, WebCustomer::setCurrency)
            .with(maxLength(3), currencyCode());

    public static final ItemsProperty<WebCustomer, Address> ADDRESSES =
            ItemsProperty.of("addresses", Address.TYPE, WebCustomer::getAddresses, WebCustomer::setAddresses);
    public static final InstantProperty<WebCustomer> IMPORTED_AT =
            InstantProperty.of("importedAt", WebCustomer::getImportedAt, WebCustomer::setImportedAt);
    public static final InstantProperty<WebCustomer> SYNCED_AT =
            InstantProperty.of("syncedAt", WebCustomer::getSyncedAt, WebCustomer::setSyncedAt);
    /** The origin id with its channel: the text of which there is one only. */
    public static final TextProperty<WebCustomer> ORIGIN_IN_CHANNEL = TextProperty.of(
                    "originInChannel",
                    (WebCustomer record) -> record.originInChannel,
                    (record, value) -> record.originInChannel = value)
            .with(calculated(), unique());
    /** The e-mail of a registered customer with its website and channel: the text of which there is one only. */
    public static final TextProperty<WebCustomer> EMAIL_IN_WEBSITE = TextProperty.of(
                    "emailInWebsite",
                    (WebCustomer record) -> record.emailInWebsite,
                    (record, value) -> record.emailInWebsite = value)
            .with(calculated(), unique());

    public static final EntityType<WebCustomer> TYPE = EntityType.define(
            "web customer",
            WebCustomer.class,
            WebCustomer::new,
            type -> type.extending(Customer.TYPE)
                    .properties(
                            NAME_PREFIX,
                            FIRST_NAME,
                            MIDDLE_NAME,
                            LAST_NAME,
                            NAME_SUFFIX,
                            GENDER,
                            BIRTHDAY,
                            EMAIL,
                            ORIGIN_ID,
                            WEBSITE,
                            STORE,
                            CUSTOMER_GROUP,
                            CREATED_IN,
                            CONFIRMED,
                            GUEST,
                            ACTIVE,
                            VAT,
                            CURRENCY,
                            ADDRESSES,
                            IMPORTED_AT,
                            SYNCED_AT,
                            ORIGIN_IN_CHANNEL,
                            EMAIL_IN_WEBSITE)
                    .prepared((customer, situation) -> customer.prepare())
                    .rule(
                            "is a guest and has an origin id; take it away, or say that the customer is registered",
                            (customer, context) -> !customer.isGuest() || isBlank(customer.originId)));

    /** The name of a customer of whom no name is known. */
    private static final String NO_NAME = "N/A";

    private @Nullable String namePrefix;
    private @Nullable String firstName;
    private @Nullable String middleName;
    private @Nullable String lastName;
    private @Nullable String nameSuffix;
    private @Nullable String gender;
    private @Nullable @PastOrPresent LocalDate birthday;
    private @Nullable @Email String email;
    private @Nullable String originId;
    private @Nullable String website;
    private @Nullable String store;
    private @Nullable String customerGroup;
    private @Nullable String createdIn;
    private @Nullable Boolean confirmed;
    private @Nullable Boolean guest;
    private @Nullable Boolean active;
    private @Nullable String vat;
    private @Nullable String currency;
    private List<Address> addresses = List.of();
    private @Nullable Instant importedAt;
    private @Nullable Instant syncedAt;
    private @Nullable String originInChannel;
    private @Nullable String emailInWebsite;

    /** An empty customer. */
    protected WebCustomer() {}

    /** A registered customer, who gets an account of the same name when saved. */
    public WebCustomer(@Nullable String firstName, @Nullable String lastName, String email, Channel channel) {
        super(NO_NAME, channel);
        this.firstName = firstName;
        this.lastName = lastName;
        this.email = email;
    }

    /** First and last name with single blanks between their words; "N/A" when there is neither. */
    @Override
    protected String nameOfProfile() {
        String name = Stream.of(firstName, lastName)
                .filter(Objects::nonNull)
                .flatMap(part -> Stream.of(part.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? NO_NAME : name;
    }

    private void prepare() {
        confirmed = isConfirmed();
        guest = isGuest();
        active = isActive();
        Ref<Channel> shop = getChannel();
        UUID channel = shop == null ? null : shop.id();
        originInChannel = InChannel.key(channel, originId);
        emailInWebsite = isGuest() ? null : InChannel.key(channel, email, isBlank(website) ? null : website);
    }

    /** Those of the contact, and the customer's own. */
    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        Set<String> all = new HashSet<>(super.emailAddresses(lookup));
        if (email != null) {
            all.add(email);
        }
        return all;
    }

    /** The same first name, last name and e-mail are the same person (OroCRM, account discovery). */
    @Override
    protected AccountMatching<WebCustomer> usualMatching() {
        return AccountMatching.by(MatchRules.same(FIRST_NAME, LAST_NAME, EMAIL));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
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

    public @Nullable Gender getGender() {
        return gender == null ? null : Gender.DICTIONARY.get(gender);
    }

    public void setGender(@Nullable Gender gender) {
        this.gender = gender == null ? null : gender.id();
    }

    public @Nullable LocalDate getBirthday() {
        return birthday;
    }

    public void setBirthday(@Nullable LocalDate birthday) {
        this.birthday = birthday;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getOriginId() {
        return originId;
    }

    public void setOriginId(@Nullable String originId) {
        this.originId = originId;
    }

    public @Nullable String getWebsite() {
        return website;
    }

    public void setWebsite(@Nullable String website) {
        this.website = website;
    }

    public @Nullable String getStore() {
        return store;
    }

    public void setStore(@Nullable String store) {
        this.store = store;
    }

    public @Nullable String getCustomerGroup() {
        return customerGroup;
    }

    public void setCustomerGroup(@Nullable String customerGroup) {
        this.customerGroup = customerGroup;
    }

    public @Nullable String getCreatedIn() {
        return createdIn;
    }

    public void setCreatedIn(@Nullable String createdIn) {
        this.createdIn = createdIn;
    }

    /** Whether the customer has confirmed the e-mail address; true unless it is said that not. */
    public boolean isConfirmed() {
        return !Boolean.FALSE.equals(confirmed);
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }

    /** Whether the customer bought without registering. */
    public boolean isGuest() {
        return Boolean.TRUE.equals(guest);
    }

    public void setGuest(boolean guest) {
        this.guest = guest;
    }

    /** Whether the customer may sign in to the shop; false until it is said. */
    public boolean isActive() {
        return Boolean.TRUE.equals(active);
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public @Nullable String getVat() {
        return vat;
    }

    public void setVat(@Nullable String vat) {
        this.vat = vat;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public List<Address> getAddresses() {
        return addresses;
    }

    public void setAddresses(List<Address> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    public @Nullable Instant getImportedAt() {
        return importedAt;
    }

    public void setImportedAt(@Nullable Instant importedAt) {
        this.importedAt = importedAt;
    }

    public @Nullable Instant getSyncedAt() {
        return syncedAt;
    }

    public void setSyncedAt(@Nullable Instant syncedAt) {
        this.syncedAt = syncedAt;
    }
}
