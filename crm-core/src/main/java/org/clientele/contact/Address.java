package org.clientele.contact;

import static org.clientele.property.Traits.countryCode;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ItemType;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * A postal address with what it is used for. Immutable; it needs a country (ISO 3166, two letters). The region is a
 * combined code of that country such as {@code US-NY} (ISO 3166-2), or free text where there is none. Types are words of
 * the host's choice, none twice; nothing else is asked of them.
 *
 * <pre>{@code
 * Address.in("US").with(Address.CITY, "Rochester").with(Address.TYPES, "billing,shipping");
 * }</pre>
 */
public final class Address {

    /** The type of an address to which invoices go. */
    public static final String BILLING = "billing";

    /** The type of an address to which goods go. */
    public static final String SHIPPING = "shipping";

    public static final TextProperty<Address> LABEL =
            TextProperty.<Address>of("label", address -> address.label).with(maxLength(255));
    public static final TextProperty<Address> ORGANIZATION = TextProperty.<Address>of(
                    "organization", address -> address.organization)
            .with(maxLength(255));
    public static final TextProperty<Address> NAME_PREFIX = TextProperty.<Address>of(
                    "namePrefix", address -> address.namePrefix)
            .with(maxLength(255));
    public static final TextProperty<Address> FIRST_NAME =
            TextProperty.<Address>of("firstName", address -> address.firstName).with(maxLength(255));
    public static final TextProperty<Address> MIDDLE_NAME = TextProperty.<Address>of(
                    "middleName", address -> address.middleName)
            .with(maxLength(255));
    public static final TextProperty<Address> LAST_NAME =
            TextProperty.<Address>of("lastName", address -> address.lastName).with(maxLength(255));
    public static final TextProperty<Address> NAME_SUFFIX = TextProperty.<Address>of(
                    "nameSuffix", address -> address.nameSuffix)
            .with(maxLength(255));
    public static final TextProperty<Address> STREET =
            TextProperty.<Address>of("street", address -> address.street).with(maxLength(500));
    public static final TextProperty<Address> STREET2 =
            TextProperty.<Address>of("street2", address -> address.street2).with(maxLength(500), label("Street 2"));
    public static final TextProperty<Address> POSTAL_CODE = TextProperty.<Address>of(
                    "postalCode", address -> address.postalCode)
            .with(maxLength(255), label("Zip/Postal Code"));
    public static final TextProperty<Address> CITY =
            TextProperty.<Address>of("city", address -> address.city).with(maxLength(255));
    public static final TextProperty<Address> REGION_TEXT = TextProperty.<Address>of(
                    "regionText", address -> address.regionText)
            .with(maxLength(255), label("State"));
    public static final TextProperty<Address> REGION = TextProperty.<Address>of("region", address -> address.region)
            .with(maxLength(16), label("State Combined code"));
    public static final TextProperty<Address> COUNTRY = TextProperty.<Address>of("country", address -> address.country)
            .with(countryCode(), label("Country ISO2 code"), required());
    public static final TextProperty<Address> TYPES =
            TextProperty.<Address>of("types", address -> address.types).with(maxLength(50), words("Name"));
    public static final BooleanProperty<Address> PRIMARY =
            BooleanProperty.<Address>of("primary", address -> address.primary);

    /** For properties that hold addresses. */
    public static final ItemType<Address> TYPE = ItemType.define(
                    "address",
                    Address::new,
                    LABEL,
                    ORGANIZATION,
                    NAME_PREFIX,
                    FIRST_NAME,
                    MIDDLE_NAME,
                    LAST_NAME,
                    NAME_SUFFIX,
                    STREET,
                    STREET2,
                    POSTAL_CODE,
                    CITY,
                    REGION_TEXT,
                    REGION,
                    COUNTRY,
                    TYPES,
                    PRIMARY)
            .markedBy(PRIMARY)
            .rule(REGION, Address::objectionToRegion);

    /** What templates of files show. */
    public static final Address EXAMPLE = in("US").with(STREET, "1215 Caldwell Road")
            .with(POSTAL_CODE, "14608")
            .with(CITY, "Rochester")
            .with(REGION, "US-NY")
            .with(TYPES, BILLING + "," + SHIPPING)
            .with(PRIMARY, true);

    private @Nullable String label;
    private @Nullable String organization;
    private @Nullable String namePrefix;
    private @Nullable String firstName;
    private @Nullable String middleName;
    private @Nullable String lastName;
    private @Nullable String nameSuffix;
    private @Nullable String street;
    private @Nullable String street2;
    private @Nullable String postalCode;
    private @Nullable String city;
    private @Nullable String regionText;
    private @Nullable String region;
    private @Nullable String country;
    private @Nullable String types;
    private boolean primary;

    /** For persistence. */
    private Address() {}

    private Address(ItemType.Values<Address> values) {
        label = values.get(LABEL);
        organization = values.get(ORGANIZATION);
        namePrefix = values.get(NAME_PREFIX);
        firstName = values.get(FIRST_NAME);
        middleName = values.get(MIDDLE_NAME);
        lastName = values.get(LAST_NAME);
        nameSuffix = values.get(NAME_SUFFIX);
        street = values.get(STREET);
        street2 = values.get(STREET2);
        postalCode = values.get(POSTAL_CODE);
        city = values.get(CITY);
        regionText = values.get(REGION_TEXT);
        region = values.get(REGION);
        country = values.get(COUNTRY);
        types = values.get(TYPES);
        primary = Boolean.TRUE.equals(values.get(PRIMARY));
    }

    /** An address in a country, by its two letters. */
    public static Address in(String country) {
        return TYPE.make(new ItemType.Values<Address>().put(COUNTRY, country));
    }

    /** This address with another value in one place. */
    public <V> Address with(Property<Address, V> property, @Nullable V value) {
        return TYPE.with(this, property, value);
    }

    /** The value in one place. */
    public <V> @Nullable V get(Property<Address, V> property) {
        return property.get(this);
    }

    /** What the address is used for: {@link #BILLING}, {@link #SHIPPING} or what a host adds. */
    public Set<String> types() {
        return types == null || types.isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(types.split(",")));
    }

    /** Whether it is the one to use first; at most one of a record's is. */
    public boolean isPrimary() {
        return primary;
    }

    /** A region belongs to its country (OroCRM documentation, Addresses: region). */
    private static Optional<String> objectionToRegion(Address address) {
        String region = address.region;
        String country = address.country;
        if (region == null || region.isBlank() || country == null || country.isBlank()) {
            return Optional.empty();
        }
        String beginning = country + "-";
        boolean belongs =
                region.length() > beginning.length() && region.regionMatches(true, 0, beginning, 0, beginning.length());
        return belongs
                ? Optional.empty()
                : Optional.of(
                        "is '" + region + "', which is no region of " + country + "; give a code that begins with "
                                + beginning + ", or give it as " + REGION_TEXT.label() + " (" + REGION_TEXT + ")");
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Property<Address, ?> property : TYPE.properties()) {
            Object value = property.get(this);
            if (value != null) {
                values.put(property.name(), value);
            }
        }
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address address && values().equals(address.values());
    }

    @Override
    public int hashCode() {
        return Objects.hash(street, city, postalCode, country);
    }

    /** Street, city, region and country, as far as given. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (String part : Arrays.asList(street, postalCode, city, region, country)) {
            if (part != null) {
                parts.add(part);
            }
        }
        return String.join(", ", parts);
    }
}
