package org.clientele.jpa.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activity;
import org.clientele.activity.ActivityLink;
import org.clientele.activity.Timeline;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.customer.Customer;
import org.clientele.jpa.JpaStore;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.TextProperty;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.value.Ref;
import org.clientele.view.AccountView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On PostgreSQL, what is asked day by day reads no large table from one end to the other. */
class PlansTest {

    /** How many there are in all is counted; so a page tells of how many it is. */
    private static final Pattern COUNT = Pattern.compile("select count\\(\\w+\\.id\\) from \\w+ \\w+");

    private static final Pattern WHOLE = Pattern.compile("Seq Scan on (\\w+)");
    private static final UUID ACCOUNT = LargeDatabase.id("0011", 4711);
    private static final UUID OTHER = LargeDatabase.id("0011", 4731);
    private static final UUID CONTACT = LargeDatabase.id("0010", 4711);

    private static LargeDatabase database;
    private static Session system;
    private static Session seller;
    private static TextProperty<Account> tier;

    @BeforeAll
    static void fill() throws SQLException, IOException {
        database = new LargeDatabase();
        Crm crm = Crm.open(
                JpaStore.managing(database.factory()),
                config -> config.access(RolePolicy.of(Role.named("seller")
                        .grant(Account.TYPE, AccessLevel.BUSINESS_UNIT, Permission.VIEW)
                        .grant(Contact.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                        .grant(Opportunity.TYPE, AccessLevel.USER, Permission.VIEW))));
        tier = crm.define(Account.TYPE, custom -> custom.text("tier"));
        system = crm.asSystem();
        seller = crm.as(system.get(User.TYPE, LargeDatabase.id("0003", 11)));
    }

    @AfterAll
    static void close() {
        if (database != null) {
            database.close();
        }
    }

    private static Account account() {
        return system.get(Account.TYPE, ACCOUNT);
    }

    private static Arguments question(String name, Consumer<Session> work) {
        return Arguments.of(name, work);
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                question("a record by its identity", all -> all.get(Account.TYPE, ACCOUNT)),
                question("a customer by its identity", all -> all.get(Customer.TYPE, LargeDatabase.id("0012", 1))),
                question(
                        "a page by name",
                        all -> all.select(Account.TYPE)
                                .orderBy(Account.NAME.asc())
                                .page(2, 25)),
                question(
                        "the latest activities",
                        all -> all.select(Activity.TYPE)
                                .orderBy(Activity.AT.desc())
                                .page(1, 25)),
                question(
                        "names that begin so",
                        all -> all.select(Account.TYPE)
                                .where(Account.NAME.startsWith("account 4711"))
                                .orderBy(Account.NAME.asc())
                                .list()),
                question(
                        "one name",
                        all -> all.select(Account.TYPE)
                                .where(Account.NAME.is("account 4711"))
                                .first()),
                question(
                        "one of some names",
                        all -> all.select(Contact.TYPE)
                                .where(Contact.LAST_NAME.in("lovelace 1", "Lovelace 2"))
                                .list()),
                question(
                        "contacts with an address",
                        all -> all.select(Contact.TYPE)
                                .where(Contact.EMAILS.any(
                                        EmailAddress.EMAIL.in(List.of("Ada7@example.org", "x@example.org"))))
                                .list()),
                question(
                        "contacts with a first address",
                        all -> all.select(Contact.TYPE)
                                .where(Contact.EMAIL.is("Ada7@example.org"))
                                .list()),
                question(
                        "customers with an address",
                        all -> all.select(BusinessCustomer.TYPE)
                                .where(BusinessCustomer.EMAILS.any(EmailAddress.EMAIL.is("Office7@example.org")))
                                .list()),
                question(
                        "contacts with the digits of a telephone number",
                        all -> all.select(Contact.TYPE)
                                .where(Contact.PHONES.any(PhoneNumber.DIGITS.is("15557")))
                                .list()),
                question(
                        "the opportunities of an account",
                        all -> all.select(Opportunity.TYPE)
                                .where(Opportunity.ACCOUNT.is(account()))
                                .orderBy(Opportunity.CLOSE_DATE.desc())
                                .list()),
                question(
                        "the customers of an account",
                        all -> all.select(Customer.TYPE)
                                .where(Customer.ACCOUNT.is(account()))
                                .list()),
                question(
                        "the accounts of a contact",
                        all -> all.select(Account.TYPE)
                                .where(Account.CONTACTS.contains(all.get(Contact.TYPE, CONTACT)))
                                .list()),
                question(
                        "accounts by a custom value",
                        all -> all.select(Account.TYPE).where(tier.is("tier 7")).list()),
                question("the timeline of an account", all -> all.run(Timeline.of(account()))),
                question("the whole account", all -> all.run(AccountView.of(account()))),
                question(
                        "what links an activity",
                        all -> all.select(ActivityLink.TYPE)
                                .where(ActivityLink.ACTIVITY.is(new Ref<>(LargeDatabase.id("0015", 7))))
                                .list()),
                question("the history of a record", all -> all.history(account())),
                question("the latest of the history", all -> all.history().latest(20)),
                question("a record that was merged", all -> all.find(Account.TYPE, LargeDatabase.id("0020", 7))),
                question("a record that is saved", all -> {
                    Account account = account();
                    account.setDescription("changed");
                    all.save(account);
                }),
                question(
                        "a user with a name of his own",
                        all -> all.save(new User(
                                "nina",
                                "nina@example.org",
                                "Nina",
                                "New",
                                all.get(Organization.TYPE, LargeDatabase.id("0001", 1))))),
                question(
                        "an opportunity that is deleted",
                        all -> all.deleteCascading(all.get(Opportunity.TYPE, LargeDatabase.id("0013", 99)))),
                question(
                        "the plan of a merge",
                        all -> all.planMerge(
                                Account.TYPE,
                                choices -> choices.master(account()).absorb(List.of(all.get(Account.TYPE, OTHER))))),
                question(
                        "a page of what the members of a unit have",
                        all -> seller.select(Account.TYPE)
                                .orderBy(Account.NAME.asc())
                                .page(1, 25)),
                question(
                        "a page of what an organization has",
                        all -> seller.select(Contact.TYPE)
                                .orderBy(Contact.LAST_NAME.asc())
                                .page(1, 25)),
                question(
                        "a page of one's own",
                        all -> seller.select(Opportunity.TYPE)
                                .orderBy(Opportunity.NAME.asc())
                                .page(1, 25)));
    }

    /** What is about all records, or can not be told from the beginning of a text. */
    static Stream<Arguments> exceptions() {
        return Stream.of(
                question("how many there are", all -> all.select(Account.TYPE).count()),
                question(
                        "names that contain a word",
                        all -> all.select(Account.TYPE)
                                .where(Account.NAME.contains("4711"))
                                .list()),
                question(
                        "a page by name, backwards, as what has no name comes last either way",
                        all -> all.select(Account.TYPE)
                                .orderBy(Account.NAME.desc())
                                .page(1, 25)));
    }

    private static List<Plans.Plan> whole(Consumer<Session> work) {
        database.plans();
        work.accept(system);
        List<Plans.Plan> plans = database.plans();
        assertThat(plans).isNotEmpty();
        return plans.stream().filter(plan -> !whole(plan).isEmpty()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void noLargeTableIsReadFromOneEndToTheOther(String name, Consumer<Session> work) {
        assertThat(whole(work))
                .as(name)
                .filteredOn(plan -> !COUNT.matcher(plan.sql()).matches())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exceptions")
    void butForThese(String name, Consumer<Session> work) {
        assertThat(whole(work)).as(name).isNotEmpty();
    }

    private static List<String> whole(Plans.Plan plan) {
        return WHOLE.matcher(plan.steps())
                .results()
                .map(scan -> scan.group(1))
                .filter(database.large()::contains)
                .toList();
    }
}
