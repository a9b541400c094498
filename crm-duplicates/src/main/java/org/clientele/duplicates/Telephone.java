package org.clientele.duplicates;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers in the international form of ITU-T E.164, with their extension: the desks behind one switchboard are not
 * the same. What is no whole number there, such as an internal or a local one, says nothing.
 *
 * @param region where a number belongs that is written without a country code: an ISO 3166 code such as US
 */
record Telephone(String region) implements Form {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    Telephone {
        if (!NUMBERS.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException(
                    "'" + region + "' is no region that has telephone numbers; give an ISO 3166 code such as US");
        }
    }

    @Override
    public @Nullable String of(String text) {
        try {
            PhoneNumber number = NUMBERS.parse(text, region);
            if (NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
                return null;
            }
            String international = NUMBERS.format(number, PhoneNumberFormat.E164);
            return number.hasExtension() ? international + " ext. " + number.getExtension() : international;
        } catch (NumberParseException none) {
            return null;
        }
    }
}
