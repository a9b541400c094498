package org.clientele.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Names of companies, such as "Vorlane Ketimba Logistics Ltd": each of a brand, a place, a trade and a legal form. One of
 * fifty is another one written again - in another legal form or case, or with a letter exchanged, left out or doubled. The
 * words are so different that no other two names are nearly the same. The same number always gives the same names.
 */
final class Companies {

    /** One name of so many is another one written again. */
    static final int AGAIN = 50;

    private static final int WORDS = 400;
    private static final int APART = 5;
    private static final long STEP = 7_368_787; // a prime, so that no name comes twice

    private static final List<String> SYLLABLES = List.of(
            "ba", "vor", "lane", "ket", "im", "bar", "do", "ros", "tel", "mi", "gan", "hu", "sel", "par", "quin", "no",
            "vex", "lum", "car", "wy", "tra", "des", "fo", "rin", "zam", "ul", "pol", "esk", "jo", "mar", "nev", "sti");
    private static final List<String> TRADES = List.of(
            "Logistics",
            "Insurance",
            "Pharmaceuticals",
            "Textiles",
            "Robotics and Drives",
            "Shipping",
            "Consulting",
            "Electronics",
            "Furniture",
            "Breweries",
            "Aviation",
            "Publishing",
            "Forestry Products",
            "Ceramics and Glass",
            "Software",
            "Hospitality Group",
            "Copper Mining",
            "Orchards",
            "Cosmetics",
            "Construction",
            "Chemicals",
            "Dairy Farms",
            "Instruments",
            "Motor Works",
            "Jewellery",
            "Batteries");
    private static final List<String> FORMS =
            List.of("Inc", "Ltd", "LLC", "GmbH", "S.A.", "Corp.", "Co., Ltd.", "B.V.", "AG", "");

    private final SplittableRandom random = new SplittableRandom(1701);
    private final List<String> words = words();

    /** So many names. */
    List<String> names(int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean isAgain = i > 0 && i % AGAIN == 0;
            names.add(isAgain ? again(names.get(i - 1 - random.nextInt(AGAIN - 1))) : legal(name(i)));
        }
        return names;
    }

    private List<String> words() {
        List<String> found = new ArrayList<>();
        while (found.size() < 2 * WORDS) {
            StringBuilder word = new StringBuilder();
            for (int i = 3 + random.nextInt(2); i > 0; i--) {
                word.append(one(SYLLABLES));
            }
            String candidate = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            LevenshteinDistance distance = new LevenshteinDistance(APART - 1);
            if (found.stream().allMatch(other -> distance.apply(other, candidate) < 0)) {
                found.add(candidate);
            }
        }
        return found;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String name(long number) {
        long place = number * STEP % ((long) WORDS * WORDS * TRADES.size());
        int trade = (int) (place % TRADES.size());
        int brand = (int) (place / TRADES.size() % WORDS);
        int town = (int) (place / TRADES.size() / WORDS);
        return words.get(brand) + " " + words.get(WORDS + town) + " " + TRADES.get(trade);
    }

    private String legal(String name) {
        return (name + " " + one(FORMS)).strip();
    }

    private String again(String name) {
        int at = 1 + random.nextInt(10);
        return switch (random.nextInt(4)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            case 2 -> name.substring(0, at) + "x" + name.substring(at + 1);
            default -> name.replaceFirst(" (Inc|Ltd|LLC|GmbH)$", "") + ", Limited";
        };
    }
}
