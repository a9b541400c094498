package org.clientele.testkit.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.clientele.account.Account;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.commerce.CustomerRating;
import org.clientele.commerce.CustomerUser;
import org.clientele.commerce.Order;
import org.clientele.commerce.ShoppingList;
import org.clientele.contact.Address;
import org.clientele.model.InvalidRecordException;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** Companies and divisions, and the users who buy for them. */
abstract class CompanyExamples extends StorefrontCase {

    private static Ref<CommerceCustomer> root(Stage stage, CommerceCustomer company) {
        return stage.session.inTransaction("look", records -> company.root(records));
    }

    @Test
    void aCompanyIsACustomerWithAnAccountOfItsName() {
        Stage stage = new Stage(newStore());
        CommerceCustomer saved = stage.session.get(CommerceCustomer.TYPE, stage.acuserv.getId());
        Account account = stage.session.select(Account.TYPE).list().get(0);
        assertThat(account.getName()).isEqualTo("Acuserv");
        assertThat(saved.getAccount()).isEqualTo(Ref.to(account));
    }

    @Test
    void divisionsStandBelowTheirCompanyAndKnowIt() {
        Stage stage = new Stage(newStore());
        CommerceCustomer east = stage.session.save(stage.company("East").below(stage.acuserv));
        CommerceCustomer boston = stage.session.save(stage.company("Boston").below(east));
        assertThat(root(stage, boston)).isEqualTo(Ref.to(stage.acuserv));
        assertThat(root(stage, east)).isEqualTo(Ref.to(stage.acuserv));
        assertThat(root(stage, stage.acuserv)).isEqualTo(Ref.to(stage.acuserv));
    }

    @Test
    void aCompanyNeverStandsBelowItself() {
        Stage stage = new Stage(newStore());
        CommerceCustomer east = stage.session.save(stage.company("East").below(stage.acuserv));
        CommerceCustomer boston = stage.session.save(stage.company("Boston").below(east));
        for (CommerceCustomer below : List.of(stage.acuserv, east, boston)) {
            CommerceCustomer top = stage.session.get(CommerceCustomer.TYPE, stage.acuserv.getId());
            assertThatThrownBy(() -> stage.session.save(top.below(below)))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("stands below itself; choose a parent that is neither this customer nor one");
        }
    }

    @Test
    void divisionsStandOnTheirOwnWhenTheirCompanyGoes() {
        Stage stage = new Stage(newStore());
        CommerceCustomer east = stage.session.save(stage.company("East").below(stage.acuserv));
        stage.session.delete(stage.acuserv);
        assertThat(stage.session.get(CommerceCustomer.TYPE, east.getId()).getParent())
                .isNull();
    }

    @Test
    void whatACompanyIsIsKept() {
        Stage stage = new Stage(newStore());
        stage.acuserv.setCustomerGroup("wholesale");
        stage.acuserv.setRating(CustomerRating.FOUR);
        stage.acuserv.setVatId("US-1");
        stage.acuserv.setTaxCode("exempt");
        stage.acuserv.setSalesRepresentatives(Set.of(Ref.to(stage.olga)));
        stage.acuserv.setAddresses(List.of(Address.in("US").with(Address.CITY, "Rochester")));
        stage.session.save(stage.acuserv);
        CommerceCustomer kept = stage.session
                .select(CommerceCustomer.TYPE)
                .where(CommerceCustomer.CUSTOMER_GROUP
                        .is("Wholesale")
                        .and(CommerceCustomer.SALES_REPRESENTATIVES.contains(stage.olga))
                        .and(CommerceCustomer.RATING.is(CustomerRating.FOUR)))
                .list()
                .get(0);
        assertThat(kept.getAddresses()).isEqualTo(stage.acuserv.getAddresses());
        assertThat(kept.getVatId()).isEqualTo("US-1");
        assertThat(kept.getTaxCode()).isEqualTo("exempt");
    }

    @Test
    void aUserIsKnownBeforeHavingACustomerAndARoleAndEnabledOnlyWithThem() {
        Stage stage = new Stage(newStore());
        CustomerUser ada = stage.session.save(new CustomerUser("Ada", "Lovelace", "ada@acuserv.example"));
        assertThat(ada.isEnabled()).isFalse();
        assertThat(ada.isConfirmed()).isFalse();
        assertThatThrownBy(ada::enable)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("customer user ada@acuserv.example has no customer and can not be enabled; give one first");
        ada.setEnabled(true);
        assertThatThrownBy(() -> stage.session.save(ada))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is enabled without a customer")
                .hasMessageContaining("is enabled without a role");
        ada.setCustomer(Ref.to(stage.acuserv));
        CustomerUser enabled = stage.session.save(ada.addRole("buyer").confirm().enable());
        assertThat(enabled.isEnabled() && enabled.isConfirmed()).isTrue();
        assertThat(stage.session.save(enabled.disable()).isEnabled()).isFalse();
    }

    @Test
    void theEmailOfAUserIsAnAddressAndNobodyElseHasItInAnyCase() {
        Stage stage = new Stage(newStore());
        stage.buyer("ada");
        for (String email : List.of("", "ada", "nobody at all")) {
            assertThatThrownBy(() -> stage.session.save(new CustomerUser("Bo", "Example", email)))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("email");
        }
        assertThatThrownBy(() -> stage.session.save(new CustomerUser("Bo", "Example", "ADA@acuserv.example")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("belongs to another customer user");
    }

    @Test
    void nobodyWasBornTomorrow() {
        Stage stage = new Stage(newStore());
        CustomerUser ada = stage.buyer("ada");
        ada.setBirthday(TODAY.plusDays(1));
        assertThatThrownBy(() -> stage.session.save(ada))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("birthday");
        ada.setBirthday(TODAY);
        stage.session.save(ada);
    }

    @Test
    void aUserWhoseCustomerGoesIsDisabled() {
        Stage stage = new Stage(newStore());
        CustomerUser ada = stage.buyer("ada");
        ShoppingList list = stage.session.save(new ShoppingList("Next week", ada));
        stage.session.delete(stage.acuserv);
        CustomerUser left = stage.session.get(CustomerUser.TYPE, ada.getId());
        assertThat(left.getCustomer()).isNull();
        assertThat(left.isEnabled()).isFalse();
        assertThat(stage.session.get(ShoppingList.TYPE, list.getId()).getCustomer())
                .isNull();
    }

    @Test
    void aCompanyWithOrdersGoesOnlyWithThem() {
        Stage stage = new Stage(newStore());
        Order order = stage.session.save(stage.order("5", "USD"));
        assertThatThrownBy(() -> stage.session.delete(stage.acuserv))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining(order.getIdentifier());
        stage.session.deleteCascading(stage.acuserv);
        assertThat(stage.session.select(Order.TYPE).count()).isZero();
    }
}
