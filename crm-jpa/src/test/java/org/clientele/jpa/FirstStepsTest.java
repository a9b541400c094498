package org.clientele.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Contact;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.store.StaleRecordException;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStepsTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aSmallWorldIsKept(String kind) {
        Database database = kind.equals("h2") ? Database.h2() : Database.postgres();
        {
            Crm crm = Crm.open(
                    database.emptyStore(),
                    config -> config.entity(Partner.TYPE, Visit.TYPE).access(RolePolicy.of()));
            Session system = crm.asSystem();
            Organization acme = system.save(new Organization("Acme"));
            User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme));
            Contact contact = new Contact("Ada", "Lovelace");
            contact.setOwner(Ref.to(olga));
            contact.setOrganization(Ref.to(acme));
            contact = system.save(contact);
            Account account = new Account("Acuserv").addContact(contact);
            account.setOwner(Ref.to(olga));
            account.setOrganization(Ref.to(acme));
            account = system.save(account);
            Channel channel = new Channel("Field", ChannelType.SALES);
            channel.setOrganization(Ref.to(acme));
            channel = system.save(channel);
            BusinessCustomer customer = new BusinessCustomer("Acuserv Ltd", account, channel);
            customer.setOwner(Ref.to(olga));
            customer.setOrganization(Ref.to(acme));
            customer = system.save(customer);
            Opportunity engine = new Opportunity("Engine", customer);
            engine.setOwner(Ref.to(olga));
            engine.setOrganization(Ref.to(acme));
            engine = system.save(engine);
            engine.setName("Analytical engine");
            Opportunity changed = system.save(engine);
            assertThat(changed.getVersion()).isNotEqualTo(engine.getVersion());
            Opportunity old = engine;
            old.setName("x");
            assertThatThrownBy(() -> system.save(old)).isInstanceOf(StaleRecordException.class);
            assertThat(system.select(Account.TYPE)
                            .where(Account.NAME.contains("CUS"))
                            .orderBy(Account.NAME.asc())
                            .list())
                    .containsExactly(account);
            assertThat(system.select(Opportunity.TYPE).first().orElseThrow().getName())
                    .isEqualTo("Analytical engine");
            assertThat(system.history(changed)).hasSize(2);
        }
    }
}
