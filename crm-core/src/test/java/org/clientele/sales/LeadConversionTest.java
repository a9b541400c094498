package org.clientele.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.merge.StalePlanException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.ConversionOutcome.Converted;
import org.clientele.sales.ConversionOutcome.Refused;
import org.clientele.sales.ConversionOutcome.Stale;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

class LeadConversionTest {

    private static final List<EntityType<?>> WRITTEN = List.of(Lead.TYPE, Contact.TYPE, Account.TYPE, Opportunity.TYPE);

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(
            Role.administrator("administrator"),
            viewer("viewer"),
            viewer("seller")
                    .grant(Contact.TYPE, AccessLevel.USER, Permission.CREATE)
                    .grant(Account.TYPE, AccessLevel.USER, Permission.CREATE, Permission.EDIT)
                    .grant(Opportunity.TYPE, AccessLevel.USER, Permission.CREATE)
                    .grant(Lead.TYPE, AccessLevel.ORGANIZATION, Permission.EDIT))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final Session olga = session("olga", "administrator");

    private static Role viewer(String name) {
        Role role = Role.named(name);
        for (EntityType<?> type : WRITTEN) {
            role = role.grant(type, AccessLevel.ORGANIZATION, Permission.VIEW);
        }
        return role;
    }

    private Session session(String name, String role) {
        User user = new User(name, name + "@acme.example", name, "Example", acme).addRole(role);
        return crm.as(crm.asSystem().save(user));
    }

    private Lead lead() {
        Lead lead = new Lead("Oro Inc.");
        lead.setFirstName("Ada");
        lead.setLastName("Lovelace");
        lead.setJobTitle("Countess");
        lead.setCompanyName("Acuserv");
        lead.setNotes("Wants an engine");
        lead.setEmails(List.of(new EmailAddress("a@oro.example", false), new EmailAddress("b@oro.example", true)));
        lead.setPhones(List.of(new PhoneNumber("1", false), new PhoneNumber("2", false)));
        lead.setAddresses(List.of(Address.in("GB")
                .with(Address.CITY, "London")
                .with(Address.ORGANIZATION, "Oro")
                .with(Address.TYPES, Address.BILLING)));
        return olga.save(lead);
    }

    @Test
    void aLeadBecomesAnOpportunityWithAContactUnderAnAccount() {
        Lead lead = lead();
        ConversionPlan plan = olga.planConversion(lead, choices -> choices.budget(Money.of("17000", "USD")));
        assertThat(plan.toString()).startsWith("""
                conversion of lead Oro Inc.
                  bound: none
                  created:
                    contact Ada Lovelace
                """).contains("""
                    account Acuserv
                      name: Acuserv
                      contacts: the new contact
                      owner: user olga
                      organization: organization Acme
                    opportunity Oro Inc.
                      name: Oro Inc.
                      status: Open
                      account: the new account
                      contact: the new contact
                      lead: lead Oro Inc.
                      probability: 0
                      budget: 17000 USD
                      notes: Wants an engine
                """).endsWith("""
                  changed:
                    lead Oro Inc.
                      status: New -> Qualified
                      contact: nothing -> the new contact
                      account: nothing -> the new account
                  problems: none
                """);
        for (EntityType<?> type : List.of(Contact.TYPE, Account.TYPE, Opportunity.TYPE)) {
            assertThat(olga.select(type).count()).isZero();
        }

        Converted done = olga.apply(plan).orThrow();
        assertThat(done.lead().getStatus()).isEqualTo(LeadStatus.QUALIFIED);
        assertThat(done.account().getContacts()).containsExactly(Ref.to(done.contact()));
        assertThat(done.opportunity().getStatus()).isEqualTo(OpportunityStatus.IN_PROGRESS);
        assertThat(done.contact().getDescription()).isEqualTo("Oro Inc.");
        assertThat(done.contact().getEmails())
                .containsExactly(new EmailAddress("a@oro.example", false), new EmailAddress("b@oro.example", true));
        assertThat(done.contact().getPhones()).containsExactly(new PhoneNumber("1", true), new PhoneNumber("2", false));
        assertThat(done.contact().getAddresses())
                .containsExactly(Address.in("GB").with(Address.CITY, "London").with(Address.PRIMARY, true));
        for (CrmRecord record : List.of(done.lead(), done.contact(), done.account(), done.opportunity())) {
            assertThat(olga.history(record).get(0).id()).isEqualTo(done.receipt());
            assertThat(olga.history(record).get(0).reason()).isEqualTo("conversion of lead Oro Inc.");
        }
    }

    @Test
    void aPlanCallsChoicesAsTheCrmDoes() {
        Crm other = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator")))
                .choices(Opportunity.STATUS, OpportunityStatus.of("in_progress", "Under way", "0.5")));
        Organization ours = other.asSystem().save(new Organization("Acme"));
        Session session = other.as(other.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Ost", ours).addRole("administrator")));
        Lead lead = new Lead("Oro Inc.");
        lead.setLastName("Lovelace");
        lead.setCompanyName("Acuserv");
        ConversionPlan plan = session.planConversion(session.save(lead), choices -> {});
        assertThat(plan.toString()).contains("      status: Under way\n");
    }

    @Test
    void aLeadOfWhomOnlyBlanksAreKnownNamesNobody() {
        Lead lead = new Lead("Oro Inc.");
        lead.setLastName("\u00a0");
        lead.setCompanyName("Acuserv");
        assertThat(olga.planConversion(olga.save(lead), choices -> {}).problems())
                .singleElement()
                .asString()
                .contains("names no contact and nobody to become one");
    }

    @Test
    void theOldestAccountOfTheCompanysNameIsTaken() {
        Account acuserv = olga.save(new Account("ACUSERV"));
        olga.save(new Account("Acuserv"));
        Contact ada = olga.save(new Contact("Ada", "Lovelace"));
        ConversionPlan plan = olga.planConversion(lead(), choices -> choices.contact(ada));
        assertThat(plan.bound()).extracting(ConversionMember::name).containsExactly("Ada Lovelace", "ACUSERV");
        assertThat(plan.created()).extracting(PlannedRecord::type).containsExactly("opportunity");
        Converted done = olga.apply(plan).orThrow();
        assertThat(done.account()).isEqualTo(acuserv);
        assertThat(done.account().getContacts()).containsExactly(Ref.to(ada));
        assertThat(done.opportunity().getContact()).isEqualTo(Ref.to(ada));
    }

    @Test
    void theOpportunityOfACustomerStandsUnderItsAccount() {
        Channel field = olga.save(new Channel("Field sales", ChannelType.SALES));
        BusinessCustomer customer = olga.save(new BusinessCustomer("Acuserv Ltd", field));
        Lead lead = lead();
        Converted done = olga.apply(olga.planConversion(lead, choices -> choices.customer(customer)))
                .orThrow();
        assertThat(done.opportunity().getCustomer()).isEqualTo(Ref.to(customer));
        assertThat(done.opportunity().getAccount()).isEqualTo(customer.getAccount());
        assertThat(done.lead().getCustomer()).isEqualTo(Ref.to(customer));
    }

    @Test
    void aCompanyOrACustomerOrAnAccountIsNeeded() {
        Lead nobody = new Lead("Somebody called");
        nobody.setFirstName("Ada");
        nobody = olga.save(nobody);
        ConversionPlan plan = olga.planConversion(nobody, choices -> {});
        assertThat(plan.problems())
                .containsExactly("lead Somebody called has neither a company name nor a customer nor an account;"
                        + " choose one of them");
        assertThat(olga.apply(plan)).isEqualTo(new Refused(plan.problems()));
        assertThatThrownBy(() -> olga.apply(plan).orThrow()).isInstanceOf(ConversionRefusedException.class);
    }

    @Test
    void onlyANewLeadIsConvertedAndAgainOnceItIsReactivated() {
        Lead lead = olga.save(lead().disqualify());
        assertThat(olga.planConversion(lead, choices -> {}).problems())
                .containsExactly("lead Oro Inc. is canceled, and only a new lead is converted; reactivate it first");
        Lead again = olga.save(lead.reactivate());
        Converted done = olga.apply(olga.planConversion(again, choices -> {})).orThrow();
        Lead third = olga.save(done.lead().reactivate());
        ConversionPlan plan = olga.planConversion(third, choices -> {});
        assertThat(plan.bound())
                .extracting(ConversionMember::toString)
                .containsExactly("contact Ada Lovelace", "account Acuserv");
        assertThat(olga.apply(plan).orThrow().contact()).isEqualTo(done.contact());
    }

    @Test
    void whatChangedSinceThePlanMakesItStale() {
        Lead lead = lead();
        ConversionPlan plan = olga.planConversion(lead, choices -> {});
        lead.setNotes("Wants two");
        Lead changed = olga.save(lead);
        assertThat(olga.apply(plan))
                .isEqualTo(new Stale(List.of(
                        "lead Oro Inc. was changed since the conversion was planned; plan the conversion again")));
        ConversionPlan second = olga.planConversion(changed, choices -> {});
        Account acuserv = olga.save(new Account("Acuserv"));
        assertThat(olga.apply(second)).isInstanceOf(Stale.class);
        ConversionPlan third = olga.planConversion(changed, choices -> {});
        acuserv.setDescription("A client");
        olga.save(acuserv);
        assertThatThrownBy(() -> olga.apply(third).orThrow())
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("account Acuserv was changed since the conversion was planned");
        ConversionPlan fourth = olga.planConversion(changed, choices -> {});
        olga.apply(fourth).orThrow();
        assertThat(olga.apply(fourth)).isInstanceOf(Stale.class);
        assertThat(olga.select(Opportunity.TYPE).count()).isEqualTo(1);
    }

    @Test
    void allThatTheActorMayNotIsSaidAtOnceAndNothingIsWritten() {
        Account acuserv = olga.save(new Account("Acuserv"));
        Session ivan = session("ivan", "viewer");
        ConversionPlan plan = ivan.planConversion(lead(), choices -> {});
        assertThat(plan.problems())
                .hasSize(4)
                .anyMatch(problem -> problem.contains("CREATE contact"))
                .anyMatch(problem -> problem.contains("EDIT account"))
                .anyMatch(problem -> problem.contains("CREATE opportunity"))
                .anyMatch(problem -> problem.contains("EDIT lead"));
        assertThat(ivan.apply(plan)).isEqualTo(new Refused(plan.problems()));
        assertThat(olga.get(Account.TYPE, acuserv.getId()).getContacts()).isEmpty();
        assertThat(olga.select(Contact.TYPE).count()).isZero();
    }

    @Test
    void whoConvertsOwnsWhatIsCreated() {
        Session ivan = session("ivan", "seller");
        Converted done = ivan.apply(ivan.planConversion(lead(), choices -> {})).orThrow();
        assertThat(List.of(
                        done.contact().getOwner(),
                        done.account().getOwner(),
                        done.opportunity().getOwner()))
                .containsOnly(ivan.actor().user());
        Session system = crm.asSystem();
        Lead olgas = lead();
        olgas.setCompanyName("Big Bear Stores");
        Converted others = system.apply(system.planConversion(olga.save(olgas), choices -> {}))
                .orThrow();
        assertThat(others.opportunity().getOwner()).isEqualTo(olgas.getOwner());
    }

    @Test
    void aPlanMayBeMadeByOneAndDoneByNobodyElseForItWouldOwnOtherwise() {
        ConversionPlan plan = olga.planConversion(lead(), choices -> {});
        assertThat(session("ivan", "seller").apply(plan)).isInstanceOf(Stale.class);
    }

    @Test
    void whatBreaksRulesIsAProblemOfThePlan() {
        Lead lead = lead();
        lead.setFirstName("A".repeat(101));
        Lead stored = olga.save(lead);
        ConversionPlan plan = olga.planConversion(stored, choices -> choices.opportunityName(" "));
        assertThat(plan.problems())
                .anyMatch(problem -> problem.contains("firstName has 101 characters, and 100 at most"))
                .anyMatch(problem -> problem.contains("name is missing"));
    }
}
