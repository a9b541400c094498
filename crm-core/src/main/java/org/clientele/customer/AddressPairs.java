package org.clientele.customer;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.contact.Address;

/** Which addresses of two customers are compared, by what they are used for (OroCRM, account discovery). */
public enum AddressPairs {
    /** Each with each. */
    ANY_OF {
        @Override
        Set<String> typesOf(Address address) {
            return Set.of();
        }
    },
    /** Those that have a type in common: billing with billing, shipping with shipping. */
    BY_TYPE {
        @Override
        Set<String> typesOf(Address address) {
            return address.types();
        }
    },
    /** Shipping addresses with shipping addresses. */
    SHIPPING {
        @Override
        Set<String> typesOf(Address address) {
            return only(Address.SHIPPING, address);
        }
    },
    /** Billing addresses with billing addresses. */
    BILLING {
        @Override
        Set<String> typesOf(Address address) {
            return only(Address.BILLING, address);
        }
    };

    private static Set<String> only(String type, Address address) {
        Set<String> types = new TreeSet<>(address.types());
        types.retainAll(Set.of(type));
        return types;
    }

    /** The types of the address that count; none where all addresses do. */
    abstract Set<String> typesOf(Address address);

    /** Whether the address is compared with any. */
    boolean includes(Address address) {
        return this == ANY_OF || !typesOf(address).isEmpty();
    }

    /** Whether these two are compared. */
    boolean pair(Address one, Address other) {
        return this == ANY_OF || !Collections.disjoint(typesOf(one), typesOf(other));
    }
}
