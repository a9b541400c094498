package org.clientele.view;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people are called, from the parts of their names. */
final class Names {

    private Names() {}

    /** The parts that there are; where there are none, the first of the others that there is. */
    static String of(List<@Nullable Object> parts, List<@Nullable Object> otherwise) {
        String name = texts(parts).stream().collect(Collectors.joining(" "));
        return name.isEmpty() ? texts(otherwise).stream().findFirst().orElse("") : name;
    }

    private static List<String> texts(List<@Nullable Object> parts) {
        return parts.stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
