package org.clientele.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.merge.MergeStrategies.byPriority;
import static org.clientele.merge.MergeStrategies.firstPresent;
import static org.clientele.merge.MergeStrategies.longest;
import static org.clientele.merge.MergeStrategies.mostComplete;
import static org.clientele.merge.MergeStrategies.newest;
import static org.clientele.merge.MergeStrategies.oldest;
import static org.clientele.merge.MergeStrategies.sum;
import static org.clientele.merge.MergeStrategies.totalAmount;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.Crm;
import org.clientele.CrmConfig;
import org.clientele.Session;
import org.clientele.TickingClock;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactSource;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.BooleanProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

class MergeStrategiesTest {

    /** A strategy of a host, by a rule. */
    private record Ruled<V>(Function<MergeCandidates<CrmRecord, V>, MergedValue<V>> rule)
            implements MergeStrategy<CrmRecord, V> {

        @Override
        public String name() {
            return "house rule";
        }

        @Override
        public MergedValue<V> merge(MergeCandidates<CrmRecord, V> candidates) {
            return rule.apply(candidates);
        }
    }

    private final Crm crm = open(config -> {});
    private final Session sales = session(crm);
    private final Account acuserv = sales.save(new Account("Acuserv"));
    private final Account bigBear = sales.save(described("Big Bear Stores", "Sells to bears"));
    private final Account bodyToning = sales.save(described("Body Toning", "Sports"));

    private static Crm open(Consumer<CrmConfig> further) {
        return Crm.open(config -> {
            config.clock(new TickingClock(Instant.parse("2026-03-01T10:15:30Z")))
                    .access(RolePolicy.of(Role.administrator("administrator")));
            further.accept(config);
        });
    }

    private static Session session(Crm crm) {
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        return crm.as(crm.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator")));
    }

    private static Account described(String name, String description) {
        Account account = new Account(name);
        account.setDescription(description);
        return account;
    }

    private MergePlan<Account> plan(Consumer<MergeChoices<Account>> further) {
        return sales.planMerge(Account.TYPE, choices -> {
            choices.master(acuserv).absorb(bodyToning, bigBear);
            further.accept(choices);
        });
    }

    @Test
    void thePlanTellsWhichStrategyGaveAValueAndOfWhichRecord() {
        MergePlan<Account> plan =
                plan(choices -> choices.decide(Account.NAME, longest()).decide(Account.DESCRIPTION, newest()));
        assertThat(plan.changes())
                .extracting(MergeChange::toString)
                .containsExactly(
                        "name: Acuserv -> Big Bear Stores (longest, of account Big Bear Stores)",
                        "description: nothing -> Sports (newest, of account Body Toning)");
        assertThat(sales.apply(plan).orThrow().master().getName()).isEqualTo("Big Bear Stores");
    }

    @Test
    void newestLooksAtTheLastChangeAndOldestAtTheBirth() {
        bigBear.addTag("VIP");
        sales.save(bigBear);
        assertThat(merged(Account.DESCRIPTION, newest())).isEqualTo("Sells to bears");
        assertThat(merged(Account.DESCRIPTION, oldest())).isEqualTo("Sells to bears");
        assertThat(merged(Account.NAME, oldest())).isEqualTo("Acuserv");
        assertThat(merged(Account.DESCRIPTION, firstPresent())).isEqualTo("Sells to bears");
    }

    private String merged(TextProperty<Account> property, MergeStrategy<CrmRecord, String> strategy) {
        MergePlan<Account> plan = plan(choices -> choices.decide(property, strategy));
        assertThat(plan.problems()).isEmpty();
        return plan.changes().stream()
                .filter(change -> change.property() == property)
                .map(change -> String.valueOf(change.after()))
                .findFirst()
                .orElseGet(() -> String.valueOf(property.get(acuserv)));
    }

    @Test
    void theMostCompleteRecordGivesAllButWhatSomebodysRightsHangOn() {
        User ivan = crm.asSystem()
                .save(new User(
                        "ivan",
                        "ivan@acme.example",
                        "Ivan",
                        "West",
                        crm.asSystem().select(Organization.TYPE).list().get(0)));
        bodyToning.addTag("sport");
        bodyToning.setOwner(Ref.to(ivan));
        Account full = sales.save(bodyToning);
        MergePlan<Account> plan =
                plan(choices -> choices.prefer(mostComplete()).set(Account.DESCRIPTION, "Chosen by itself"));
        assertThat(plan.changes())
                .extracting(MergeChange::toString)
                .containsExactly(
                        "name: Acuserv -> Body Toning (most complete, of account Body Toning)",
                        "description: nothing -> Chosen by itself");
        Account master = sales.apply(plan).orThrow().master();
        assertThat(master.getOwner()).isEqualTo(acuserv.getOwner()).isNotEqualTo(full.getOwner());
        assertThat(master.getTags()).isEmpty();
    }

    @Test
    void aStrategyForAWholeMergeCanOnlyChoose() {
        assertThat(plan(choices -> choices.prefer(new Ruled<>(all -> new MergedValue.Computed<>(3))))
                        .problems())
                .contains("account Acuserv: name by house rule made a value of its own, and for a whole merge it can"
                        + " only choose; choose a value");
    }

    @Test
    void aHostRanksSources() {
        Contact ada = sales.save(new Contact("Ada", "Lovelace"));
        Contact called = sourced("Countess", ContactSource.CALL);
        Contact web = sourced("Lady", ContactSource.WEBSITE);
        MergePlan<Contact> plan = sales.planMerge(
                Contact.TYPE,
                choices -> choices.master(ada)
                        .absorb(called, web)
                        .decide(
                                Contact.FIRST_NAME,
                                byPriority(Contact.SOURCE, ContactSource.WEBSITE, ContactSource.CALL)));
        assertThat(sales.apply(plan).orThrow().master().getFirstName()).isEqualTo("Lady");
        assertThatThrownBy(() -> byPriority(Contact.SOURCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source says no order");
    }

    private Contact sourced(String name, ContactSource source) {
        Contact contact = new Contact(name, "Lovelace");
        contact.setSource(source);
        return sales.save(contact);
    }

    @Test
    void amountsInOneCurrencyAreAddedAndOthersRefused() {
        MoneyProperty<Account> budget = crm.define(Account.TYPE, custom -> custom.money("budget"));
        budget.set(acuserv, Money.of("0.1", "USD"));
        budget.set(bigBear, Money.of("0.2", "USD"));
        sales.save(acuserv);
        sales.save(bigBear);
        MergePlan<Account> plan = plan(choices -> choices.decide(budget, totalAmount()));
        assertThat(plan.changes())
                .extracting(MergeChange::toString)
                .contains("budget: 0.1 USD -> 0.3 USD (total amount)");
        budget.set(bodyToning, Money.of("1", "EUR"));
        sales.save(bodyToning);
        MergePlan<Account> refused = plan(choices -> choices.decide(budget, totalAmount()));
        assertThat(refused.problems())
                .containsExactly("account Acuserv: budget by total amount makes no value: amounts in EUR and USD are"
                        + " neither compared nor added; choose a value, or convert them first");
        assertThat(sales.apply(refused)).isInstanceOf(MergeOutcome.Rejected.class);
    }

    @Test
    void onlyTheTotalHasToBeAnAmountThatMoneyCanHold() {
        MoneyProperty<Account> budget = crm.define(Account.TYPE, custom -> custom.money("budget"));
        budget.set(acuserv, Money.of("999999999999999.9999", "USD"));
        budget.set(bigBear, Money.of("0.0001", "USD"));
        budget.set(bodyToning, Money.of("-5", "USD"));
        sales.saveAll(List.of(acuserv, bigBear, bodyToning));
        assertThat(plan(choices -> choices.decide(budget, totalAmount())).changes())
                .extracting(MergeChange::toString)
                .contains("budget: 999999999999999.9999 USD -> 999999999999995 USD (total amount)");
    }

    @Test
    void whatAStrategyGivesPassesTheRulesOfTheProperty() {
        NumberProperty<Account, Integer> stars =
                crm.define(Account.TYPE, custom -> custom.integer("stars").with(Traits.range(1, 5), sum()));
        stars.set(acuserv, 4);
        stars.set(bigBear, 3);
        sales.save(acuserv);
        sales.save(bigBear);
        assertThat(plan(choices -> {}).problems())
                .containsExactly("account Acuserv: stars by sum is 7, outside 1 to 5");
        assertThat(plan(choices -> choices.take(stars, bigBear)).problems()).isEmpty();
        assertThat(plan(choices -> choices.decide(
                                Account.NAME, new Ruled<>(names -> new MergedValue.Computed<>("x".repeat(300)))))
                        .problems())
                .contains("account Acuserv: name by house rule has 300 characters, and 255 at most; shorten it");
        assertThat(plan(choices -> choices.decide(Account.NAME, new Ruled<>(names -> new MergedValue.Computed<>(null))))
                        .problems())
                .contains("account Acuserv: name by house rule is missing; give one");
    }

    @Test
    void aSumThatNoNumberHoldsIsRefused() {
        NumberProperty<Account, Integer> stars = crm.define(Account.TYPE, custom -> custom.integer("stars"));
        stars.set(acuserv, Integer.MAX_VALUE);
        stars.set(bigBear, 1);
        sales.save(acuserv);
        sales.save(bigBear);
        assertThat(plan(choices -> choices.decide(stars, sum())).problems())
                .containsExactly("account Acuserv: stars by sum makes no value: the sum is 2147483648, more than it can"
                        + " hold; choose a value");
    }

    @Test
    void aStrategyThatFailsIsAProblemAndNothingIsDone() {
        MergePlan<Account> plan = plan(choices -> choices.decide(Account.NAME, new Ruled<>(names -> {
            throw new IllegalStateException("out of ideas");
        })));
        assertThat(plan.problems())
                .containsExactly("account Acuserv: name by house rule failed with java.lang.IllegalStateException: out"
                        + " of ideas; mend the strategy, or choose a value");
        assertThat(sales.apply(plan)).isInstanceOf(MergeOutcome.Rejected.class);
        assertThat(sales.select(Account.TYPE).count()).isEqualTo(3);
    }

    @Test
    void aStrategyThatChangesARecordChangesNothingOfTheMerge() {
        MergePlan<Account> plan = plan(choices -> choices.decide(Account.NAME, new Ruled<>(names -> {
            names.all().forEach(name -> ((Account) name.record()).setDescription("Changed"));
            return names.first();
        })));
        assertThat(plan.changes()).isEmpty();
        assertThat(sales.apply(plan).orThrow().master().getDescription()).isNull();
    }

    @Test
    void aRecordOfAnotherMergeIsNoAnswer() {
        MergeCandidates<Account, String> other =
                MergeCandidates.of(Account.NAME, Account.TYPE.properties(), new Account("Casper"), List.of());
        assertThat(plan(choices -> choices.decide(Account.NAME, new Ruled<>(names -> other.first())))
                        .problems())
                .containsExactly("account Acuserv: name by house rule chose a record that takes no part; mend the"
                        + " strategy, or choose a value");
    }

    @Test
    void aStrategyOfATraitThatGivesAValueOfAnotherKindIsAProblem() {
        MergeStrategy<CrmRecord, Object> three = new Ruled<>(all -> new MergedValue.Computed<>(3));
        crm.define(Account.TYPE, custom -> custom.text("tier").with(three));
        assertThat(plan(choices -> {}).problems()).singleElement().asString().contains("tier by house rule");
    }

    @Test
    void aHostPutsAStrategyInForceAndAMergeAnother() {
        Crm configured = open(config -> config.merging(Account.NAME, longest()).merging(UserOwned.OWNER, newest()));
        Session session = session(configured);
        Account master = session.save(new Account("Acuserv"));
        Account absorbed = session.save(new Account("Big Bear Stores"));
        assertThat(session.planMerge(
                                Account.TYPE, choices -> choices.master(master).absorb(absorbed))
                        .changes())
                .extracting(MergeChange::after)
                .containsExactly("Big Bear Stores");
        assertThat(session.planMerge(
                                Account.TYPE,
                                choices ->
                                        choices.master(master).absorb(absorbed).decide(Account.NAME, oldest()))
                        .changes())
                .isEmpty();
        assertThatThrownBy(() -> open(config -> config.merging(Account.TIMES_CONTACTED, sum())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timesContacted follows from other values");
    }

    @Test
    void oneAmountAloneStaysAndOneThatMoneyDoesNotHoldIsRefused() {
        MoneyProperty<Account> budget = crm.define(Account.TYPE, custom -> custom.money("budget"));
        budget.set(bigBear, Money.of("999999999999999", "USD"));
        sales.save(bigBear);
        assertThat(plan(choices -> choices.decide(budget, totalAmount())).changes())
                .extracting(MergeChange::toString)
                .containsExactly("budget: nothing -> 999999999999999 USD (total amount, of account Big Bear Stores)");
        budget.set(bodyToning, Money.of("1", "USD"));
        sales.save(bodyToning);
        assertThat(plan(choices -> choices.decide(budget, totalAmount())).problems())
                .singleElement()
                .asString()
                .startsWith("account Acuserv: budget by total amount makes no value: the amount 1000000000000000")
                .endsWith("; choose a value");
    }

    @Test
    void oneNumberAloneStays() {
        NumberProperty<Account, Integer> stars = crm.define(Account.TYPE, custom -> custom.integer("stars"));
        stars.set(bigBear, 3);
        sales.save(bigBear);
        assertThat(plan(choices -> choices.decide(stars, sum())).changes())
                .extracting(MergeChange::toString)
                .containsExactly("stars: nothing -> 3 (sum, of account Big Bear Stores)");
    }

    @Test
    void numbersAmountsTimesAndAnswersAreComparedByTheirOrder() {
        NumberProperty<Account, Integer> stars = crm.define(Account.TYPE, custom -> custom.integer("stars"));
        assertThat(merged(stars, MergeStrategies.highest(), 2, 3, 1)).isEqualTo(3);
        assertThat(merged(stars, MergeStrategies.lowest(), 2, 3, 1)).isEqualTo(1);
        MoneyProperty<Account> budget = crm.define(Account.TYPE, custom -> custom.money("budget"));
        Money two = Money.of("2", "USD");
        Money three = Money.of("3", "USD");
        Money one = Money.of("1", "USD");
        assertThat(merged(budget, MergeStrategies.highestAmount(), two, three, one))
                .isEqualTo(three);
        assertThat(merged(budget, MergeStrategies.lowestAmount(), two, three, one))
                .isEqualTo(one);
        InstantProperty<Account> seen = crm.define(Account.TYPE, custom -> custom.instant("seen"));
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        Instant before = noon.minusSeconds(1);
        Instant after = noon.plusSeconds(1);
        assertThat(merged(seen, MergeStrategies.earliest(), noon, after, before))
                .isEqualTo(before);
        assertThat(merged(seen, MergeStrategies.latest(), noon, after, before)).isEqualTo(after);
        BooleanProperty<Account> member = crm.define(Account.TYPE, custom -> custom.bool("member"));
        assertThat(merged(member, MergeStrategies.anyTrue(), false, true, false))
                .isEqualTo(true);
        assertThat(merged(member, MergeStrategies.allTrue(), true, false, true)).isEqualTo(false);
    }

    private <V> Object merged(
            Property<Account, V> property, MergeStrategy<CrmRecord, V> strategy, V own, V bears, V tonings) {
        save(acuserv, property, own);
        save(bigBear, property, bears);
        save(bodyToning, property, tonings);
        return plan(choices -> choices.decide(property, strategy))
                .changes()
                .get(0)
                .after();
    }

    private <V> void save(Account account, Property<Account, V> property, V value) {
        Account stored = sales.get(Account.TYPE, account.getId());
        property.set(stored, value);
        sales.save(stored);
    }

    @Test
    void whichStrategiesMayBeAskedTwoAtATimeIsSaid() {
        assertThat(MergeStrategies.all())
                .filteredOn(strategy -> !strategy.isAssociative())
                .extracting(MergeStrategy::name)
                .containsExactly("newest", "oldest", "most complete");
        MergeStrategy<Contact, String> ranked = byPriority(Contact.SOURCE, ContactSource.WEBSITE, ContactSource.CALL);
        assertThat(ranked.isAssociative()).isFalse();
        assertThat(ranked).hasToString("priority of source " + List.of(ContactSource.WEBSITE, ContactSource.CALL));
        assertThat(new Ruled<String>(MergeCandidates::first).isAssociative()).isTrue();
    }

    @Test
    void strategiesAreToldApartByTheirNames() {
        assertThat(longest()).isEqualTo(longest()).hasSameHashCodeAs(longest()).hasToString("longest");
        assertThat((Object) longest()).isNotEqualTo(newest()).isNotEqualTo("longest");
        assertThat(longest().hashCode()).isNotEqualTo(newest().hashCode());
    }

    @Test
    void aStrategyOfAHostPutsValuesTogetherTwoAtATime() {
        Ruled<String> joined = new Ruled<>(names -> names.combined((one, other) -> one + " & " + other));
        assertThat(plan(choices -> choices.decide(Account.NAME, joined).decide(Account.DESCRIPTION, joined))
                        .changes())
                .extracting(MergeChange::toString)
                .containsExactly(
                        "name: Acuserv -> Acuserv & Big Bear Stores & Body Toning (house rule)",
                        "description: nothing -> Sells to bears & Sports (house rule)");
        bodyToning.setDescription(null);
        sales.save(bodyToning);
        assertThat(plan(choices -> choices.decide(Account.DESCRIPTION, joined)).changes())
                .extracting(MergeChange::toString)
                .containsExactly("description: nothing -> Sells to bears (house rule, of account Big Bear Stores)");
    }

    @Test
    void aStrategyThatGivesNoAnswerIsAProblem() {
        assertThat(plan(choices -> choices.decide(Account.NAME, new Ruled<>(names -> null)))
                        .problems())
                .containsExactly("account Acuserv: name by house rule gave no answer; mend the strategy, or choose a"
                        + " value");
    }
}
