package org.clientele.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts are made comparable. */
class FormsTest {

    private static final Telephone US = new Telephone("US");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Łukasz Żółć|LUKASZ ZOLC",
                "Straße|STRASSE",
                "O'Brien-Smith|obrien smith",
                "Ægir Þór|AEGIR THOR",
                "José|JOSE\u0301",
                "İSTANBUL|istanbul",
                "ISPARTA|ısparta",
                "ΣΊΣΥΦΟΣ|σισυφος",
                "Ａｃｍｅ|acme",
                "ﬁnance|FINANCE",
                "Йога|ЙОГА"
            })
    void lettersAreTheSameWithoutCaseAccentsAndSpaces(String one, String other) {
        assertThat(Letters.only(one)).isNotNull().isEqualTo(Letters.only(other));
    }

    @ParameterizedTest
    @CsvSource({"C++,C#", "C++,C", "Ann,Anna", "हिन्दी,हन्दी", "が,か"})
    void lettersThatTellNamesApartStay(String one, String other) {
        assertThat(Letters.only(one)).isNotEqualTo(Letters.only(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "...", "\u00A0", "\u0301"})
    void nothingIsNoText(String text) {
        assertThat(Letters.only(text)).isNull();
        assertThat(CompanyName.of(text)).isNull();
        assertThat(MailAddress.of(text)).isNull();
        assertThat(US.of(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme|ACME",
                "Acme|Acme, Inc.",
                "Acme|Acme Incorporated",
                "Acme|Acme Ltd",
                "Acme|Acme Ltd.",
                "Acme|ACME LIMITED",
                "Acme|Acme Co., Ltd.",
                "Acme|Acme (Pty) Ltd",
                "Acme|Acme Pvt. Ltd.",
                "Acme|Acme L.L.C.",
                "Acme|Acme S.A.",
                "Acme|Acme S. A.",
                "Acme|Acme, S.A. de C.V.",
                "Acme|Acme S.p.A.",
                "Acme|Acme Sp. z o.o.",
                "Acme|Acme GmbH & Co. KG",
                "Acme|Acme & Co.",
                "Acme|Acme A.Ş.",
                "Acme|Acme Ltd. Şti.",
                "Acme|Acme OÜ",
                "Ромашка|ООО «Ромашка»",
                "トヨタ自動車|トヨタ自動車株式会社",
                "Smith and Sons|Smith & Sons Ltd"
            })
    void companiesAreTheSameWithoutTheirLegalForm(String one, String other) {
        assertThat(CompanyName.of(one)).isNotNull().isEqualTo(CompanyName.of(other));
    }

    @ParameterizedTest
    @CsvSource({"Company,company", "Ltd.,ltd", "S.A.,sa", "Co Ltd,co", "The Inc Spot,theincspot", "株式会社,株式会社"})
    void aNameThatIsALegalFormKeepsIt(String name, String form) {
        assertThat(CompanyName.of(name)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"Ada@Acme.example, ada@acme.example", "' ada@acme.example ',ADA@ACME.EXAMPLE"})
    void mailAddressesIgnoreCase(String one, String other) {
        assertThat(MailAddress.of(one)).isEqualTo(MailAddress.of(other));
    }

    @Test
    void dotsAndTagsOfMailAddressesCount() {
        assertThat(MailAddress.of("ada.l@acme.example")).isNotEqualTo(MailAddress.of("adal@acme.example"));
        assertThat(MailAddress.of("ada+crm@acme.example")).isNotEqualTo(MailAddress.of("ada@acme.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "none", "@", "ada@", "@acme.example"})
    void whatIsNoMailAddressSaysNothing(String text) {
        assertThat(MailAddress.of(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(212) 555-0100", "212.555.0100", "+1 212 555 0100", "011 1 212 555 0100", "1-212-555-0100"})
    void phonesAreTheSameHoweverTheyAreWritten(String text) {
        assertThat(US.of(text)).isEqualTo("+12125550100");
    }

    @Test
    void thePhonesOfAnotherRegionNeedNoCountryCodeThere() {
        assertThat(new Telephone("GB").of("020 7946 0018")).isEqualTo("+442079460018");
        assertThat(US.of("+44 20 7946 0018")).isEqualTo("+442079460018");
        assertThat(new Telephone("IT").of("06 698 12345")).isEqualTo(US.of("+39 06 698 12345"));
    }

    @Test
    void anExtensionIsPartOfAPhone() {
        assertThat(US.of("212-555-0100 x12")).isEqualTo("+12125550100 ext. 12").isNotEqualTo(US.of("212-555-0100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "555-0100", "call me", "n/a", "+999 1", "12345678901234567890"})
    void whatIsNoWholePhoneSaysNothing(String text) {
        assertThat(US.of(text)).isNull();
    }

    @Test
    void aRegionIsOneThatHasPhones() {
        assertThatThrownBy(() -> new Telephone("usa"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usa");
    }

    @Test
    void similarityIsThePartOfLettersThatStay() {
        Similarity similarity = new Similarity(0.75);
        assertThat(similarity.of("lovelace", "lovelase")).isEqualTo(0.875);
        assertThat(similarity.of("ada", "adam")).isEqualTo(0.75);
        assertThat(similarity.of("ada", "eve")).isZero();
        assertThat(similarity.of("ada", "ada")).isEqualTo(1);
        assertThat(new Similarity(0.9).of("0123456789", "012345678")).isEqualTo(0.9);
        assertThatThrownBy(() -> new Similarity(0.4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingDependsOnTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Letters.only("INFINITI")).isEqualTo("infiniti");
            assertThat(CompanyName.of("ISIK INC")).isEqualTo("isik");
            assertThat(MailAddress.of("INFO@ACME.EXAMPLE")).isEqualTo("info@acme.example");
        } finally {
            Locale.setDefault(before);
        }
    }
}
