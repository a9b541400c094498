package org.clientele.testkit.customer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.channel.Channel;
import org.clientele.contact.Address;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.customer.AddressPairs;
import org.clientele.sales.BusinessCustomer;
import org.jspecify.annotations.Nullable;

/** What a generated customer is known by, and when two of them are the same, told without the engine's words. */
record Profile(
        @Nullable String website, List<String> emails, List<String> phones, List<Place> places, boolean elsewhere) {

    /** An address: a country, a postal code that may be missing, and what it is used for. */
    record Place(String country, @Nullable String postalCode, List<String> types) {

        Address address() {
            return Address.in(country)
                    .with(Address.POSTAL_CODE, postalCode)
                    .with(Address.TYPES, types.isEmpty() ? null : String.join(",", types));
        }

        boolean isAt(Place other) {
            return country.equals(other.country)
                    && postalCode != null
                    && !postalCode.isBlank()
                    && postalCode.equals(other.postalCode);
        }
    }

    /** By what customers are compared. */
    enum By {
        WEBSITE,
        EMAIL,
        PHONE,
        ANY_OF,
        BY_TYPE,
        SHIPPING,
        BILLING;

        AddressPairs pairs() {
            return AddressPairs.valueOf(name());
        }
    }

    BusinessCustomer customer(Channel channel) {
        BusinessCustomer customer = new BusinessCustomer("Acuserv", channel);
        customer.setWebsite(website);
        customer.setEmails(
                emails.stream().map(email -> new EmailAddress(email, false)).toList());
        customer.setPhones(
                phones.stream().map(phone -> new PhoneNumber(phone, false)).toList());
        customer.setAddresses(places.stream().map(Place::address).toList());
        return customer;
    }

    boolean isSame(Profile other, By by) {
        if (elsewhere != other.elsewhere) {
            return false;
        }
        return switch (by) {
            case WEBSITE ->
                website != null
                        && other.website != null
                        && !website.isBlank()
                        && lower(website).equals(lower(other.website));
            case EMAIL ->
                emails.stream()
                        .anyMatch(one ->
                                other.emails.stream().anyMatch(two -> lower(one).equals(lower(two))));
            case PHONE ->
                phones.stream().anyMatch(one -> other.phones.stream().anyMatch(two -> isSameNumber(one, two)));
            default ->
                places.stream()
                        .anyMatch(one -> other.places.stream().anyMatch(two -> one.isAt(two) && pair(one, two, by)));
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isSameNumber(String one, String other) {
        StringBuilder digits = new StringBuilder();
        one.chars().filter(Character::isDigit).forEach(digits::appendCodePoint);
        StringBuilder others = new StringBuilder();
        other.chars().filter(Character::isDigit).forEach(others::appendCodePoint);
        return !digits.isEmpty() && digits.compareTo(others) == 0;
    }

    private static boolean pair(Place one, Place other, By by) {
        Set<String> common = new TreeSet<>(one.types);
        common.retainAll(other.types);
        return switch (by) {
            case ANY_OF -> true;
            case BY_TYPE -> !common.isEmpty();
            case SHIPPING -> common.contains("shipping");
            default -> common.contains("billing");
        };
    }
}
