package org.clientele.value;

/** Which texts every store can keep: no database takes the character NUL, and half of a surrogate pair is no character. */
public final class Characters {

    private static final char NUL = 0;

    private Characters() {}

    /** Whether every store keeps this text exactly. */
    public static boolean areStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == NUL || Character.isLowSurrogate(c)) {
                return false;
            } else if (Character.isHighSurrogate(c)
                    && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }
}
