package org.clientele.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.clientele.duplicates.Texts.each;
import static org.clientele.duplicates.Texts.joined;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.junit.jupiter.api.Test;

/** What the score of two records is made of. */
class DuplicateRulesTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    private static final DuplicateRules<Contact> PERSONS = DuplicateRules.of(
            Contact.TYPE,
            match -> match.email(each(Contact.EMAILS, EmailAddress.EMAIL), 0.9)
                    .phone(each(Contact.PHONES, PhoneNumber.PHONE), "US", 0.8)
                    .alike(joined(Contact.FIRST_NAME, Contact.LAST_NAME), 0.6)
                    .similar(Contact.LAST_NAME, 0.8, 0.5)
                    .different(Contact.BIRTHDAY, 0.9));

    private static Contact person(String first, String last, String... emails) {
        Contact contact = new Contact(first, last);
        for (String email : emails) {
            contact.addEmail(email);
        }
        return contact;
    }

    @Test
    void aRuleThatAppliesAloneScoresItsWeight() {
        Likeness likeness = PERSONS.compare(
                person("Ada", "Lovelace", "Ada@acme.example", "al@acme.example"),
                person("A.", "L", "ada@ACME.example"));
        assertThat(likeness.score()).isEqualTo(0.9, CLOSE);
        assertThat(likeness.reasons()).containsExactly("same e-mail Ada@acme.example and ada@ACME.example");
    }

    @Test
    void rulesThatApplyTogetherLeaveLessDoubt() {
        Contact one = person("Ada", "Lovelace", "ada@acme.example").addPhone("(212) 555-0100");
        Contact other = person("Ada", "Lovelace", "ada@acme.example").addPhone("+12125550100");
        Likeness likeness = PERSONS.compare(one, other);
        assertThat(likeness.score()).isEqualTo(1 - 0.1 * 0.2 * 0.4, CLOSE);
        assertThat(likeness.reasons())
                .containsExactly(
                        "same e-mail ada@acme.example",
                        "same phone (212) 555-0100 and +12125550100",
                        "same first name and last name Ada Lovelace",
                        "same last name Lovelace");
    }

    @Test
    void ofRulesAboutOnePropertyTheStrongestCounts() {
        assertThat(PERSONS.compare(person("Ada", "Lovelace"), person("ADA", "Lovelâce"))
                        .score())
                .isEqualTo(0.6, CLOSE);
        assertThat(PERSONS.compare(person("Ada", "Lovelace"), person("Eve", "Lovelase")))
                .isEqualTo(
                        new Likeness(1 - (1 - 0.5 * 0.875), List.of("similar last name Lovelace and Lovelase (0.88)")));
    }

    @Test
    void whatIsMissingSpeaksNeitherForNorAgainst() {
        Contact one = person("", "", "ada@acme.example", "");
        Contact other = person(" ", "-", "ada@acme.example", " ");
        one.setBirthday(LocalDate.of(1815, 12, 10));
        assertThat(PERSONS.compare(one, other).score()).isEqualTo(0.9, CLOSE);
        assertThat(PERSONS.compare(person("", ""), person("", ""))).isEqualTo(new Likeness(0, List.of()));
    }

    @Test
    void whatSpeaksAgainstTakesItsPartOfTheScore() {
        Contact one = person("Ada", "Lovelace", "ada@acme.example");
        Contact other = person("Eve", "Adams", "ada@acme.example");
        one.setBirthday(LocalDate.of(1815, 12, 10));
        other.setBirthday(LocalDate.of(1816, 1, 1));
        Likeness likeness = PERSONS.compare(one, other);
        assertThat(likeness.score()).isEqualTo(0.9 * 0.1, CLOSE);
        assertThat(likeness.reasons())
                .containsExactly("same e-mail ada@acme.example", "different birthday 1815-12-10 and 1816-01-01");
    }

    @Test
    void anyElementInCommonCounts() {
        DuplicateRules<Account> tags = DuplicateRules.of(
                Account.TYPE, match -> match.exact(Account.TAGS, 0.5).atLeast(0.5));
        assertThat(tags.compare(
                                new Account("A").addTag("VIP").addTag("north"),
                                new Account("B").addTag("south").addTag("VIP"))
                        .reasons())
                .containsExactly("same tags VIP");
        assertThat(tags.compare(new Account("A").addTag("VIP"), new Account("B").addTag("vip"))
                        .score())
                .isZero();
    }

    @Test
    void rulesThatSayNothingOfUseAreRefused() {
        assertThatThrownBy(() -> DuplicateRules.of(Account.TYPE, match -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("account");
        assertThatThrownBy(() -> DuplicateRules.of(Account.TYPE, match -> match.different(Account.NAME, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DuplicateRules.of(Account.TYPE, match -> match.company(Account.NAME, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("company name");
        assertThatThrownBy(() -> DuplicateRules.of(Account.TYPE, match -> match.atLeast(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DuplicateRules.of(Account.TYPE, match -> match.blocksUpTo(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
