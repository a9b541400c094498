package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.Gender;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.customer.Customer;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.sales.BusinessCustomer;
import org.clientele.testkit.host.Partner;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** That custom properties of every kind are kept, found and ordered by as if they had a field. */
abstract class StoreCustomValues extends StoreReferences {

    /** One custom property of each kind. */
    private record Custom(
            TextProperty<Account> text,
            NumberProperty<Account, Integer> integer,
            NumberProperty<Account, BigDecimal> decimal,
            NumberProperty<Account, BigDecimal> percent,
            MoneyProperty<Account> money,
            DateProperty<Account> date,
            InstantProperty<Account> instant,
            BooleanProperty<Account> bool,
            ChoiceProperty<Account, Gender> choice,
            ReferenceProperty<Account, Contact> reference,
            AnyReferenceProperty<Account> anything,
            SetProperty<Account> set,
            ReferenceSetProperty<Account, Contact> references) {}

    private Custom defined() {
        return new Custom(
                crm().define(Account.TYPE, custom -> custom.text("tier")),
                crm().define(Account.TYPE, custom -> custom.integer("stars")),
                crm().define(Account.TYPE, custom -> custom.decimal("weight", 2)),
                crm().define(Account.TYPE, custom -> custom.percent("discount")),
                crm().define(Account.TYPE, custom -> custom.money("credit")),
                crm().define(Account.TYPE, custom -> custom.date("founded")),
                crm().define(Account.TYPE, custom -> custom.instant("seen")),
                crm().define(Account.TYPE, custom -> custom.bool("listed")),
                crm().define(Account.TYPE, custom -> custom.choice("address", Gender.DICTIONARY)),
                crm().define(Account.TYPE, custom -> custom.reference("agent", Contact.class)),
                crm().define(Account.TYPE, custom -> custom.anyReference("origin")),
                crm().define(Account.TYPE, custom -> custom.set("markets")),
                crm().define(Account.TYPE, custom -> custom.references("advisers", Contact.class)));
    }

    private Account full(Custom custom, Contact ada) {
        Account full = account("Acuserv");
        custom.text.set(full, "Gold \ud83d\ude00, 'n\u00b0 1'\n");
        custom.integer.set(full, 5);
        custom.decimal.set(full, new BigDecimal("12.5"));
        custom.percent.set(full, new BigDecimal("0.125"));
        custom.money.set(full, Money.of("999999999999999.9999", "USD"));
        custom.date.set(full, LocalDate.of(9999, 12, 31));
        custom.instant.set(full, Instant.parse("1969-12-31T23:59:59.999999Z"));
        custom.bool.set(full, true);
        custom.choice.set(full, new Gender("unknown", "Unknown"));
        custom.reference.set(full, Ref.to(ada));
        custom.anything.set(full, new AnyRef("contact", ada.getId()));
        custom.set.set(full, Set.of("EMEA", "a,b"));
        custom.references.set(full, new TreeSet<>(Set.of(Ref.to(ada))));
        return full;
    }

    @Test
    void customValuesOfEveryKindComeBack() {
        Custom custom = defined();
        Contact ada = inserted(complete(new Contact("Ada", "Lovelace")));
        assertKept(full(custom, ada));
        assertKept(account("Body Toning"));
    }

    @Test
    void customValuesAreReplacedAndTakenAway() {
        Custom custom = defined();
        Account kept = stored(inserted(full(custom, inserted(complete(new Contact("Ada", "Lovelace"))))));
        custom.text.set(kept, "Silver");
        custom.integer.set(kept, null);
        custom.money.set(kept, Money.of("1", "EUR"));
        custom.set.set(kept, Set.of());
        custom.references.set(kept, null);
        updated(kept);
        assertSame(kept, stored(kept));
        assertThat(custom.integer.get(stored(kept))).isNull();
        assertThat(custom.set.get(stored(kept))).isEmpty();
    }

    @Test
    void customValuesHandedOutAreCopies() {
        Custom custom = defined();
        Account kept = stored(inserted(full(custom, inserted(complete(new Contact("Ada", "Lovelace"))))));
        custom.text.set(kept, "changed after reading");
        assertThat(custom.text.get(stored(kept))).startsWith("Gold");
    }

    @Test
    void conditionsOnCustomValuesHoldAsOnOthers() {
        Custom custom = defined();
        Contact ada = inserted(complete(new Contact("Ada", "Lovelace")));
        Account full = inserted(full(custom, ada));
        Account bare = inserted(account("Body Toning"));
        for (Criterion<Account> condition : List.of(
                custom.text.startsWith("GOLD"),
                custom.text.isPresent(),
                custom.integer.is(5),
                custom.integer.atLeast(5),
                custom.decimal.greaterThan(new BigDecimal("9.75")),
                custom.percent.is(new BigDecimal("0.12500")),
                custom.money.is(Money.of("999999999999999.9999", "USD")),
                custom.date.atLeast(LocalDate.of(2026, 3, 1)),
                custom.instant.lessThan(Instant.EPOCH),
                custom.bool.isTrue(),
                custom.choice.is(new Gender("unknown", "")),
                custom.reference.is(ada),
                custom.reference.matches(Contact.LAST_NAME.is("lovelace")),
                custom.anything.is(new AnyRef("contact", ada.getId())),
                custom.set.containsAny(List.of("APAC", "EMEA")),
                custom.set.isPresent(),
                custom.references.contains(ada),
                custom.references.anyMatches(Contact.LAST_NAME.is("lovelace")))) {
            assertThat(selected(Account.TYPE, condition))
                    .as(condition.toString())
                    .containsExactly(full);
            assertThat(selected(Account.TYPE, condition.negate()))
                    .as("not " + condition)
                    .containsExactly(bare);
        }
        assertThat(selected(Account.TYPE, custom.integer.greaterThan(5))).isEmpty();
        assertThat(selected(Account.TYPE, custom.bool.isFalse())).containsExactly(bare);
    }

    @Test
    void recordsAreOrderedByCustomValues() {
        Custom custom = defined();
        Account nine = account("nine");
        Account ten = account("ten");
        custom.integer.set(nine, 9);
        custom.integer.set(ten, 10);
        custom.text.set(nine, "b");
        custom.text.set(ten, "A");
        custom.date.set(nine, LocalDate.of(2026, 1, 1));
        custom.date.set(ten, LocalDate.of(2025, 1, 1));
        Account none = account("none");
        insertAll(none, ten, nine);
        assertThat(selected(Account.TYPE, Query.<Account>all().orderedBy(List.of(custom.integer.asc()))))
                .containsExactly(nine, ten, none);
        assertThat(selected(Account.TYPE, Query.<Account>all().orderedBy(List.of(custom.text.desc()))))
                .containsExactly(nine, ten, none);
        assertThat(selected(Account.TYPE, Query.<Account>all().orderedBy(List.of(custom.date.asc()))))
                .containsExactly(ten, nine, none);
    }

    @Test
    void aCustomPropertyOfATypeBelongsToAllBelow() {
        TextProperty<Customer> region = crm().define(Customer.TYPE, custom -> custom.text("region"));
        Account account = inserted(account("Acuserv"));
        Partner partner = complete(new Partner("Acuserv", account, channel()));
        BusinessCustomer customer = complete(new BusinessCustomer("Acuserv", account, channel()));
        region.set(partner, "North");
        region.set(customer, "South");
        insertAll(partner, customer);
        Collection<Customer> north = selected(Customer.TYPE, region.is("north"));
        assertThat(north).containsExactly(partner);
        assertThat(selected(BusinessCustomer.TYPE, region.isPresent())).containsExactly(customer);
    }
}
