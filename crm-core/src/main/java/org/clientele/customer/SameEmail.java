package org.clientele.customer;

import java.util.List;
import java.util.Optional;
import org.clientele.contact.EmailAddress;
import org.clientele.criteria.Criterion;
import org.clientele.property.ItemsProperty;

/** Some e-mail address is the same, ignoring case. */
record SameEmail<C>(ItemsProperty<C, EmailAddress> emails) implements MatchRule<C> {

    @Override
    public Optional<Criterion<C>> condition(C customer) {
        List<EmailAddress> own = emails.get(customer);
        List<String> texts = own == null
                ? List.of()
                : own.stream()
                        .map(EmailAddress::email)
                        .filter(text -> !text.isBlank())
                        .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(emails.any(EmailAddress.EMAIL.in(texts)));
    }
}
