package org.clientele.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** That whatever is passed over beforehand, similarity is what it is said to be, in either direction. */
class SimilarityTest {

    private static final Similarity HALF = new Similarity(0.5);

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
}
