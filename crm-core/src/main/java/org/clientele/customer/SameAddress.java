package org.clientele.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.contact.Address;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.property.ItemsProperty;

/** Some address has the same values in some fields. */
record SameAddress<C>(ItemsProperty<C, Address> addresses, AddressPairs pairs, SameValues<Address> fields)
        implements MatchRule<C> {

    @Override
    public Optional<Criterion<C>> condition(C customer) {
        List<Criterion<? super Address>> possible = new ArrayList<>();
        for (Address own : compared(customer)) {
            fields.condition(own).ifPresent(possible::add);
        }
        return possible.isEmpty() ? Optional.empty() : Optional.of(addresses.any(new Criterion.Any<>(possible)));
    }

    /** Types stand in one text, of which a store knows no parts: pairs are made here. */
    @Override
    public boolean agrees(C customer, C other) {
        return compared(customer).stream()
                .anyMatch(own -> compared(other).stream().anyMatch(theirs -> isSame(own, theirs)));
    }

    private boolean isSame(Address own, Address theirs) {
        return pairs.pair(own, theirs)
                && fields.condition(own)
                        .filter(same -> same.test(theirs, Lookup.NOTHING))
                        .isPresent();
    }

    private List<Address> compared(C customer) {
        List<Address> own = addresses.get(customer);
        return own == null ? List.of() : own.stream().filter(pairs::includes).toList();
    }
}
