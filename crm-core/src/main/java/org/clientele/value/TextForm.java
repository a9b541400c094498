package org.clientele.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a list of texts as one text and reads it back exactly; parts may themselves be such texts. */
public final class TextForm {

    private static final char SEPARATOR = ',';
    private static final char ESCAPE = '\\';
    private static final String NULL = ESCAPE + "0";
    private static final int USUAL_LENGTH = 16;

    private TextForm() {}

    /** One text for all parts; null parts are kept apart from empty ones. The empty list is the empty text. */
    public static String join(Iterable<? extends @Nullable String> parts) {
        StringBuilder text =
                new StringBuilder(parts instanceof Collection<?> all ? USUAL_LENGTH * all.size() : USUAL_LENGTH);
        for (String part : parts) {
            if (part == null) {
                text.append(NULL);
            } else {
                escape(part, text);
            }
            text.append(SEPARATOR);
        }
        return text.toString();
    }

    /** The parts that {@link #join} was given; IllegalArgumentException for a text that it did not write. */
    public static List<@Nullable String> split(String text) {
        List<@Nullable String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean isNull = false;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == SEPARATOR) {
                parts.add(isNull ? null : part.toString());
                part.setLength(0);
                isNull = false;
            } else if (c != ESCAPE) {
                part.append(c);
            } else if (at == text.length()) {
                throw new IllegalArgumentException("'" + text + "' ends within an escape; it was cut");
            } else {
                char escaped = text.charAt(at++);
                isNull = escaped == '0';
                if (!isNull) {
                    part.append(escaped);
                }
            }
        }
        if (!part.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' ends within a part; it was cut");
        }
        return parts;
    }

    private static void escape(String part, StringBuilder text) {
        if (part.indexOf(SEPARATOR) < 0 && part.indexOf(ESCAPE) < 0) {
            text.append(part);
            return;
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == SEPARATOR || c == ESCAPE) {
                text.append(ESCAPE);
            }
            text.append(c);
        }
    }
}
