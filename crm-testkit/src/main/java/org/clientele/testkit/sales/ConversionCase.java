package org.clientele.testkit.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.customer.Customer;
import org.clientele.organization.Organization;
import org.clientele.organization.UserOwned;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.ConversionChoices;
import org.clientele.sales.ConversionPlan;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.sales.SalesCase.Office;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A lead among a few contacts, accounts and customers, and choices for its conversion. */
final class ConversionCase {

    private static final List<String> COMPANIES = List.of("Acuserv", "ACUSERV", "Big Bear Stores", " body toning ", "");

    /**
     * Numbers that a generator threw.
     *
     * @param accounts which names the accounts have
     * @param known what the lead points to: nothing, a contact, a customer, an account
     * @param chosen what the choices point to, likewise, or a company name
     * @param parts how many e-mails, phones and addresses the lead has, and how many phones are marked as primary
     * @param rights what the role does not grant, bit by bit
     */
    record Recipe(List<Integer> accounts, int company, int known, int chosen, int parts, int rights) {}

    static Arbitrary<Recipe> recipes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3).list().ofMaxSize(4),
                        Arbitraries.integers().between(0, COMPANIES.size() - 1),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 26),
                        Arbitraries.integers().between(0, 31))
                .as(Recipe::new);
    }

    final Office office;
    final Session session;
    final List<Contact> contacts = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    final Customer customer;
    final Lead lead;
    private final Recipe recipe;

    ConversionCase(Office office, Recipe recipe) {
        this.office = office;
        this.recipe = recipe;
        session = office.session();
        Session system = office.crm().asSystem();
        contacts.add(system.save(owned(new Contact("Ada", "Lovelace"))));
        for (int name : recipe.accounts()) {
            Account account = new Account(COMPANIES.get(name).strip());
            accounts.add(system.save(owned(name == 1 ? account.addContact(contacts.get(0)) : account)));
        }
        Channel field = new Channel("Field sales", ChannelType.SALES);
        field.setOrganization(Ref.to(system.select(Organization.TYPE).list().get(0)));
        customer = system.save(owned(new BusinessCustomer("Acuserv Ltd", system.save(field))));
        accounts.add(system.get(
                Account.TYPE, Objects.requireNonNull(customer.getAccount()).id()));
        lead = system.save(owned(lead()));
    }

    private <R extends UserOwned> R owned(R record) {
        record.setOwner(Ref.to(office.olga));
        record.setOrganization(
                office.olga.getOrganizations().stream().findFirst().orElseThrow());
        return record;
    }

    private Lead lead() {
        Lead made = new Lead("Oro Inc.");
        made.setFirstName("Grace");
        made.setLastName("Hopper");
        made.setNotes("Wants an engine");
        made.setCompanyName(COMPANIES.get(recipe.company()));
        made.setContact((recipe.known() & 1) == 0 ? null : Ref.to(contacts.get(0)));
        if ((recipe.known() & 2) != 0) {
            made.setCustomer(Ref.to(customer));
        } else if ((recipe.known() & 4) != 0) {
            made.setAccount(Ref.to(accounts.get(0)));
        }
        List<EmailAddress> emails = new ArrayList<>();
        List<PhoneNumber> phones = new ArrayList<>();
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; i < recipe.parts() % 3; i++) {
            emails.add(new EmailAddress("grace" + i + "@oro.example", i == 0));
            phones.add(new PhoneNumber("555-010" + i, i < recipe.parts() / 3 % 3));
            addresses.add(Address.in("US")
                    .with(Address.CITY, "City " + i)
                    .with(Address.TYPES, Address.BILLING)
                    .with(Address.PRIMARY, i < recipe.parts() / 9));
        }
        made.setEmails(emails);
        made.setPhones(phones);
        made.setAddresses(addresses);
        return made;
    }

    private void choose(ConversionChoices choices) {
        if ((recipe.chosen() & 1) != 0) {
            choices.contact(contacts.get(0));
        }
        if ((recipe.chosen() & 2) != 0) {
            choices.account(accounts.get(0)).budget(Money.of("17000", "USD"));
        }
        if ((recipe.chosen() & 4) != 0) {
            choices.customer(customer).opportunityName("Analytical engine");
        }
        if ((recipe.chosen() & 8) != 0) {
            choices.companyName("Acuserv").notes("By telephone");
        }
    }

    ConversionPlan plan() {
        return planBy(session);
    }

    ConversionPlan planBy(Session planner) {
        return planner.planConversion(lead, this::choose);
    }

    /** The account under which the opportunity is to stand, by the plainest means: null for a new or for none. */
    @Nullable
    Account account() {
        boolean isChosen = recipe.chosen() > 1;
        Account ofCustomer = accounts.get(accounts.size() - 1);
        if ((isChosen ? recipe.chosen() & 4 : recipe.known() & 2) != 0) {
            return ofCustomer;
        } else if ((isChosen ? recipe.chosen() & 2 : recipe.known() & 4) != 0) {
            return accounts.get(0);
        }
        String name = company();
        return accounts.stream()
                .filter(account -> name.strip().equalsIgnoreCase(account.getName()))
                .findFirst()
                .orElse(null);
    }

    private String company() {
        return recipe.chosen() > 1 ? "Acuserv" : COMPANIES.get(recipe.company());
    }

    /** Whether nothing says under which account the opportunity is to stand. */
    boolean isNobodys() {
        return account() == null && company().isBlank();
    }

    boolean hasContact() {
        return (recipe.chosen() & 1) != 0 || (recipe.known() & 1) != 0;
    }

    /** A role that may see all, and do what the recipe does not take away. */
    static Role role(Recipe recipe, String name) {
        Role role = Role.named(name)
                .grant(Channel.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(BusinessCustomer.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Contact.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Opportunity.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Lead.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW);
        role = may(recipe, 0) ? role.grant(Contact.TYPE, AccessLevel.USER, Permission.CREATE) : role;
        role = may(recipe, 1) ? role.grant(Account.TYPE, AccessLevel.USER, Permission.CREATE) : role;
        role = may(recipe, 2) ? role.grant(Account.TYPE, AccessLevel.USER, Permission.EDIT) : role;
        role = may(recipe, 3) ? role.grant(Opportunity.TYPE, AccessLevel.USER, Permission.CREATE) : role;
        return may(recipe, 4) ? role.grant(Lead.TYPE, AccessLevel.USER, Permission.EDIT) : role;
    }

    /** The denials that are to be told, by what is to be written. */
    List<String> denials() {
        List<String> denials = new ArrayList<>();
        Account bound = account();
        boolean gains = bound != null && (!hasContact() || !bound.getContacts().contains(Ref.to(contacts.get(0))));
        if (!hasContact() && !may(recipe, 0)) {
            denials.add("CREATE contact");
        }
        if (bound == null && !may(recipe, 1)) {
            denials.add("CREATE account");
        }
        if (gains && !may(recipe, 2)) {
            denials.add("EDIT account");
        }
        if (!may(recipe, 3)) {
            denials.add("CREATE opportunity");
        }
        if (!may(recipe, 4)) {
            denials.add("EDIT lead");
        }
        return denials;
    }

    private static boolean may(Recipe recipe, int bit) {
        return (recipe.rights() >> bit & 1) == 0;
    }
}
