package org.clientele.testkit.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.magento.WebCustomer;
import org.clientele.model.CrmException;
import org.clientele.model.InvalidRecordException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a customer of a web shop is. */
abstract class CustomerExamples extends ShopCase {

    @Test
    void theNameFollowsFromFirstAndLastNameAsDocumented() throws IOException {
        Shop shop = open();
        int examples = 0;
        for (String line : lines("names.txt")) {
            String[] cells = line.split("\\|", -1);
            WebCustomer customer =
                    new WebCustomer(cell(cells[0]), cell(cells[1]), "ada" + ++examples + "@acme.example", shop.channel);
            WebCustomer saved = shop.session.save(customer);
            assertThat(saved.getName()).as(line).isEqualTo(cell(cells[2]));
            Account account = shop.session
                    .find(Account.TYPE, Objects.requireNonNull(saved.getAccount()))
                    .orElseThrow();
            assertThat(account.getName()).as(line).isEqualTo(cell(cells[2]));
        }
        assertThat(examples).isEqualTo(10);
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream text =
                Objects.requireNonNull(CustomerExamples.class.getResourceAsStream(resource), resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static @Nullable String cell(String cell) {
        StringBuilder text = new StringBuilder();
        for (String word : cell.strip().split(" ", -1)) {
            text.append(text.isEmpty() ? "" : " ");
            text.append(word.startsWith("x*") ? "x".repeat(Integer.parseInt(word.replaceAll("\\D", ""))) : word);
            text.append(word.startsWith("x*") && word.endsWith("_") ? "_" : "");
        }
        return text.toString().equals("-") ? null : text.toString().replace('_', ' ');
    }

    /** "second customer same first+last+e-mail, other channel, same organization: same account". */
    @Test
    void thePersonWhoComesByAnotherChannelIsGatheredUnderTheSameAccount() {
        Shop shop = open();
        WebCustomer ada = shop.ada();
        Channel fair = shop.session.save(new Channel("Fair", ChannelType.MAGENTO));
        WebCustomer again = shop.session.save(new WebCustomer("ADA", "Lovelace", "Ada@acme.example", fair));
        assertThat(again.getAccount()).isEqualTo(ada.getAccount());
        Channel outlet = shop.session.save(new Channel("Outlet", ChannelType.MAGENTO));
        WebCustomer other = shop.session.save(new WebCustomer("Ada", "Byron", "ada@acme.example", outlet));
        assertThat(other.getAccount()).isNotEqualTo(ada.getAccount());
    }

    @Test
    void theNameFollowsAgainWhenThePersonIsCalledOtherwise() {
        Shop shop = open();
        WebCustomer ada = shop.ada();
        ada.setLastName("Byron");
        ada.setName("somebody else");
        assertThat(shop.session.save(ada).getName()).isEqualTo("Ada Byron");
    }

    @Test
    void aCustomerNeedsAValidEmail() {
        Shop shop = open();
        assertThatThrownBy(() -> shop.session.save(shop.registered("7", " ")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("email is missing; give one");
        assertThatThrownBy(() -> shop.session.save(shop.registered("7", "ada at acme")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("email");
    }

    @Test
    void nobodyIsBornTomorrow() {
        Shop shop = open();
        WebCustomer ada = shop.registered("7", "ada@acme.example");
        ada.setBirthday(LocalDate.of(2026, 3, 2));
        assertThatThrownBy(() -> shop.session.save(ada))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("birthday");
        ada.setBirthday(LocalDate.of(2026, 3, 1));
        assertThat(shop.session.save(ada).getBirthday()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void anUnknownCurrencyIsRefused() {
        Shop shop = open();
        WebCustomer ada = shop.registered("7", "ada@acme.example");
        ada.setCurrency("usd");
        assertThatThrownBy(() -> shop.session.save(ada))
                .hasMessageContaining("currency is 'usd', which is no currency; give an ISO 4217 code such as USD");
    }

    @Test
    void whatIsNotSaidIsConfirmedRegisteredAndNotActive() {
        WebCustomer ada = open().ada();
        assertThat(WebCustomer.CONFIRMED.get(ada)).isTrue();
        assertThat(WebCustomer.GUEST.get(ada)).isFalse();
        assertThat(WebCustomer.ACTIVE.get(ada)).isFalse();
    }

    @Test
    void aGuestHasNoOriginId() {
        Shop shop = open();
        WebCustomer guest = shop.guest("ada@acme.example");
        guest.setOriginId("7");
        assertThatThrownBy(() -> shop.session.save(guest))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is a guest and has an origin id; take it away");
    }

    @Test
    void anOriginIdIsThereOnceInAChannel() {
        Shop shop = open();
        shop.ada();
        assertThatThrownBy(() -> shop.session.save(shop.registered("7", "bo@acme.example")))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("originInChannel")
                .hasMessageContaining("is made of values that another web customer has as well; change one of these");
        Channel other = shop.session.save(new Channel("Other shop", ChannelType.MAGENTO));
        WebCustomer elsewhere = new WebCustomer("Bo", "Bear", "bo@acme.example", other);
        elsewhere.setOriginId("7");
        assertThat(shop.session.save(elsewhere).getOriginId()).isEqualTo("7");
    }

    @Test
    void anEmailIsThereOnceAmongTheRegisteredOfAWebsite() {
        Shop shop = open();
        shop.ada();
        assertThatThrownBy(() -> shop.session.save(shop.registered("8", "Ada@Acme.Example")))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("emailInWebsite");
        WebCustomer elsewhere = shop.registered("8", "Ada@Acme.Example");
        elsewhere.setWebsite("outlet");
        shop.session.save(elsewhere);
        shop.session.save(shop.guest("ada@acme.example"));
        shop.session.save(shop.guest("ada@acme.example"));
        assertThat(shop.session.select(WebCustomer.TYPE).count()).isEqualTo(4);
    }
}
