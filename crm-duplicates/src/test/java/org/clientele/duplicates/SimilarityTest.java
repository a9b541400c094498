package org.clientele.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** That whatever is passed over beforehand, similarity is what it is said to be, in either direction. */
class SimilarityTest {

    private static final Similarity HALF = new Similarity(0.5);
    private static final Similarity MOST = new Similarity(0.75);

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abcdefgh").ofMinLength(1).ofMaxLength(9);
    }

    @Property(tries = 500)
    void similarityIsThePartOfLettersThatStay(@ForAll("words") String one, @ForAll("words") String other) {
        int longer = Math.max(one.length(), other.length());
        double whole = 1 - (double) LevenshteinDistance.getDefaultInstance().apply(one, other) / longer;
        assertThat(HALF.of(one, other)).isEqualTo(whole >= 0.5 ? whole : 0).isEqualTo(HALF.of(other, one));
    }

    /** Each of some texts, that share what they begin and what they end with, beside each other. */
    @Property(tries = 500)
    void textsThatAreTakenTogetherAreSimilarWhenTheyAreByThemselves(
            @ForAll("words") String beginning, @ForAll("words") String end, @ForAll("many") List<String> middles) {
        List<String> texts =
                middles.stream().map(middle -> beginning + middle + end).toList();
        int[] from = new int[texts.size()];
        int[] to = new int[texts.size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = i == 0 ? 0 : to[i - 1];
            to[i] = from[i] + texts.get(i).length();
        }
        Together together = new Together(String.join("", texts).toCharArray(), from, to);
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < from.length; j++) {
                assertThat(together.agree(i, j, MOST)).isEqualTo(MOST.of(texts.get(i), texts.get(j)) > 0);
            }
        }
    }

    /** A word, and what becomes of it when one letter is exchanged, left out or added. */
    @Provide
    Arbitrary<List<String>> many() {
        Arbitrary<Character> letters = Arbitraries.chars().range('a', 'h');
        return words().flatMap(word -> Combinators.combine(
                        Arbitraries.integers().between(0, word.length()), letters)
                .<String>flatAs((at, letter) -> Arbitraries.of(
                        word,
                        word.substring(0, at) + letter + word.substring(at),
                        word.substring(0, at) + word.substring(Math.min(at + 1, word.length())),
                        word.substring(0, at) + letter + word.substring(Math.min(at + 1, word.length()))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6));
    }
}
