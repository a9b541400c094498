package org.clientele.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFoldTest {

    /** A database that lowers by Turkish rules makes a dotless i of I, and nothing of itself finds Ivan any more. */
    @Test
    void theFourLettersIOfTurkishAreOne() {
        assertThat(TextFold.fold("I")).isEqualTo("i");
        assertThat(TextFold.fold("\u0130")).isEqualTo("i");
        assertThat(TextFold.fold("\u0131")).isEqualTo("i");
        assertThat(TextFold.fold("Ivan Ivarsson")).isEqualTo("ivan ivarsson");
    }

    @Test
    void theTwoSmallSigmasAreOne() {
        assertThat(TextFold.fold("\u03A3\u03C2\u03C3")).isEqualTo("\u03C3\u03C3\u03C3");
    }
}
