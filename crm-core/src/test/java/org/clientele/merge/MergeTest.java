package org.clientele.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Capability;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactGroup;
import org.clientele.contact.EmailAddress;
import org.clientele.model.Schema;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:15:30Z"), ZoneOffset.UTC);

    private final Crm crm = Crm.open(config -> config.clock(CLOCK)
            .access(RolePolicy.of(
                    Role.administrator("administrator"),
                    Role.named("viewer").grant(Account.TYPE, AccessLevel.ORGANIZATION, VIEW))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final Session sales = crm.as(user("olga", "administrator"));
    private final Account acuserv = sales.save(new Account("Acuserv").addTag("VIP"));
    private final Account bigBear = sales.save(new Account("Big Bear Stores").addTag("retail"));
    private final Account bodyToning = sales.save(new Account("Body Toning").addTag("sport"));

    private User user(String name, String role) {
        return crm.asSystem().save(new User(name, name + "@acme.example", name, "Example", acme).addRole(role));
    }

    private Account account(Account account) {
        return sales.get(Account.TYPE, account.getId());
    }

    @Test
    void threeAccountsBecomeOneAsPlanned() {
        Contact ada = sales.save(new Contact("Ada", "Lovelace"));
        Account described = account(bigBear).makeDefault(ada);
        described.setDescription("Stores for bears");
        sales.save(described);
        Channel field = sales.save(new Channel("Field sales", ChannelType.SALES));
        BusinessCustomer customer = sales.save(new BusinessCustomer("Bears Ltd", bigBear, field));
        Opportunity engine = sales.save(new Opportunity("Analytical engine", customer));
        Opportunity direct = sales.save(new Opportunity("Difference engine", bodyToning));

        MergePlan<Account> plan = sales.planMerge(
                Account.TYPE,
                choices -> choices.master(acuserv)
                        .absorb(bigBear, bodyToning)
                        .take(Account.NAME, bigBear)
                        .set(Account.DESCRIPTION, "Three that were one")
                        .append(Account.CONTACTS, Account.TAGS));
        assertThat(plan.toString()).isEqualTo("""
                merge into account Acuserv
                  absorbed:
                    account Big Bear Stores
                    account Body Toning
                  changes:
                    name: Acuserv -> Big Bear Stores
                    contacts: nothing -> %1$s (append, of account Big Bear Stores)
                    description: nothing -> Three that were one
                    tags: VIP -> VIP, retail, sport (append)
                  relinks:
                    business customer.account: 1
                    opportunity.account: 2
                  carried: none
                  dropped:
                    account Big Bear Stores, defaultContact %1$s: the merged record has nothing
                    account Big Bear Stores, description Stores for bears: the merged record has Three that were one
                    account Body Toning, name Body Toning: the merged record has Big Bear Stores
                  problems: none
                """.formatted(ada.getId()));
        assertThat(account(acuserv).getName()).isEqualTo("Acuserv");

        MergeOutcome.Applied<Account> done = sales.apply(plan).orThrow();
        assertThat(done.master().getName()).isEqualTo("Big Bear Stores");
        assertThat(done.master().getVersion()).isEqualTo(account(acuserv).getVersion());
        assertThat(sales.select(Account.TYPE).list()).containsExactly(acuserv);
        assertThat(sales.get(Opportunity.TYPE, engine.getId()).getAccount()).isEqualTo(Ref.to(acuserv));
        assertThat(sales.get(Opportunity.TYPE, direct.getId()).getAccount()).isEqualTo(Ref.to(acuserv));
        assertThat(sales.get(BusinessCustomer.TYPE, customer.getId()).getAccount())
                .isEqualTo(Ref.to(acuserv));
        assertThat(sales.history(acuserv).get(0))
                .returns(done.receipt(), set -> set.id())
                .returns("merge of Acuserv", set -> set.reason());
    }

    @Test
    void aMergeWithoutMasterIsMisuse() {
        assertThatThrownBy(() -> sales.planMerge(Account.TYPE, choices -> choices.absorb(bigBear)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("say which record stays");
    }

    @Test
    void allThatIsMissingIsSaidAtOnceAndNothingIsWritten() {
        Session viewer = crm.as(user("ivan", "viewer"));
        MergePlan<Account> plan = viewer.planMerge(
                Account.TYPE, choices -> choices.master(acuserv).absorb(bigBear, bodyToning));
        assertThat(plan.problems())
                .containsExactly(
                        "no role allows ivan to MERGE; allow it: role.allow(...)",
                        "no role allows ivan to EDIT account, and olga owns Acuserv;"
                                + " missing: EDIT account at ORGANIZATION",
                        "no role allows ivan to DELETE account, and olga owns Big Bear Stores;"
                                + " missing: DELETE account at ORGANIZATION",
                        "no role allows ivan to DELETE account, and olga owns Body Toning;"
                                + " missing: DELETE account at ORGANIZATION");
        assertThatThrownBy(() -> viewer.apply(plan).orThrow())
                .isInstanceOf(MergeRejectedException.class)
                .hasMessageContaining("EDIT account")
                .hasMessageContaining("DELETE account");
        assertThat(sales.select(Account.TYPE).count()).isEqualTo(3);
    }

    @Test
    void aNewOwnerIsAssignedByTheSameRightAsElsewhere() {
        Crm strict = Crm.open(config -> config.clock(CLOCK)
                .access(RolePolicy.of(Role.named("merger")
                        .allow(Capability.MERGE)
                        .grant(Account.TYPE, AccessLevel.ORGANIZATION, VIEW, CREATE, EDIT, DELETE))));
        Organization other = strict.asSystem().save(new Organization("Acme"));
        User olga =
                strict.asSystem().save(new User("olga", "olga@acme.example", "Olga", "Ost", other).addRole("merger"));
        User ivan = strict.asSystem().save(new User("ivan", "ivan@acme.example", "Ivan", "West", other));
        Session session = strict.as(olga);
        Account master = session.save(new Account("Acuserv"));
        Account ivans = new Account("Big Bear Stores");
        ivans.setOwner(Ref.to(ivan));
        Account absorbed = session.save(ivans);
        assertThat(session.planMerge(
                                Account.TYPE,
                                choices ->
                                        choices.master(master).absorb(absorbed).take(UserOwned.OWNER, absorbed))
                        .problems())
                .anySatisfy(problem -> assertThat(problem).contains("ASSIGN account"));
        assertThat(session.planMerge(
                                Account.TYPE, choices -> choices.master(master).absorb(absorbed))
                        .problems())
                .isEmpty();
    }

    @Test
    void emailsAreTheSameByValueAndOneIsPrimaryAfterwards() {
        Contact ada = sales.save(new Contact("Ada", "Lovelace").addEmail("ada@acme.example"));
        Contact countess = sales.save(new Contact("Countess", "Lovelace")
                .addEmail("countess@acme.example")
                .addEmail("ada@acme.example"));
        MergePlan<Contact> plan =
                sales.planMerge(Contact.TYPE, choices -> choices.master(ada).absorb(countess));
        assertThat(sales.apply(plan).orThrow().master().getEmails())
                .containsExactly(
                        new EmailAddress("ada@acme.example", true), new EmailAddress("countess@acme.example", false));
        assertThat(plan.dropped()).extracting(Dropped::property).containsExactly("firstName");
    }

    @Test
    void whatTheRecordsRulesRefuseIsAProblemOfThePlan() {
        Address home = Address.in("US").with(Address.TYPES, Address.BILLING);
        Contact ada = sales.save(new Contact("Ada", "Lovelace").addAddress(home));
        Contact countess = sales.save(new Contact("Ada", "King").addAddress(home.with(Address.CITY, "London")));
        assertThat(sales.planMerge(Contact.TYPE, choices -> choices.master(ada).absorb(countess))
                        .problems())
                .containsExactly("contact Ada Lovelace: has two addresses of one type; use each type for one address");
        MergePlan<Contact> mended = sales.planMerge(
                Contact.TYPE, choices -> choices.master(ada).absorb(countess).take(Contact.ADDRESSES, countess));
        assertThat(sales.apply(mended).orThrow().master().getAddresses())
                .extracting(address -> address.get(Address.CITY))
                .containsExactly("London");
    }

    @Test
    void aChoiceThatARuleOverrulesIsAProblem() {
        Contact ada = sales.save(new Contact("Ada", "Lovelace").addEmail("ada@acme.example"));
        Contact bo = sales.save(new Contact("Bo", "Lovelace").addEmail("bo@acme.example"));
        assertThat(sales.planMerge(
                                Contact.TYPE,
                                choices -> choices.master(ada).absorb(bo).take(Contact.EMAIL, bo))
                        .problems())
                .containsExactly("contact Ada Lovelace: email would not become what was chosen but ada@acme.example,"
                        + " by the rules of the record; leave it out of the choices");
    }

    @Test
    void aReferenceThatOneRecordMayHoldIsDroppedWhereTheMasterHasOne() {
        ReferenceProperty<Opportunity, Account> prize = crm.define(
                Opportunity.TYPE,
                custom -> custom.reference("prize", Account.class).with(Traits.unique()));
        Opportunity first = new Opportunity("Analytical engine");
        prize.set(first, Ref.to(acuserv));
        Opportunity second = new Opportunity("Difference engine");
        prize.set(second, Ref.to(bigBear));
        sales.saveAll(List.of(first, second));
        MergePlan<Account> plan =
                sales.planMerge(Account.TYPE, choices -> choices.master(acuserv).absorb(bigBear));
        assertThat(plan.relinks()).isEmpty();
        assertThat(plan.dropped())
                .filteredOn(dropped -> dropped.property().equals("prize"))
                .singleElement()
                .hasToString("opportunity Difference engine, prize account " + bigBear.getId()
                        + ": only one record may point to another by this property, and one points to the master");
        sales.apply(plan).orThrow();
        assertThat(prize.get(sales.get(Opportunity.TYPE, first.getId()))).isEqualTo(Ref.to(acuserv));
        assertThat(prize.get(sales.get(Opportunity.TYPE, second.getId()))).isNull();
    }

    @Test
    void aReferenceThatMayNotChangeIsAProblem() {
        ReferenceProperty<Opportunity, Account> origin = crm.define(
                Opportunity.TYPE,
                custom -> custom.reference("origin", Account.class).with(Traits.fixed()));
        Opportunity engine = new Opportunity("Analytical engine");
        origin.set(engine, Ref.to(bigBear));
        sales.save(engine);
        MergePlan<Account> plan =
                sales.planMerge(Account.TYPE, choices -> choices.master(acuserv).absorb(bigBear));
        assertThat(plan.problems())
                .containsExactly("opportunity Analytical engine: origin is given once and can not be changed; keep it");
        assertThat(sales.apply(plan)).isInstanceOf(MergeOutcome.Rejected.class);
        assertThat(account(bigBear)).isEqualTo(bigBear);
    }

    @Test
    void aUniqueValueOfAnAbsorbedRecordCanBeTaken() {
        ContactGroup friends = sales.save(new ContactGroup("Friends"));
        ContactGroup partners = sales.save(new ContactGroup("Partners"));
        MergePlan<ContactGroup> plan = sales.planMerge(
                ContactGroup.TYPE,
                choices -> choices.master(friends).absorb(partners).take(ContactGroup.LABEL, partners));
        assertThat(sales.apply(plan).orThrow().master().getLabel()).isEqualTo("Partners");
    }

    @Test
    void aMergeWithinATransactionIsPartOfItsChangeSet() {
        sales.inTransaction(transaction -> {
            Account fresh = transaction.save(new Account("Casper"));
            MergePlan<Account> plan = transaction.planMerge(
                    Account.TYPE,
                    choices -> choices.master(acuserv).absorb(fresh).set(Account.NAME, "Casper"));
            transaction.apply(plan).orThrow();
        });
        assertThat(account(acuserv).getName()).isEqualTo("Casper");
        assertThat(sales.select(Account.TYPE).count()).isEqualTo(3);
    }

    @Test
    void aHostDecidesWhatMergesDoWithACollection() {
        Crm appending = Crm.open(config -> config.merging(Account.TAGS, MergeStrategies.append())
                .access(RolePolicy.of(Role.administrator("administrator"))));
        Organization other = appending.asSystem().save(new Organization("Acme"));
        Session session = appending.as(appending
                .asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Ost", other).addRole("administrator")));
        Account master = session.save(new Account("Acuserv").addTag("VIP"));
        Account absorbed = session.save(new Account("Big Bear Stores").addTag("retail"));
        MergePlan<Account> plan = session.planMerge(
                Account.TYPE, choices -> choices.master(master).absorb(absorbed));
        assertThat(session.apply(plan).orThrow().master().getTags()).containsExactly("VIP", "retail");
    }

    @Test
    @Tag("large")
    void tenThousandOpportunitiesMoveInOneChangeSet() {
        Channel field = sales.save(new Channel("Field sales", ChannelType.SALES));
        BusinessCustomer customer = sales.save(new BusinessCustomer("Bears Ltd", bigBear, field));
        sales.saveAll(IntStream.range(0, 10_000)
                .mapToObj(number -> number % 2 == 0
                        ? new Opportunity("Engine " + number, customer)
                        : new Opportunity("Engine " + number, bigBear))
                .toList());
        MergePlan<Account> plan =
                sales.planMerge(Account.TYPE, choices -> choices.master(acuserv).absorb(bigBear));
        assertThat(plan.relinks()).extracting(Relink::toString).contains("opportunity.account: 10000");
        sales.apply(plan).orThrow();
        assertThat(sales.select(Opportunity.TYPE)
                        .where(Opportunity.ACCOUNT.is(acuserv))
                        .count())
                .isEqualTo(10_000);
        assertThat(sales.history(acuserv).get(0).changes()).isNotEmpty();
    }

    @Test
    void aRaceThatTheStoreDecidesAgainstTheMergeIsStale() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Crm raced = Crm.open(
                interrupted(new InMemoryStore(), meanwhile),
                config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        Organization other = raced.asSystem().save(new Organization("Acme"));
        Session session = raced.as(raced.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Ost", other).addRole("administrator")));
        Account master = session.save(new Account("Acuserv"));
        Account absorbed = session.save(new Account("Big Bear Stores"));
        MergePlan<Account> plan = session.planMerge(
                Account.TYPE, choices -> choices.master(master).absorb(absorbed));
        absorbed.setName("Bigger Bear Stores");
        meanwhile.set(() -> session.save(absorbed));
        assertThat(session.apply(plan)).isInstanceOf(MergeOutcome.Stale.class);
        assertThat(session.select(Account.TYPE).list())
                .extracting(Account::getName)
                .containsExactly("Acuserv", "Bigger Bear Stores");
    }

    /** A store in which something else happens once, just before a transaction ends. */
    private static RecordStore interrupted(RecordStore store, AtomicReference<Runnable> meanwhile) {
        return new RecordStore() {
            @Override
            public void open(Schema schema) {
                store.open(schema);
            }

            @Override
            public <T> T inTransaction(Function<Records, T> work) {
                return store.inTransaction(records -> {
                    T result = work.apply(records);
                    meanwhile.getAndSet(() -> {}).run();
                    return result;
                });
            }
        };
    }
}
