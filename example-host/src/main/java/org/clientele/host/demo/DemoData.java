package org.clientele.host.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.host.crm.Caller;
import org.clientele.host.crm.Roles;
import org.clientele.host.partner.PartnerCustomer;
import org.clientele.host.subscription.Subscriptions;
import org.clientele.host.subscription.Terms;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A few people and what they sell, where there is nothing yet. */
@Component
class DemoData implements ApplicationRunner {

    private static final LocalDate CLOSED = LocalDate.of(2026, 1, 15);

    private final Crm crm;
    private final Subscriptions subscriptions;

    DemoData(Crm crm, Subscriptions subscriptions) {
        this.crm = crm;
        this.subscriptions = subscriptions;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        Session system = crm.asSystem();
        if (system.select(Organization.TYPE).count() == 0) {
            fill(system, system.save(new Organization("Acme")));
        }
    }

    private void fill(Session system, Organization acme) {
        BusinessUnit europe = system.save(new BusinessUnit("Europe", acme));
        BusinessUnit berlin = system.save(new BusinessUnit("Berlin", europe));
        BusinessUnit vienna = system.save(new BusinessUnit("Vienna", europe));
        system.save(fieldSales(acme));
        Session olga = crm.as(person(system, acme, "olga", Roles.SELLER, berlin));
        Session ivan = crm.as(person(system, acme, "ivan", Roles.SELLER, berlin));
        Session sven = crm.as(person(system, acme, "sven", Roles.SELLER, vienna));
        person(system, acme, "mary", Roles.LEADER, europe);
        person(system, acme, "ada", Roles.ADMINISTRATOR, europe);
        business(olga, "Acuserv", "12000");
        business(olga, "Acuserv Ltd", "500");
        business(ivan, "Big Bear Stores", "7000");
        business(sven, "Body Toning", "3000");
    }

    private static Channel fieldSales(Organization acme) {
        Channel channel = new Channel("Field sales", ChannelType.SALES).addEntity(PartnerCustomer.TYPE.name());
        channel.setOrganization(Ref.to(acme));
        return channel;
    }

    private static User person(Session system, Organization acme, String name, Role role, BusinessUnit unit) {
        return system.save(new User(name, name + "@acme.example", name, "Example", acme)
                .addRole(role.name())
                .addBusinessUnit(unit));
    }

    private void business(Session seller, String name, String revenue) {
        Account account = seller.save(new Account(name));
        seller.save(new Opportunity("Carts for " + name, account).win(Money.of(revenue, "USD"), CLOSED));
        seller.save(new Opportunity("More carts for " + name, account));
        subscriptions.subscribe(
                new Caller(seller.actor().name()), account.getId(), new Terms("basic", new BigDecimal("19.90")));
    }
}
