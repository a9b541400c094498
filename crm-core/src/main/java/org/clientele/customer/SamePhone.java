package org.clientele.customer;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.contact.PhoneNumber;
import org.clientele.criteria.Criterion;
import org.clientele.property.ItemsProperty;

/** Some telephone number has the same digits. */
record SamePhone<C>(ItemsProperty<C, PhoneNumber> phones) implements MatchRule<C> {

    /** A store finds numbers that have the last digit anywhere; what stands between the digits is looked at here. */
    @Override
    public Optional<Criterion<C>> condition(C customer) {
        List<Criterion<? super PhoneNumber>> possible = new ArrayList<>();
        new TreeSet<>(digits(customer)).forEach(own -> possible.add(PhoneNumber.PHONE.contains(last(own))));
        return possible.isEmpty() ? Optional.empty() : Optional.of(phones.any(new Criterion.Any<>(possible)));
    }

    private static String last(String digits) {
        return digits.substring(digits.length() - 1);
    }

    @Override
    public boolean agrees(C customer, C other) {
        return !Collections.disjoint(digits(customer), digits(other));
    }

    private Set<String> digits(C customer) {
        List<PhoneNumber> own = phones.get(customer);
        return own == null
                ? Set.of()
                : own.stream()
                        .map(phone -> phone.phone().replaceAll("[^0-9]", ""))
                        .filter(digits -> !digits.isEmpty())
                        .collect(toSet());
    }
}
