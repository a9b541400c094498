package org.clientele.duplicates;

import org.clientele.criteria.TextFold;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses without case. Dots and {@code +tags} count: what the part before the {@code @} means is the business of
 * its domain alone (RFC 5321, 2.3.11). Some ignore dots, others give the two addresses to two persons; and
 * {@code sales+north@} and {@code sales+south@} are as often two desks as one. A merge of two persons costs more than a pair
 * that another rule finds.
 */
final class MailAddress {

    private MailAddress() {}

    /** The address as it is compared; null for a text that is none. */
    static @Nullable String of(String text) {
        String address = TextFold.fold(text.strip());
        int at = address.lastIndexOf('@');
        return at > 0 && at < address.length() - 1 ? address : null;
    }
}
