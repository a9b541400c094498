package org.clientele.customer;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.contact.PhoneNumber;
import org.clientele.criteria.Criterion;
import org.clientele.property.ItemsProperty;

/** Some telephone number has the same digits. */
record SamePhone<C>(ItemsProperty<C, PhoneNumber> phones) implements MatchRule<C> {

    @Override
    public Optional<Criterion<C>> condition(C customer) {
        List<PhoneNumber> own = phones.get(customer);
        Set<String> digits = own == null
                ? Set.of()
                : own.stream().map(PhoneNumber::digits).filter(Objects::nonNull).collect(toSet());
        return digits.isEmpty() ? Optional.empty() : Optional.of(phones.any(PhoneNumber.DIGITS.in(digits)));
    }
}
