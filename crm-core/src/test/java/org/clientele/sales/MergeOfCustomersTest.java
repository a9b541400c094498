package org.clientele.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.customer.LifetimeHistory;
import org.clientele.merge.Dropped;
import org.clientele.merge.MergePlan;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What customers have bought, when they are merged. */
class MergeOfCustomersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
    private final Session system = crm.asSystem();
    private final Session olga = crm.as(
            system.save(new User("olga", "olga@acme.example", "Olga", "Example", system.save(new Organization("Acme")))
                    .addRole("administrator")));
    private final Account acuserv = olga.save(new Account("Acuserv"));
    private final Channel field = olga.save(new Channel("Field", ChannelType.SALES));
    private final BusinessCustomer one = olga.save(new BusinessCustomer("One", acuserv, field));
    private final BusinessCustomer two = olga.save(new BusinessCustomer("Two", acuserv, field));

    @Test
    void aDealThatLetsGoOfAnAbsorbedCustomerIsOfItsAccountAlone() {
        Opportunity kept = olga.save(new Opportunity("Engine", one).win(Money.of("1000", "USD"), DAY));
        Opportunity other = olga.save(new Opportunity("Wheels", two).win(Money.of("300", "USD"), DAY));
        MergePlan<BusinessCustomer> plan = olga.planMerge(
                BusinessCustomer.TYPE,
                choices -> choices.master(one).absorb(two).replace(Opportunity.TYPE, one));
        assertThat(plan.dropped()).extracting(Dropped::value).contains("business customer " + two.getId());
        assertThat(olga.apply(plan).orThrow().master().getLifetime()).isEqualByComparingTo("1000");
        Opportunity released = olga.get(Opportunity.TYPE, other.getId());
        assertThat(released.getCustomer()).isNull();
        assertThat(released.getAccount()).isEqualTo(Ref.to(acuserv));
        assertThat(olga.select(Opportunity.TYPE)
                        .where(Opportunity.CUSTOMER.is(one))
                        .list())
                .isEqualTo(List.of(kept));
        assertThat(olga.run(LifetimeHistory.of(acuserv)).total()).isEqualByComparingTo("1300");
    }
}
