package org.clientele.testkit.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientele.account.Account;
import org.clientele.contact.Address;
import org.clientele.magento.Intake;
import org.clientele.magento.WebCustomer;
import org.clientele.model.CrmException;
import org.clientele.organization.UserOwned;
import org.clientele.property.TextProperty;
import org.junit.jupiter.api.Test;

/** How customers come in from a web shop (OroCRM documentation, Magento: guests; reference/behaviour.md, 4.5). */
abstract class IntakeExamples extends CustomerExamples {

    @Test
    void whoIsNotKnownIsNew() {
        Shop shop = open();
        WebCustomer taken = new Intake(shop.session).take(shop.registered("7", "ada@acme.example"));
        assertThat(shop.session.select(WebCustomer.TYPE).list()).containsExactly(taken);
        assertThat(taken.getOwner()).isNotNull();
    }

    @Test
    void whoHasTheSameOriginIdIsTheSame() {
        Shop shop = open();
        WebCustomer ada = shop.ada();
        WebCustomer arriving = shop.registered("7", "countess@acme.example");
        arriving.setVat("GB 123");
        WebCustomer taken = new Intake(shop.session).take(arriving);
        assertThat(taken.getId()).isEqualTo(ada.getId());
        assertThat(taken.getEmail()).isEqualTo("countess@acme.example");
        assertThat(taken.getVat()).isEqualTo("GB 123");
        assertThat(shop.session.select(WebCustomer.TYPE).count()).isEqualTo(1);
    }

    @Test
    void aGuestWhoRegistersIsTheSameCustomer() {
        Shop shop = open();
        WebCustomer guest = shop.session.save(shop.guest("ada@acme.example"));
        int before = shop.history().size();
        WebCustomer taken = new Intake(shop.session).take(shop.registered("7", "Ada@Acme.example"));
        assertThat(taken.getId()).isEqualTo(guest.getId());
        assertThat(taken.isGuest()).isFalse();
        assertThat(taken.getOriginId()).isEqualTo("7");
        assertThat(taken.getAccount()).isEqualTo(guest.getAccount());
        assertThat(shop.history()).hasSize(before + 1);
        assertThat(shop.history().get(before).reason()).isEqualTo("web customer from the shop");
    }

    @Test
    void theFirstOfSeveralGuestsIsTheOne() {
        Shop shop = open();
        WebCustomer first = shop.session.save(shop.guest("ada@acme.example"));
        WebCustomer second = shop.session.save(shop.guest("ada@acme.example"));
        WebCustomer taken = new Intake(shop.session).take(shop.registered("7", "ada@acme.example"));
        assertThat(taken.getId()).isEqualTo(first.getId());
        assertThat(shop.session.get(WebCustomer.TYPE, second.getId()).isGuest()).isTrue();
    }

    @Test
    void aGuestOfAnotherWebsiteIsSomebodyElse() {
        Shop shop = open();
        WebCustomer guest = shop.session.save(shop.guest("ada@acme.example"));
        WebCustomer arriving = shop.registered("7", "ada@acme.example");
        arriving.setWebsite(null);
        assertThat(new Intake(shop.session).take(arriving).getId()).isNotEqualTo(guest.getId());
        assertThat(shop.session.select(WebCustomer.TYPE).count()).isEqualTo(2);
    }

    @Test
    void aGuestWhoBuysAgainIsTheSameGuest() {
        Shop shop = open();
        WebCustomer guest = shop.session.save(shop.guest("ada@acme.example"));
        WebCustomer taken = new Intake(shop.session).take(shop.guest("ada@acme.example"));
        assertThat(taken.getId()).isEqualTo(guest.getId());
        assertThat(taken.isGuest()).isTrue();
    }

    @Test
    void whatTheArrivingOneDoesNotSayStays() {
        Shop shop = open();
        TextProperty<WebCustomer> tier = shop.crm.define(WebCustomer.TYPE, custom -> custom.text("tier"));
        WebCustomer before = shop.guest("ada@acme.example");
        before.setVat("GB 123");
        before.setConfirmed(false);
        before.setAddresses(List.of(Address.in("GB")));
        tier.set(before, "gold");
        WebCustomer guest = shop.session.save(before);
        WebCustomer arriving = new WebCustomer(" ", "Byron", "ada@acme.example", shop.channel);
        arriving.setOriginId("7");
        arriving.setWebsite("main");
        WebCustomer taken = new Intake(shop.session).take(arriving);
        assertThat(taken.getId()).isEqualTo(guest.getId());
        assertThat(taken.getName()).isEqualTo("Ada Byron");
        assertThat(taken.getVat()).isEqualTo("GB 123");
        assertThat(taken.isConfirmed()).isFalse();
        assertThat(taken.getAddresses()).containsExactly(Address.in("GB"));
        assertThat(tier.get(taken)).isEqualTo("gold");
        assertThat(taken.getOwner()).isEqualTo(guest.getOwner());
    }

    @Test
    void whoIsTakenInAgainChangesNothing() {
        Shop shop = open();
        WebCustomer taken = new Intake(shop.session).take(shop.registered("7", "ada@acme.example"));
        int before = shop.history().size();
        WebCustomer again = new Intake(shop.session).take(shop.registered("7", "ada@acme.example"));
        assertThat(again.getVersion()).isEqualTo(taken.getVersion());
        assertThat(shop.history()).hasSize(before);
    }

    @Test
    void whoIsHiddenFromTheActorIsNotTouched() {
        Shop shop = open();
        WebCustomer guest = shop.session.save(shop.guest("ada@acme.example"));
        WebCustomer taken = new Intake(shop.clerk).take(shop.registered("7", "ada@acme.example"));
        assertThat(taken.getId()).isNotEqualTo(guest.getId());
        assertThat(shop.session.get(WebCustomer.TYPE, guest.getId()).isGuest()).isTrue();
        assertThat(shop.clerk.select(WebCustomer.TYPE).list()).containsExactly(taken);
        WebCustomer known = shop.session.save(shop.registered("8", "bo@acme.example"));
        assertThatThrownBy(() -> new Intake(shop.clerk).take(shop.registered("8", "cy@acme.example")))
                .isInstanceOf(CrmException.class);
        assertThat(shop.session.get(WebCustomer.TYPE, known.getId()).getEmail()).isEqualTo("bo@acme.example");
        assertThat(shop.session
                        .select(Account.TYPE)
                        .where(UserOwned.OWNER.is(shop.olga))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whatBreaksARuleLeavesNothing() {
        Shop shop = open();
        shop.session.save(shop.guest("ada@acme.example"));
        int before = shop.history().size();
        WebCustomer arriving = shop.registered("7", "ada@acme.example");
        arriving.setCurrency("XYZ");
        assertThatThrownBy(() -> new Intake(shop.session).take(arriving)).isInstanceOf(CrmException.class);
        assertThat(shop.history()).hasSize(before);
        assertThat(arriving.isNew()).isTrue();
    }
}
