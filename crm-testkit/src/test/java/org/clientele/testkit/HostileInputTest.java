package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What would go well on the heap and be lost or refused by a database is refused everywhere, with a sentence. */
class HostileInputTest {

    private final Crm crm = Crm.open(config -> config.entity(Partner.TYPE, Visit.TYPE));
    private final Session system = crm.asSystem();
    private final Organization acme = system.save(new Organization("Acme"));
    private final User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme));

    private <R extends UserOwned> R owned(R record) {
        record.setOwner(Ref.to(olga));
        record.setOrganization(Ref.to(acme));
        return record;
    }

    private Partner partner(Account account) {
        Channel channel = new Channel("Field sales", ChannelType.SALES).addEntity("partner");
        channel.setOrganization(Ref.to(acme));
        return system.save(owned(new Partner("Acuserv", account, system.save(channel))));
    }

    @Test
    void textsThatADatabaseCanNotKeepAreRefused() {
        for (String name : new String[] {"Acme\u0000", "Acme \ud83d", "\ude00 Acme"}) {
            assertThatThrownBy(() -> system.save(new Organization(name)))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("name has a character that can not be kept");
            assertThatThrownBy(() -> system.save(owned(new Account("Acuserv").addTag(name))))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("tags has a character that can not be kept");
        }
        assertThat(system.save(new Organization("Acme \ud83d\ude00")).isNew()).isFalse();
    }

    @Test
    void blanksTakeRoomAsOtherCharactersDo() {
        for (String blank : List.of(" ", "\u00a0")) {
            assertThat(Contact.FAX.objections(blank.repeat(255))).isEmpty();
            assertThat(Contact.FAX.objections(blank.repeat(256)))
                    .containsExactly("has 256 characters, and 255 at most; shorten it");
        }
        assertThat(Contact.FAX.objections("1".repeat(256))).hasSize(1);
    }

    @Test
    void numbersThatADatabaseCanNotKeepAreRefused() {
        assertThat(Customer.LIFETIME.objections(new BigDecimal("1E+15")))
                .containsExactly("is 1000000000000000, with more than 15 digits before the decimals; make it smaller");
        assertThat(Customer.LIFETIME.objections(new BigDecimal("999999999999999.9999")))
                .isEmpty();
        assertThat(Customer.LIFETIME.objections(new BigDecimal("0E+99"))).isEmpty();
        BigDecimal huge = new BigDecimal("1E+999999999");
        assertThat(Opportunity.PROBABILITY.exact(huge)).isEqualTo(huge);
        assertThat(Customer.LIFETIME.objections(huge))
                .containsExactly("is 1E+999999999, with more than 15 digits before the decimals; make it smaller");
        assertThat(Customer.LIFETIME.objections(new BigDecimal("1E-999999999")))
                .containsExactly("is 1E-999999999, with more than 4 decimals; round it");
    }

    @Test
    void timesBeyondTheYears1To9999AreRefused() {
        for (LocalDate day : new LocalDate[] {LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1), LocalDate.MIN}) {
            assertThat(Opportunity.CLOSE_DATE.objections(day))
                    .containsExactly("is " + day + ", outside of the years 1 to 9999");
        }
        for (Instant time : new Instant[] {Instant.MIN, Instant.MAX, Instant.parse("0000-12-31T23:59:59Z")}) {
            assertThat(Visit.BEGINS_AT.objections(time))
                    .containsExactly("is " + time + ", outside of the years 1 to 9999");
        }
        assertThat(Visit.BEGINS_AT.objections(Instant.parse("9999-12-31T23:59:59.999999Z")))
                .isEmpty();
    }

    /** Also where something is worked out by the day of a time before it is refused. */
    @Test
    void aTimeBeyondThoseYearsIsRefusedWithASentenceByEveryType() {
        int tried = 0;
        for (EntityType<?> type : crm.schema().types()) {
            tried += type.isAbstract() ? 0 : triedTimes(type);
        }
        assertThat(tried).isGreaterThan(20);
    }

    @SuppressWarnings("unchecked") // a property of the type is one of its records'
    private <R extends CrmRecord> int triedTimes(EntityType<R> type) {
        int tried = 0;
        for (Property<? super R, ?> property : crm.schema().properties(type)) {
            if (property instanceof InstantProperty<?> && !property.has(Traits.Calculated.class)) {
                InstantProperty<? super R> time = (InstantProperty<? super R>) property;
                for (Instant beyond : List.of(Instant.MIN, Instant.MAX.truncatedTo(ChronoUnit.SECONDS))) {
                    R record = full(type);
                    time.set(record, beyond);
                    assertThatThrownBy(() -> system.save(record))
                            .as(type + "." + time)
                            .isInstanceOf(InvalidRecordException.class)
                            .hasMessageContaining(time + " is " + beyond + ", outside of the years 1 to 9999");
                    tried++;
                }
            }
        }
        return tried;
    }

    /** With amounts, as these are what is worked out. */
    @SuppressWarnings("unchecked") // a property of the type is one of its records'
    private <R extends CrmRecord> R full(EntityType<R> type) {
        R record = type.newRecord();
        for (Property<? super R, ?> property : crm.schema().properties(type)) {
            if (property instanceof MoneyProperty<?> amount) {
                ((MoneyProperty<? super R>) amount).set(record, Money.of("10", "USD"));
            }
        }
        return record;
    }

    @Test
    void aReferenceToAnythingNamesTheTypeOfTheRecordItself() {
        Partner partner = partner(system.save(owned(new Account("Acuserv"))));
        Visit visit = owned(new Visit("Inspection"));
        visit.setAbout(new AnyRef("customer", partner.getId()));
        assertThatThrownBy(() -> system.save(visit))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("by the name of its own type");
        visit.setAbout(new AnyRef("partner", partner.getId()));
        Visit saved = system.save(visit);
        system.delete(partner);
        assertThat(system.get(Visit.TYPE, saved.getId()).getAbout()).isNull();
    }
}
