package org.clientele.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.Set;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelChoices;
import org.clientele.channel.ChannelType;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerIdentity;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.sales.BusinessCustomer;
import org.clientele.testkit.host.Branch;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What channels are and are not (OroCRM documentation, Channels). */
abstract class ChannelExamples extends CustomerConformance {

    private static final Role CLERK = Role.named("olga").grant(Channel.TYPE, ORGANIZATION, VIEW, CREATE, EDIT, DELETE);

    private static Channel in(Organization organization, Channel channel) {
        channel.setOrganization(Ref.to(organization));
        return channel;
    }

    private static Channel storefront(String name) {
        Channel channel = new Channel(name, ChannelType.COMMERCE);
        channel.setEntities(Set.of());
        channel.setCustomerIdentity(Branch.TYPE.name());
        return channel;
    }

    @Test
    void aChannelWithoutANameIsNamedAfterItsType() {
        Stage stage = new Stage(newStore());
        assertThat(stage.system
                        .save(in(stage.acme, new Channel(" ", ChannelType.SALES)))
                        .getName())
                .isEqualTo("Sales channel");
    }

    @Test
    void aChannelNamesTypesOfTheCrmOnly() {
        Stage stage = new Stage(newStore());
        Channel field = in(stage.acme, new Channel("Field", ChannelType.SALES));
        field.addEntity("cartt").addEntity("quotte").addEntity("opportunity");
        assertThatThrownBy(() -> stage.system.save(field))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage(
                        "channel Field: entities has cartt, quotte, which this CRM does not know; name types that are"
                                + " registered");
        for (String identity : Set.of("opportunity", "customer", "nobody")) {
            Channel other = in(stage.acme, new Channel("Field", ChannelType.SALES));
            other.setCustomerIdentity(identity);
            assertThatThrownBy(() -> stage.system.save(other))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessage(
                            "channel Field: customerIdentity is '" + identity
                                    + "', which is no kind of customer of this CRM; name a registered type that extends customer");
        }
    }

    @Test
    void aChannelWithoutACustomerIdentityIsRefusedWithASentence() {
        Stage stage = new Stage(newStore());
        Channel field = in(stage.acme, new Channel("Field", ChannelType.SALES));
        field.setCustomerIdentity(null);
        assertThatThrownBy(() -> stage.system.save(field))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("channel Field: customerIdentity is missing; give one");
    }

    @Test
    void aCustomChannelIsDeprecatedAndWorks() {
        Stage stage = new Stage(newStore());
        assertThat(ChannelType.DICTIONARY.values())
                .filteredOn(ChannelType::isDeprecated)
                .containsExactly(ChannelType.CUSTOM);
        Channel fairs = stage.system.save(in(stage.acme, new Channel("Fairs", ChannelType.CUSTOM)));
        CustomerIdentity visitor = stage.saved(new CustomerIdentity("Acuserv", fairs));
        assertThat(stage.accountName(visitor)).isEqualTo("Acuserv");
        assertThat(stage.system.get(Customer.TYPE, visitor.getId())).isInstanceOf(CustomerIdentity.class);
        assertThatThrownBy(() -> stage.saved(new CustomerIdentity("A".repeat(251), fairs)))
                .hasMessageContaining("has a name of more than 250 characters; shorten it");
    }

    @Test
    void theCommerceChannelIsOneForAnOrganization() {
        Stage stage = new Stage(newStore());
        Channel first = stage.system.save(in(stage.acme, storefront("Storefront")));
        stage.system.save(in(stage.beta, storefront("Storefront")));
        assertThatThrownBy(() -> stage.system.save(in(stage.acme, storefront("Second"))))
                .hasMessage(
                        "channel Second: is a second commerce channel of its organization; go on with the one that is"
                                + " there");
        first.setName("Shop front");
        assertThat(stage.system.save(first).getName()).isEqualTo("Shop front");
        stage.system.delete(stage.system.get(Channel.TYPE, first.getId()));
        stage.system.save(in(stage.acme, storefront("Next")));
    }

    @Test
    void noUserMakesOrDeletesACommerceChannel() {
        Stage stage = new Stage(newStore(), CLERK);
        Session olga = stage.crm.as(stage.user("olga"));
        assertThatThrownBy(() -> olga.save(storefront("Storefront")))
                .hasMessage(
                        "channel Storefront: is a commerce channel, which no user makes; let the session of the system"
                                + " save it");
        Channel storefront = stage.system.save(in(stage.acme, storefront("Storefront")));
        Channel seen = olga.get(Channel.TYPE, storefront.getId());
        assertThatThrownBy(() -> olga.delete(seen))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage(
                        "channel Storefront: is a commerce channel, which no user deletes; deactivate it, or let the"
                                + " session of the system delete it");
        assertThatThrownBy(() -> olga.deleteCascading(seen)).isInstanceOf(InvalidRecordException.class);
        seen.deactivate();
        assertThat(olga.save(seen).isActive()).isFalse();
        Channel field = olga.save(new Channel("Field", ChannelType.SALES));
        olga.delete(field);
        assertThat(olga.find(Channel.TYPE, field.getId())).isEmpty();
    }

    @Test
    void whoMayDeleteButNotSeeIsNotToldItsName() {
        Stage stage = new Stage(newStore(), Role.named("olga").grant(Channel.TYPE, ORGANIZATION, DELETE));
        Channel storefront = stage.system.save(in(stage.acme, storefront("Secret front")));
        Session olga = stage.crm.as(stage.user("olga"));
        assertThatThrownBy(() -> olga.delete(storefront))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageStartingWith("channel that you may not see: is a commerce channel");
    }

    @Test
    void onlyActiveChannelsThatHaveAllEntitiesAreOffered() {
        Stage stage = new Stage(newStore(), CLERK);
        Session olga = stage.crm.as(stage.user("olga"));
        Channel west = olga.save(new Channel("West", ChannelType.SALES).addEntity(Branch.TYPE.name()));
        Channel east = olga.save(new Channel("East", ChannelType.SALES));
        Channel closed = new Channel("Closed", ChannelType.SALES);
        closed.deactivate();
        Channel stored = olga.save(closed);
        assertThat(olga.run(ChannelChoices.of(BusinessCustomer.TYPE)).channels())
                .containsExactly(east, west);
        ChannelChoices both = olga.run(ChannelChoices.of(BusinessCustomer.TYPE, Branch.TYPE));
        assertThat(both.preselected()).contains(Ref.to(west));
        stored.activate();
        olga.save(stored);
        assertThat(olga.run(ChannelChoices.of(BusinessCustomer.TYPE)).channels())
                .containsExactly(stored, east, west);
        assertThat(olga.select(Channel.TYPE).where(Channel.offering()).count()).isEqualTo(3);
    }

    @Test
    void aNewCustomerWithoutAChannelGetsTheOnlyOneThatFits() {
        Stage stage = new Stage(newStore());
        stage.channel("Elsewhere", stage.beta);
        Channel closed = stage.channel("Closed", stage.acme);
        closed.deactivate();
        stage.system.save(closed);
        Channel field = stage.channel("Field", stage.acme);
        BusinessCustomer acuserv = company("Acuserv", field);
        acuserv.setChannel(null);
        assertThat(stage.saved(acuserv).getChannel()).isEqualTo(Ref.to(field));
        stage.channel("Fairs", stage.acme);
        BusinessCustomer bigBear = company("Big Bear Stores", field);
        bigBear.setChannel(null);
        assertThatThrownBy(() -> stage.saved(bigBear))
                .hasMessage("business customer Big Bear Stores: channel is missing; give one");
    }

    @Test
    void aChannelWithCustomersIsNotDeleted() {
        Stage stage = new Stage(newStore());
        Channel field = stage.channel("Field", stage.acme);
        BusinessCustomer acuserv = stage.saved(company("Acuserv", field));
        assertThatThrownBy(() -> stage.system.delete(field))
                .hasMessageContaining(
                        "channel Field: can not be deleted while business customer Acuserv points to it by channel");
        stage.system.deleteCascading(field);
        assertThat(stage.system.find(Customer.TYPE, acuserv.getId())).isEmpty();
    }
}
