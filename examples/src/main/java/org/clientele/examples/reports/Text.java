package org.clientele.examples.reports;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** How values are written within a page, so that nothing in them is taken for a part of the page. */
final class Text {

    private Text() {}

    /** A text between tags or in quotes. */
    static String html(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(
                    switch (c) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '"' -> "&quot;";
                        case '\'' -> "&#39;";
                        default -> String.valueOf(c);
                    });
        }
        return escaped.toString();
    }

    /** Texts, numbers, lists and maps as JSON that may stand in an element of script. */
    static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey().toString()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        } else if (value instanceof Collection<?> list) {
            return list.stream().map(Text::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Integer || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // besides quotes and backslashes all that ends a script, a comment or a line
            boolean plain = c >= ' ' && "\"\\<>&\u2028\u2029".indexOf(c) < 0;
            quoted.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return quoted.append('"').toString();
    }
}
