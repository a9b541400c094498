package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Capability;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.customer.Customer;
import org.clientele.merge.MergePlan;
import org.clientele.merge.Relink;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

class MergeOfHostTypesTest {

    /** A type below a type that has records of its own. */
    static final class GoldPartner extends Partner {

        static final EntityType<GoldPartner> TYPE = EntityType.define(
                "gold partner", GoldPartner.class, GoldPartner::new, type -> type.extending(Partner.TYPE));

        private GoldPartner() {}

        GoldPartner(String name, Account account, Channel channel) {
            super(name, account, channel);
        }
    }

    private final Crm crm = Crm.open(config -> config.entity(Partner.TYPE, GoldPartner.TYPE, Visit.TYPE)
            .access(RolePolicy.of(
                    Role.administrator("administrator"),
                    Role.named("merger")
                            .allow(Capability.MERGE)
                            .grant(Account.TYPE, ORGANIZATION, VIEW, EDIT, DELETE))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final Session sales = crm.as(user("olga", "administrator"));
    private final Channel field = sales.save(new Channel("Field sales", ChannelType.SALES)
            .addEntity(Partner.TYPE.name())
            .addEntity(GoldPartner.TYPE.name()));
    private final Account acuserv = sales.save(new Account("Acuserv"));
    private final Account bigBear = sales.save(new Account("Big Bear Stores"));

    private User user(String name, String role) {
        return crm.asSystem().save(new User(name, name + "@acme.example", name, "Example", acme).addRole(role));
    }

    @Test
    void recordsBelowATypeWithRecordsMoveAsWhatTheyAre() {
        Partner silver = sales.save(new Partner("Silver", bigBear, field));
        GoldPartner gold = sales.save(new GoldPartner("Gold", bigBear, field));
        Opportunity engine = sales.save(new Opportunity("Analytical engine", gold));
        MergePlan<Account> plan =
                sales.planMerge(Account.TYPE, choices -> choices.master(acuserv).absorb(bigBear));
        assertThat(plan.relinks())
                .extracting(Relink::toString)
                .containsExactly("gold partner.account: 1", "opportunity.account: 1", "partner.account: 1");
        sales.apply(plan).orThrow();
        assertThat(sales.get(GoldPartner.TYPE, gold.getId()).getAccount()).isEqualTo(Ref.to(acuserv));
        assertThat(sales.get(Partner.TYPE, silver.getId()).getAccount()).isEqualTo(Ref.to(acuserv));
        assertThat(sales.get(Opportunity.TYPE, engine.getId()).getAccount()).isEqualTo(Ref.to(acuserv));
    }

    @Test
    void recordsOfOneTypeCanBeNamedByATypeAbove() {
        Partner one = sales.save(new Partner("One", acuserv, field));
        Partner two = sales.save(new Partner("Two", bigBear, field));
        two.setLevel("silver");
        Partner silver = sales.save(two);
        MergePlan<Customer> plan =
                sales.planMerge(Customer.TYPE, choices -> choices.master(one).absorb(silver));
        assertThat(plan.dropped())
                .extracting(dropped -> dropped.property() + " " + dropped.value())
                .contains("level silver");
        assertThat(sales.apply(plan).orThrow().master()).isEqualTo(one);
    }

    @Test
    void recordsOfDifferentTypesAreNotMerged() {
        Partner one = sales.save(new Partner("One", acuserv, field));
        BusinessCustomer other = sales.save(new BusinessCustomer("Other", acuserv, field));
        assertThat(sales.planMerge(Customer.TYPE, choices -> choices.master(one).absorb(other))
                        .problems())
                .containsExactly("business customer Other is no partner as the master is; merge records of one type");
    }

    @Test
    void whatMayNotBeSeenMovesTooAndIsNotNamed() {
        ReferenceProperty<Visit, Account> origin = crm.define(
                Visit.TYPE, custom -> custom.reference("origin", Account.class).with(Traits.fixed()));
        Visit secret = new Visit("Secret talks");
        origin.set(secret, Ref.to(bigBear));
        sales.save(secret);
        Session merger = crm.as(user("ivan", "merger"));
        MergePlan<Account> plan = merger.planMerge(
                Account.TYPE, choices -> choices.master(acuserv).absorb(bigBear));
        assertThat(plan.problems())
                .isEqualTo(List.of("visit that you may not see: origin is given once and can not be changed; keep it"));
        assertThat(plan.toString()).doesNotContain("Secret");
    }
}
