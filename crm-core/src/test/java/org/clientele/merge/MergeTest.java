package org.clientele.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Contact;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:15:30Z"), ZoneOffset.UTC);

    private final Crm crm = Crm.open(config -> config.clock(CLOCK)
            .access(RolePolicy.of(
                    Role.administrator("administrator"),
                    Role.named("viewer").grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW))));
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
                    contacts: nothing -> %1$s
                    description: nothing -> Three that were one
                    tags: VIP -> VIP, retail, sport
                  relinks:
                    business customer.account: 1
                    opportunity.account: 2
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
}
