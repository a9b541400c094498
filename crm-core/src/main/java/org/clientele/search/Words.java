package org.clientele.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.criteria.TextFold;

/**
 * What is looked for.
 *
 * @param each the words, none twice, whatever its case
 * @param phrase all of them as they follow each other, parted by one blank
 */
record Words(List<String> each, String phrase) {

    private static final int MOST = 16;

    Words {
        each = List.copyOf(each);
    }

    /** The words of a text, parted by whitespace; what stands between quotation marks is one word. */
    static Words of(String text) {
        List<String> words = new ArrayList<>();
        String[] parts = text.split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean isQuoted = i % 2 == 1;
            for (String word : isQuoted ? new String[] {parts[i]} : parts[i].split("[\\s\\u00a0]+", -1)) {
                if (!word.isBlank()) {
                    words.add(word.strip());
                }
            }
        }
        if (words.size() > MOST) {
            throw new IllegalArgumentException("a search for " + words.size() + " words; name " + MOST + " at most");
        }
        Map<String, String> each = new LinkedHashMap<>();
        words.forEach(word -> each.putIfAbsent(TextFold.fold(word), word));
        return new Words(List.copyOf(each.values()), String.join(" ", words));
    }

    boolean isNothing() {
        return each.isEmpty();
    }

    /** Whether there is one word and nothing else. */
    boolean isOne() {
        return each.size() == 1 && each.get(0).equals(phrase);
    }
}
