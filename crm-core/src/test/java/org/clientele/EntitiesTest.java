package org.clientele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.TextProperty;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Lead;
import org.clientele.sales.LeadStatus;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

class EntitiesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final Crm crm = Crm.open(config ->
            config.clock(Clock.fixed(NOW, ZoneOffset.UTC)).access(RolePolicy.of(Role.administrator("administrator"))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final User olga =
            crm.asSystem().save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator"));
    private final Session session = crm.as(olga);

    @Test
    void theOwnerIsTheActorUnlessAnotherIsSet() {
        Account saved = session.save(new Account("Acuserv"));
        assertThat(saved.getOwner()).isEqualTo(Ref.to(olga));
        assertThat(saved.getOrganization()).isEqualTo(Ref.to(acme));
    }

    @Test
    void anAccountNeedsANameAndNoDescription() {
        assertThatThrownBy(() -> session.save(new Account("\u00a0"))).hasMessageContaining("name is missing");
        assertThatThrownBy(() -> session.save(new Account(" ")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("name is missing; give one");
        assertThat(session.save(new Account("Acuserv")).getDescription()).isNull();
    }

    @Test
    void theDefaultContactIsOneOfTheContacts() {
        Contact ada = session.save(new Contact("Ada", "Lovelace"));
        Account account = new Account("Acuserv");
        account.setDefaultContact(Ref.to(ada));
        Account saved = session.save(account);
        assertThat(saved.getContacts()).containsExactly(Ref.to(ada));
        Account without = session.save(saved.removeContact(ada));
        assertThat(without.getDefaultContact()).isNull();
    }

    @Test
    void aContactRemovedFromTheContactsIsNoLongerTheDefault() {
        Contact ada = session.save(new Contact("Ada", "Lovelace"));
        Account saved = session.save(new Account("Acuserv").makeDefault(ada));
        saved.setContacts(java.util.Set.of());
        assertThat(session.save(saved).getDefaultContact()).isNull();
    }

    @Test
    void aContactNeedsANameAnEmailOrAPhone() {
        assertThatThrownBy(() -> session.save(new Contact("", " ")))
                .hasMessageContaining("has neither a name nor an e-mail nor a phone");
        assertThatThrownBy(() -> session.save(new Contact("\u00a0", "\t\u2007\u3000")))
                .hasMessageContaining("has neither a name nor an e-mail nor a phone");
        Contact byPhone = session.save(new Contact("", "").addPhone("555-0100"));
        assertThat(crm.schema().nameOf(byPhone)).isEqualTo("contact 555-0100");
    }

    @Test
    void theFirstEmailStaysThePrimaryOneAndIsTheContactsEmail() {
        Contact ada =
                new Contact("Ada", "Lovelace").addEmail("ada@acuserv.example").addEmail("countess@acuserv.example");
        assertThat(session.save(ada).getEmail()).isEqualTo("ada@acuserv.example");
        assertThat(session.save(session.get(Contact.TYPE, ada.getId()).makePrimaryEmail("countess@acuserv.example"))
                        .getEmail())
                .isEqualTo("countess@acuserv.example");
    }

    @Test
    void aContactsEmailAddressesAreWellFormedAndItsBirthdayIsPast() {
        Contact wrong = new Contact("Ada", "Lovelace").addEmail("nowhere");
        wrong.setBirthday(TODAY.plusDays(1));
        assertThatThrownBy(() -> session.save(wrong))
                .hasMessageContaining("must be a well-formed email address")
                .hasMessageContaining("birthday must be a date in the past or in the present");
    }

    @Test
    void anAddressTypeIsUsedOnce() {
        Address home = Address.in("US").with(Address.TYPES, Address.BILLING);
        Contact twice = new Contact("Ada", "Lovelace")
                .addAddress(home)
                .addAddress(home.with(Address.CITY, "London").with(Address.COUNTRY, "GB"));
        assertThatThrownBy(() -> session.save(twice)).hasMessageContaining("has two addresses of one type");
    }

    @Test
    void aRegionBelongsToTheCountryOfTheAddress() {
        Contact ada = new Contact("Ada", "Lovelace")
                .addAddress(Address.in("US").with(Address.REGION, "US-NY"))
                .addAddress(Address.in("gb").with(Address.REGION, "GB-LND"));
        session.save(ada);
        ada.addAddress(Address.in("GB").with(Address.REGION, "US-NY"));
        assertThatThrownBy(() -> session.save(ada))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining(
                        "addresses 3 State Combined code is 'US-NY', which is no region of GB; give a code that"
                                + " begins with GB-, or give it as State (regionText)");
        for (String region : List.of("GB-", "GBX", "London")) {
            Lead lead = new Lead("Lovelace");
            lead.setAddresses(List.of(Address.in("GB").with(Address.REGION, region)));
            assertThatThrownBy(() -> session.save(lead))
                    .hasMessageContaining("is '" + region + "', which is no region");
        }
    }

    @Test
    void aCountryHasTwoLettersAndTypesAreDifferentWords() {
        Contact ada = new Contact("Ada", "Lovelace");
        for (String country : List.of("U1", "U", "\u00c4\u00d6")) {
            ada.setAddresses(List.of(Address.in(country).with(Address.PRIMARY, true)));
            assertThatThrownBy(() -> session.save(ada))
                    .hasMessageContaining(
                            "Country ISO2 code is '" + country + "', which is no country; give the two letters");
        }
        for (String types : List.of("billing,billing", "billing,,shipping", "billing, shipping", ",", "billing,")) {
            ada.setAddresses(List.of(Address.in("US").with(Address.TYPES, types).with(Address.PRIMARY, true)));
            assertThatThrownBy(() -> session.save(ada))
                    .hasMessageContaining("Types is '" + types + "', which is no list of different words");
        }
        ada.setAddresses(List.of(
                Address.in("US").with(Address.TYPES, "billing,summer house").with(Address.PRIMARY, true)));
        assertThat(session.save(ada).getAddresses().get(0).types()).containsExactly("billing", "summer house");
    }

    @Test
    void theCreatorOfAContactIsNoted() {
        assertThat(session.save(new Contact("Ada", "Lovelace")).getCreatedBy()).isEqualTo(Ref.to(olga));
    }

    @Test
    void aChannelOffersItsCustomerIdentityAndKeepsItsType() {
        Channel field = session.save(new Channel("Field sales", ChannelType.SALES));
        assertThat(field.getEntities()).containsExactly("business customer");
        field.setChannelType(ChannelType.COMMERCE);
        assertThatThrownBy(() -> session.save(field)).hasMessageContaining("channelType is given once");
    }

    @Test
    void aBusinessCustomerWithoutAccountGetsOneInTheSameChangeSet() {
        Channel field = session.save(new Channel("Field sales", ChannelType.SALES));
        BusinessCustomer saved = session.save(new BusinessCustomer("Acuserv Ltd", field));
        Account account = session.select(Account.TYPE).first().orElseThrow();
        assertThat(account.getName()).isEqualTo("Acuserv Ltd");
        assertThat(account.getOwner()).isEqualTo(saved.getOwner());
        assertThat(saved.getAccount()).isEqualTo(Ref.to(account));
        assertThat(session.history(saved).get(0).id())
                .isEqualTo(session.history(account).get(0).id());
    }

    @Test
    void onlyAnActiveChannelThatOffersTheEntityCanBeChosen() {
        Channel closed = session.save(new Channel("Field sales", ChannelType.SALES));
        BusinessCustomer early = session.save(new BusinessCustomer("Acuserv Ltd", closed));
        closed.deactivate();
        Channel stored = session.save(closed);
        assertThatThrownBy(() -> session.save(new BusinessCustomer("Big Bear Stores", stored)))
                .hasMessageContaining("has a channel that is not active or does not offer such customers");
        early.setRating("A");
        assertThat(session.save(early).getRating()).isEqualTo("A");
        Channel shop = session.save(new Channel("Shop", ChannelType.CUSTOM));
        assertThatThrownBy(() -> session.save(new BusinessCustomer("Body Toning", shop)))
                .hasMessageContaining("does not offer such customers");
    }

    @Test
    void anOpportunityStandsUnderTheAccountOfItsCustomerAlsoWhenThatMoves() {
        Channel field = session.save(new Channel("Field sales", ChannelType.SALES));
        BusinessCustomer customer = session.save(new BusinessCustomer("Acuserv Ltd", field));
        Opportunity engine = session.save(new Opportunity("Analytical engine", customer));
        assertThat(engine.getAccount()).isEqualTo(customer.getAccount());
        Account other = session.save(new Account("Big Bear Stores"));
        customer.setAccount(Ref.to(other));
        session.save(customer);
        assertThat(session.get(Opportunity.TYPE, engine.getId()).getAccount()).isEqualTo(Ref.to(other));
    }

    @Test
    void anOpportunityMayStandAlone() {
        assertThat(session.save(new Opportunity("Somebody called")).getAccount())
                .isNull();
    }

    @Test
    void theProbabilityFollowsTheStatusUntilSomebodySetsIt() {
        Opportunity deal = new Opportunity("Analytical engine");
        deal.setStatus(OpportunityStatus.NEEDS_ANALYSIS);
        deal = session.save(deal);
        assertThat(deal.getProbability()).isEqualByComparingTo("0.2");
        deal.setStatus(OpportunityStatus.NEGOTIATION);
        deal = session.save(deal);
        assertThat(deal.getProbability()).isEqualByComparingTo("0.8");
        deal.setProbability(new BigDecimal("0.5"));
        deal = session.save(deal);
        deal.setStatus(OpportunityStatus.NEEDS_ANALYSIS);
        assertThat(session.save(deal).getProbability()).isEqualByComparingTo("0.5");
    }

    @Test
    void whoChangesACustomPropertyAloneIsWhoUpdatedTheContact() {
        Crm other = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        TextProperty<Contact> shoe = other.define(Contact.TYPE, custom -> custom.text("shoe"));
        Session system = other.asSystem();
        Organization org = system.save(new Organization("Acme"));
        User ada = system.save(new User("ada", "ada@acme.example", "Ada", "Ost", org).addRole("administrator"));
        User bo = system.save(new User("bob", "bob@acme.example", "Bob", "West", org).addRole("administrator"));
        Contact contact = other.as(ada).save(new Contact("Eva", "Example"));
        assertThat(contact.getUpdatedBy()).isEqualTo(Ref.to(ada));
        shoe.set(contact, "42");
        assertThat(other.as(bo).save(contact).getUpdatedBy()).isEqualTo(Ref.to(bo));
    }

    @Test
    void aHostMayGiveAStatusAnotherProbability() {
        Crm other = Crm.open(config ->
                config.choices(Opportunity.STATUS, OpportunityStatus.of("needs_analysis", "Needs Analysis", "0.1")));
        Session system = other.asSystem();
        Organization org = system.save(new Organization("Acme"));
        User user = system.save(new User("olga", "olga@acme.example", "Olga", "Ost", org));
        Opportunity deal = new Opportunity("Analytical engine");
        deal.setOwner(Ref.to(user));
        deal.setOrganization(Ref.to(org));
        deal.setStatus(OpportunityStatus.NEEDS_ANALYSIS);
        assertThat(system.save(deal).getProbability()).isEqualByComparingTo("0.1");
    }

    @Test
    void closedAtIsSetOnClosingAndClearedOnReopening() {
        Opportunity deal = session.save(new Opportunity("Analytical engine").win(Money.of("17000", "USD"), TODAY));
        assertThat(deal.getClosedAt()).isEqualTo(NOW);
        Opportunity lost = session.save(deal.lose(CloseReason.OUTSOLD, TODAY));
        assertThat(lost.getClosedAt()).isEqualTo(NOW);
        assertThat(session.save(lost.reopen()).getClosedAt()).isNull();
    }

    @Test
    void negativeAmountsAreRefused() {
        Opportunity deal = new Opportunity("Analytical engine");
        deal.setBudget(Money.of("-1", "USD"));
        assertThatThrownBy(() -> session.save(deal)).hasMessageContaining("has a budget below zero");
    }

    @Test
    void anAccountWithCustomersOrOpportunitiesIsNotDeleted() {
        Account acuserv = session.save(new Account("Acuserv"));
        session.save(new Opportunity("Analytical engine", acuserv));
        assertThatThrownBy(() -> session.delete(acuserv))
                .hasMessageContaining(
                        "account Acuserv: can not be deleted while opportunity Analytical engine points to it by account");
    }

    @Test
    void anAccountGoesWithAllThatNeedsItWhenTheCallSaysSo() {
        Account acuserv = session.save(new Account("Acuserv"));
        Channel field = session.save(new Channel("Field sales", ChannelType.SALES));
        BusinessCustomer customer = session.save(new BusinessCustomer("Acuserv Ltd", acuserv, field));
        session.save(new Opportunity("Analytical engine", customer));
        session.save(new Opportunity("Difference engine", acuserv));
        session.deleteCascading(acuserv);
        assertThat(session.select(Account.TYPE).count()).isZero();
        assertThat(session.select(BusinessCustomer.TYPE).count()).isZero();
        assertThat(session.select(Opportunity.TYPE).count()).isZero();
        assertThat(session.find(Channel.TYPE, field.getId())).isPresent();
    }

    @Test
    void aLeadIsNewUntilSomebodyDecides() {
        Lead lead = session.save(new Lead("Oro Inc."));
        assertThat(lead.getStatus()).isEqualTo(LeadStatus.NEW);
        assertThat(session.save(lead.disqualify()).getStatus()).isEqualTo(LeadStatus.CANCELED);
    }
}
