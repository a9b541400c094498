package org.clientele.duplicates;

import java.text.Normalizer;
import java.util.Map;
import org.clientele.criteria.TextFold;
import org.jspecify.annotations.Nullable;

/**
 * Texts without case, accents, spaces and punctuation: {@code Straße} is {@code STRASSE}, {@code Łukasz} is {@code lukasz}.
 * Accents are those that European scripts put on letters; marks that make another letter elsewhere stay.
 */
final class Letters {

    private static final char FIRST_ACCENT = '\u0300';
    private static final char LAST_ACCENT = '\u036F';
    private static final int ASCII = 0x80;

    /** Letters that no decomposition takes apart, as people write them who do not have them. */
    private static final Map<Character, String> PLAIN = Map.of(
            'ß', "ss", 'æ', "ae", 'œ', "oe", 'ø', "o", 'đ', "d", 'ð', "d", 'þ', "th", 'ł', "l", 'ħ', "h", 'ŧ', "t");

    private Letters() {}

    /** The text in lower case and without accents; spaces and punctuation stay. */
    static String plain(String text) {
        String folded = TextFold.fold(text);
        if (isAscii(folded)) {
            return folded;
        }
        String decomposed = Normalizer.normalize(folded, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            String known = PLAIN.get(c);
            if (known != null) {
                plain.append(known);
            } else if (c < FIRST_ACCENT || c > LAST_ACCENT) {
                plain.append(c);
            }
        }
        return TextFold.fold(Normalizer.normalize(plain, Normalizer.Form.NFC));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }

    /** The plain text without spaces and punctuation; null when nothing is left. */
    static @Nullable String only(String text) {
        return kept(plain(text));
    }

    /** What is left of a plain text. */
    static @Nullable String kept(String plain) {
        StringBuilder kept = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int character = plain.codePointAt(i);
            if (counts(character)) {
                kept.appendCodePoint(character);
            }
            i += Character.charCount(character);
        }
        return kept.isEmpty() ? null : kept.toString();
    }

    /** Letters, their marks, digits and signs such as those of C++ and C#: what tells one name from another. */
    private static boolean counts(int character) {
        return Character.isLetterOrDigit(character)
                || character == '#'
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.MATH_SYMBOL,
                            Character.CURRENCY_SYMBOL,
                            Character.OTHER_SYMBOL -> true;
                    default -> false;
                };
    }
}
