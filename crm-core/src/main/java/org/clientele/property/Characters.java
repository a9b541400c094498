package org.clientele.property;

import java.util.List;

/** Which texts can be kept everywhere: all without the character U+0000 and without halves of surrogate pairs. */
final class Characters {

    private static final List<String> OBJECTION = List.of(
            "has a character that can not be kept (U+0000, or half of one beyond the basic plane); take it out");

    private Characters() {}

    static List<String> objections(String text) {
        return text.codePoints().anyMatch(Characters::isLost) ? OBJECTION : List.of();
    }

    private static boolean isLost(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
