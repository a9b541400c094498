package org.clientele.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;
import static org.clientele.duplicates.Texts.each;
import static org.clientele.duplicates.Texts.joined;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Capability;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.customer.Customer;
import org.clientele.merge.MergePlan;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What a search for duplicates finds and what not, on whatever store. */
abstract class DuplicatesLaws {

    private static final DuplicateRules<Contact> PERSONS = DuplicateRules.of(
            Contact.TYPE,
            match -> match.email(each(Contact.EMAILS, EmailAddress.EMAIL), 0.9)
                    .phone(each(Contact.PHONES, PhoneNumber.PHONE), "US", 0.8)
                    .alike(joined(Contact.FIRST_NAME, Contact.LAST_NAME), 0.8)
                    .different(Contact.JOB_TITLE, 0.3)
                    .blocksUpTo(1000)
                    .atLeast(0.6));

    private static final DuplicateRules<Account> COMPANIES = DuplicateRules.of(
            Account.TYPE,
            match -> match.company(Account.NAME, 0.9)
                    .similarCompany(Account.NAME, 0.85, 0.9)
                    .atLeast(0.7));

    /** An empty store each time it is called. */
    abstract RecordStore newStore();

    private record Stage(Crm crm, Session session, Session seller) {

        static Stage on(RecordStore store) {
            Crm crm = Crm.open(
                    store,
                    config -> config.entity(Partner.TYPE)
                            .access(RolePolicy.of(
                                    Role.administrator("administrator"),
                                    Role.named("seller")
                                            .allow(Capability.MERGE)
                                            .grant(Account.TYPE, USER, VIEW, CREATE)
                                            .grant(Contact.TYPE, USER, VIEW, CREATE, EDIT)
                                            .restrict(Contact.TYPE, Contact.PHONES, AccessLevel.NONE, VIEW))));
            Organization acme = crm.asSystem().save(new Organization("Acme"));
            return new Stage(
                    crm, crm.as(user(crm, "olga", "administrator", acme)), crm.as(user(crm, "ivan", "seller", acme)));
        }

        private static User user(Crm crm, String name, String role, Organization acme) {
            return crm.asSystem().save(new User(name, name + "@acme.example", name, "Example", acme).addRole(role));
        }

        List<Account> accounts(String... names) {
            return session.saveAll(List.of(names).stream().map(Account::new).toList());
        }
    }

    private static <R extends CrmRecord> List<String> names(Duplicates<R> found) {
        return found.pairs().stream()
                .map(pair -> pair.one().name() + " = " + pair.other().name())
                .toList();
    }

    private static <R extends CrmRecord> Set<Set<UUID>> ids(Duplicates<R> found) {
        Set<Set<UUID>> ids = new HashSet<>();
        found.pairs()
                .forEach(pair ->
                        ids.add(Set.of(pair.one().ref().id(), pair.other().ref().id())));
        return ids;
    }

    @Test
    void companiesAreFoundInWhateverLegalFormAndSpelling() {
        Stage stage = Stage.on(newStore());
        stage.accounts("Acme Corporation", "Big Bear Stores", "ACME, Inc.", "Big Bear Store", "Body Toning", "Ltd.");
        Duplicates<Account> found = Duplicates.in(stage.session, COMPANIES);
        assertThat(names(found)).containsExactly("Acme Corporation = ACME, Inc.", "Big Bear Stores = Big Bear Store");
        assertThat(found.pairs().get(0).reasons()).containsExactly("same company name Acme Corporation and ACME, Inc.");
        assertThat(found.pairs().get(1).reasons())
                .containsExactly("similar company name Big Bear Stores and Big Bear Store (0.92)");
        assertThat(found.leftOut()).isEmpty();
        assertThat(found).hasToString("6 records, 2 pairs in 2 groups");
    }

    @Test
    void aGroupGoesStraightToAMerge() {
        Stage stage = Stage.on(newStore());
        List<Account> accounts = stage.accounts("Acme", "Acme Ltd", "Acme GmbH");
        Account full = accounts.get(1);
        full.setDescription("known for long");
        stage.session.save(full);
        DuplicateGroup<Account> group =
                Duplicates.in(stage.session, COMPANIES).groups().get(0);
        assertThat(group.proposed().name()).isEqualTo("Acme Ltd");
        assertThat(group).hasToString("account Acme Ltd, account Acme, account Acme GmbH");
        assertThat(group.pairs()).hasSize(3);
        MergePlan<Account> plan = stage.session.planMerge(Account.TYPE, group::into);
        assertThat(stage.session.apply(plan).orThrow().master().getId()).isEqualTo(full.getId());
        assertThat(stage.session.select(Account.TYPE).count()).isEqualTo(1);
        assertThat(Duplicates.in(stage.session, COMPANIES).pairs()).isEmpty();
        assertThatThrownBy(() -> stage.session.planMerge(
                        Account.TYPE, choices -> group.into(choices, new Ref<>(new UUID(1, 1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsMarkedAsDistinctIsNotOfferedAndNotBroughtTogether() {
        Stage stage = Stage.on(newStore());
        List<Account> accounts = stage.accounts("Acme", "Acme Ltd", "Acme GmbH");
        stage.session.markDistinct(accounts.get(2), accounts.get(0));
        Duplicates<Account> found = Duplicates.in(stage.session, COMPANIES);
        assertThat(names(found)).containsExactly("Acme = Acme Ltd", "Acme Ltd = Acme GmbH");
        assertThat(found.groups()).hasSize(1);
        assertThat(found.groups().get(0).members()).hasSize(2);
        assertThat(Duplicates.of(stage.session, accounts.get(0), COMPANIES))
                .extracting(pair -> pair.other().name())
                .containsExactly("Acme Ltd");
        stage.session.unmarkDistinct(accounts.get(0), accounts.get(2));
        assertThat(Duplicates.in(stage.session, COMPANIES).pairs()).hasSize(3);
    }

    @Test
    void nothingHiddenIsFoundOrNamed() {
        Stage stage = Stage.on(newStore());
        Contact hidden = stage.session.save(new Contact("Ada", "Hidden").addEmail("ada@acme.example"));
        Contact own = stage.seller.save(new Contact("Ada", "Lovelace").addEmail("ada@acme.example"));
        stage.session.save(phoneAdded(stage, own));
        Contact second = stage.seller.save(new Contact("Bea", "Lovelace"));
        stage.session.save(phoneAdded(stage, second));
        assertThat(names(Duplicates.in(stage.session, PERSONS)))
                .containsExactly("Ada Hidden = Ada Lovelace", "Ada Lovelace = Bea Lovelace");
        Duplicates<Contact> seen = Duplicates.in(stage.seller, PERSONS);
        assertThat(seen.scanned()).isEqualTo(2);
        assertThat(seen.pairs()).as("phones are hidden, and so is the other").isEmpty();
        assertThat(Duplicates.of(stage.seller, own, PERSONS)).isEmpty();
        assertThat(Duplicates.of(stage.session, own, PERSONS))
                .extracting(pair -> pair.other().ref().id())
                .contains(hidden.getId());
        assertThat(Duplicates.in(stage.crm.as(nobody(stage)), PERSONS)).hasToString("0 records, 0 pairs in 0 groups");
    }

    private static Contact phoneAdded(Stage stage, Contact contact) {
        return stage.session.get(Contact.TYPE, contact.getId()).addPhone("212-555-0100");
    }

    private static User nobody(Stage stage) {
        Organization acme =
                stage.crm.asSystem().select(Organization.TYPE).first().orElseThrow();
        return stage.crm.asSystem().save(new User("eve", "eve@acme.example", "Eve", "Example", acme));
    }

    @Test
    void whatTooManyHaveInCommonIsNotComparedAndTold() {
        Stage stage = Stage.on(newStore());
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            contacts.add(new Contact("Clerk", "Number" + (i / 2)).addEmail("Info@acme.example"));
        }
        stage.session.saveAll(contacts);
        DuplicateRules<Contact> rules = DuplicateRules.of(
                Contact.TYPE,
                match -> match.email(each(Contact.EMAILS, EmailAddress.EMAIL), 0.9)
                        .alike(joined(Contact.FIRST_NAME, Contact.LAST_NAME), 0.8)
                        .blocksUpTo(5));
        Duplicates<Contact> found = Duplicates.in(stage.session, rules);
        assertThat(found.pairs()).as("by their names").hasSize(3);
        assertThat(found.leftOut()).containsExactly(new LeftOut("same e-mail", "info@acme.example", 6));
        assertThat(found.leftOut().get(0))
                .hasToString("same e-mail info@acme.example: 6 records have it and were not compared for it");
    }

    @Test
    void similarTextsThatTooManyBeginWithAreToldByWhatTheyHaveInCommon() {
        Stage stage = Stage.on(newStore());
        stage.accounts("Northern Lights", "Northern Stars", "Northern Bears", "Northern Paths");
        DuplicateRules<Account> rules = DuplicateRules.of(
                Account.TYPE, match -> match.similar(Account.NAME, 0.9, 0.9).blocksUpTo(2));
        Duplicates<Account> found = Duplicates.in(stage.session, rules);
        assertThat(found.leftOut())
                .extracting(LeftOut::toString)
                .anyMatch(told -> told.startsWith("similar account name northern..."));
    }

    @Test
    void theTypesOfAHostAreSearchedLikeOursAndKindsAreKeptApart() {
        Stage stage = Stage.on(newStore());
        Channel field = stage.session.save(new Channel("Field", ChannelType.SALES).addEntity(Partner.TYPE.name()));
        Account account = stage.accounts("Acme").get(0);
        Partner one = new Partner("Bear Sales", account, field);
        one.setPrograms(Set.of("gold", "north"));
        one.setIntroducedBy(Ref.to(account));
        Partner other = new Partner("bear sales Inc", account, field);
        other.setPrograms(Set.of("north"));
        other.setIntroducedBy(Ref.to(account));
        stage.session.saveAll(List.of(one, other));
        stage.session.save(new BusinessCustomer("Bear Sales", account, field));
        DuplicateRules<Partner> partners = DuplicateRules.of(
                Partner.TYPE,
                match -> match.company(Customer.NAME, 0.5)
                        .exact(Partner.PROGRAMS, 0.5)
                        .exact(Partner.INTRODUCED_BY, 0.5)
                        .atLeast(0.87));
        assertThat(Duplicates.in(stage.session, partners).pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.score()).isEqualTo(0.875));
        DuplicateRules<Customer> customers =
                DuplicateRules.of(Customer.TYPE, match -> match.company(Customer.NAME, 0.9));
        Duplicates<Customer> ofAnyKind = Duplicates.in(stage.session, customers);
        assertThat(ofAnyKind.scanned()).isEqualTo(3);
        assertThat(names(ofAnyKind)).containsExactly("Bear Sales = bear sales Inc");
        DuplicateGroup<Customer> group = ofAnyKind.groups().get(0);
        assertThat(stage.session.planMerge(Customer.TYPE, group::into).problems())
                .isEmpty();
        assertThat(Duplicates.of(stage.session, new Partner("BEAR SALES", account, field), customers))
                .hasSize(2);
    }

    @Test
    void aNewRecordIsComparedWithWhatIsStored() {
        Stage stage = Stage.on(newStore());
        stage.session.save(new Contact("Ada", "Lovelace").addEmail("ada@acme.example"));
        stage.session.save(new Contact("Eve", "Adams").addEmail("eve@acme.example"));
        DuplicateRules<Contact> asked = DuplicateRules.of(
                Contact.TYPE,
                match -> match.email(each(Contact.EMAILS, EmailAddress.EMAIL), 0.9)
                        .exact(Contact.LAST_NAME, 0.85));
        Contact ada = new Contact("A", "Byron").addEmail("ADA@ACME.EXAMPLE").addEmail("other@acme.example");
        for (DuplicateRules<Contact> rules : List.of(asked, PERSONS)) {
            assertThat(Duplicates.of(stage.session, ada, rules)).singleElement().satisfies(pair -> {
                assertThat(pair.one().ref().id()).isEqualTo(ada.getId());
                assertThat(pair.other().name()).isEqualTo("Ada Lovelace");
                assertThat(pair.reasons()).containsExactly("same e-mail ADA@ACME.EXAMPLE and ada@acme.example");
            });
        }
        assertThat(Duplicates.of(stage.session, new Contact("X", "Adams"), asked))
                .hasSize(1);
        assertThat(Duplicates.of(stage.session, new Contact("", ""), asked)).isEmpty();
    }

    @Test
    void aSelectionIsComparedWithinItselfAndInAnyOrder() {
        Stage stage = Stage.on(newStore());
        stage.accounts("Acme", "Acme Ltd", "Body Toning", "Acme GmbH");
        assertThat(names(Duplicates.in(
                        stage.session,
                        stage.session
                                .select(Account.TYPE)
                                .where(Account.NAME.isNot("Acme GmbH"))
                                .orderBy(Account.NAME.desc()),
                        COMPANIES)))
                .containsExactly("Acme = Acme Ltd");
        assertThat(Duplicates.in(
                        stage.session, stage.session.select(Account.TYPE).orderBy(Account.NAME.desc()), COMPANIES))
                .isEqualTo(Duplicates.in(stage.session, COMPANIES));
    }

    /** A contact made of a few names, addresses and numbers, so that many are alike. */
    record Person(String first, String last, List<String> emails, List<String> phones, String title) {

        boolean isIdentified() {
            return !(first + last).isBlank() || !emails.isEmpty() || !phones.isEmpty();
        }

        Contact contact() {
            Contact contact = new Contact(first, last);
            emails.forEach(contact::addEmail);
            phones.forEach(contact::addPhone);
            contact.setJobTitle(title);
            return contact;
        }
    }

    @Provide
    Arbitrary<List<Person>> persons() {
        Arbitrary<String> first = Arbitraries.of("Ada", "ÁDA", "ada ", "Eve", "İnci", "ınci", "", "-");
        Arbitrary<String> last = Arbitraries.of("Lovelace", "LOVELACE", "Love-lace", "Łukasz", "lukasz", "");
        Arbitrary<List<String>> emails = Arbitraries.of(
                        "ada@acme.example", "ADA@acme.example", "eve@acme.example", "e.v.e@acme.example", "x@b.example")
                .list()
                .ofMaxSize(2);
        Arbitrary<List<String>> phones = Arbitraries.of("212 555 0100", "+1 (212) 555-0100", "12", "2125550199")
                .list()
                .ofMaxSize(2);
        Arbitrary<String> title = Arbitraries.of("", "Countess", "Engineer");
        return Combinators.combine(first, last, emails, phones, title)
                .as(Person::new)
                .filter(Person::isIdentified)
                .list()
                .ofMinSize(2)
                .ofMaxSize(25);
    }

    /** Blocking loses no pair that a comparison of all with all finds, and finds no other. */
    @Property(tries = 8)
    void allPairsAreFoundThatAComparisonOfAllFinds(@ForAll("persons") List<Person> persons) {
        Stage stage = Stage.on(newStore());
        List<Contact> contacts =
                stage.session.saveAll(persons.stream().map(Person::contact).toList());
        Set<Set<UUID>> expected = new HashSet<>();
        for (Contact one : contacts) {
            for (Contact other : contacts) {
                assertThat(PERSONS.compare(one, other).score())
                        .isEqualTo(PERSONS.compare(other, one).score());
                if (!one.equals(other) && PERSONS.compare(one, other).score() >= PERSONS.least()) {
                    expected.add(Set.of(one.getId(), other.getId()));
                }
            }
        }
        Duplicates<Contact> found = Duplicates.in(stage.session, PERSONS);
        assertThat(ids(found)).isEqualTo(expected);
        assertThat(found.pairs()).hasSize(expected.size());
        Set<UUID> grouped = new HashSet<>();
        found.groups()
                .forEach(group -> group.members()
                        .forEach(member ->
                                assertThat(grouped.add(member.ref().id())).isTrue()));
        assertThat(grouped).isEqualTo(expected.stream().flatMap(Set::stream).collect(Collectors.toSet()));
        for (Contact contact : contacts.subList(0, 2)) {
            assertThat(Duplicates.of(stage.session, contact, PERSONS)).hasSize((int) expected.stream()
                    .filter(pair -> pair.contains(contact.getId()))
                    .count());
        }
    }

    /** Of texts that differ by one letter both have one half in common. */
    @Property(tries = 8)
    void textsThatDifferByOneLetterAreAlwaysFound(@ForAll("words") List<String> words) {
        Stage stage = Stage.on(newStore());
        List<Account> accounts =
                stage.session.saveAll(words.stream().map(Account::new).toList());
        DuplicateRules<Account> rules = DuplicateRules.of(
                Account.TYPE,
                match -> match.similar(Account.NAME, 0.75, 1.0).atLeast(0.75).blocksUpTo(1000));
        Set<Set<UUID>> sure = new HashSet<>();
        Set<Set<UUID>> possible = new HashSet<>();
        for (Account one : accounts) {
            for (Account other : accounts) {
                double score = rules.compare(one, other).score();
                int longer = Math.max(letters(one), letters(other));
                if (!one.equals(other) && score >= rules.least()) {
                    possible.add(Set.of(one.getId(), other.getId()));
                    if (score > 1 - 1.5 / longer) {
                        sure.add(Set.of(one.getId(), other.getId()));
                    }
                }
            }
        }
        Set<Set<UUID>> found = ids(Duplicates.in(stage.session, rules));
        assertThat(found).containsAll(sure);
        assertThat(possible).containsAll(found);
    }

    private static int letters(Account account) {
        return String.valueOf(account.getName()).length();
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("ab")
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(2)
                .ofMaxSize(25);
    }
}
