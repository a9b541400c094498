package org.clientele.exchange.form;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a text, parted by commas. */
record WordSeries() implements Series<String, String> {

    @Override
    public List<String> elements(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    }

    @Override
    public String of(List<String> words) {
        return String.join(",", words);
    }
}
