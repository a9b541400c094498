package org.clientele.magento;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.contact.Address;

/** The addresses of a cart or an order, by what they are used for. */
final class ByType {

    private ByType() {}

    static Optional<Address> find(List<Address> addresses, String type) {
        return addresses.stream()
                .filter(address -> address.types().contains(type))
                .findFirst();
    }

    static boolean isUnique(List<Address> addresses) {
        Set<String> types = new HashSet<>();
        return addresses.stream().flatMap(address -> address.types().stream()).allMatch(types::add);
    }
}
