package org.clientele.customer;

import java.util.List;
import org.clientele.contact.Address;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;

/**
 * Rules by which customers are recognized, made of properties of whatever kind of customer.
 *
 * <pre>{@code
 * MatchRule<BusinessCustomer> rule = MatchRules.<BusinessCustomer>same(Customer.NAME)
 *         .and(MatchRules.email(BusinessCustomer.EMAILS));
 * }</pre>
 */
public final class MatchRules {

    private MatchRules() {}

    /**
     * All of these have equal values, and none is blank on either side; texts are compared without case.
     *
     * @throws IllegalArgumentException when there is no property, or one holds several values
     */
    @SafeVarargs
    public static <C> MatchRule<C> same(Property<? super C, ?>... properties) {
        return new SameValues<C>(List.of(properties));
    }

    /** Both have one e-mail address, compared without case. */
    public static <C> MatchRule<C> email(ItemsProperty<C, EmailAddress> emails) {
        return new SameEmail<>(emails);
    }

    /** Both have one telephone number, compared by its digits: {@code 11-11-11} is {@code 111111}. */
    public static <C> MatchRule<C> phone(ItemsProperty<C, PhoneNumber> phones) {
        return new SamePhone<>(phones);
    }

    /**
     * Both have addresses, of types that may be paired, with equal values in all of these fields, none of them blank; texts
     * are compared without case.
     *
     * @throws IllegalArgumentException when there is no field
     */
    @SafeVarargs
    public static <C> MatchRule<C> address(
            ItemsProperty<C, Address> addresses, AddressPairs pairs, Property<Address, ?>... fields) {
        return new SameAddress<>(addresses, pairs, new SameValues<Address>(List.of(fields)));
    }
}
