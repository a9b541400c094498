package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.exchange.row.UnreadableFileException;
import org.junit.jupiter.api.Test;

class GuardTest {

    private static final String FORMULA = "=+-@\t\r";

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("'=+-@\t\r\n15.a").ofMaxLength(6),
                Arbitraries.of("", "'", "''", "-5", "'-5", "+49 30 1", "=1+1", "\uFF1D1"));
    }

    @Property(tries = 5000)
    void aGuardedTextComesBackAndIsNoFormula(@ForAll("texts") String text) {
        String guarded = Guard.encode(text);
        assertThat(Guard.decode(guarded)).isEqualTo(text);
        assertThat(guarded.isEmpty() || FORMULA.indexOf(guarded.charAt(0)) < 0).isTrue();
    }

    @Property(tries = 5000)
    void aNumberStaysOneAndNothingElseGetsThrough(@ForAll("texts") String cell) {
        String guarded = Guard.encodeNumber(cell);
        assertThat(Guard.decode(guarded)).isEqualTo(cell);
        if (!guarded.isEmpty() && FORMULA.indexOf(guarded.charAt(0)) >= 0) {
            assertThat(Double.parseDouble(guarded)).isFinite();
            assertThat(guarded.substring(1)).matches("[0-9.]+");
        }
    }

    @Test
    void aFileSaysByAllOfItsTitlesThatItIsGuarded() {
        assertThat(Guard.isSaidBy(List.of("'Name", "'Note"), "a.csv")).isTrue();
        assertThat(Guard.isSaidBy(List.of("Name", "Note"), "a.csv")).isFalse();
        assertThatThrownBy(() -> Guard.isSaidBy(List.of("'Name", "Note"), "a.csv"))
                .isInstanceOf(UnreadableFileException.class);
    }
}
