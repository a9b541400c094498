package org.clientele.jpa.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.clientele.Crm;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Contact;
import org.clientele.contact.PhoneNumber;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.magento.OrderItem;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Write;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.junit.jupiter.api.Test;

/** Lists whose rows change places or are alike. */
class AlikeItemsTest {

    private static final OrderItem ENGINE =
            new OrderItem("Analytical engine", BigDecimal.ONE, Money.of("17000", "USD"));
    private static final OrderItem CARD = new OrderItem("Punched card", BigDecimal.TEN, Money.of("1", "USD"));

    private static final Channel SHOP = new Channel("Shop", ChannelType.MAGENTO);

    private final JpaStore store = Database.shared().emptyStore();

    AlikeItemsTest() {
        Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE));
    }

    private <R extends CrmRecord> R inserted(EntityType<R> type, R record) {
        store.inTransaction(records -> records.write(List.of(new Write.Insert<>(type, record))));
        return stored(type, record);
    }

    private <R extends CrmRecord> R updated(EntityType<R> type, R record) {
        store.inTransaction(records -> records.write(List.of(new Write.Update<>(type, record, record))));
        return stored(type, record);
    }

    private <R extends CrmRecord> R stored(EntityType<R> type, R record) {
        return store.inTransaction(records -> records.find(type, record.getId()).orElseThrow());
    }

    private static List<PhoneNumber> phones(String... numbers) {
        return List.of(numbers).stream()
                .map(number -> new PhoneNumber(number, false))
                .toList();
    }

    @Test
    void itemsChangePlaces() {
        Contact ada = new Contact("Ada", "Lovelace");
        ada.setPhones(phones("1", "2", "3"));
        ada = inserted(Contact.TYPE, ada);
        for (List<PhoneNumber> phones : List.of(
                phones("3", "1", "2"), phones("2", "4", "3", "1"), phones("1", "2"), phones("5", "2"), phones())) {
            ada.setPhones(phones);
            ada = updated(Contact.TYPE, ada);
            assertThat(ada.getPhones()).isEqualTo(phones);
        }
    }

    @Test
    void aNewRecordHasItemsThatAreAlike() {
        WebOrder order = new WebOrder("1", SHOP, "new");
        order.setItems(List.of(ENGINE, CARD, ENGINE));
        assertThat(inserted(WebOrder.TYPE, order).getItems()).containsExactly(ENGINE, CARD, ENGINE);
    }

    @Test
    void ofRecordsOfOneTransactionEachHasTheItemsThatTheyShare() {
        WebOrder first = new WebOrder("1", SHOP, "new");
        WebOrder second = new WebOrder("1", SHOP, "new");
        first.setItems(List.of(ENGINE));
        second.setItems(List.of(ENGINE));
        store.inTransaction(records -> records.write(
                List.of(new Write.Insert<>(WebOrder.TYPE, first), new Write.Insert<>(WebOrder.TYPE, second))));
        assertThat(stored(WebOrder.TYPE, first).getItems()).containsExactly(ENGINE);
        assertThat(stored(WebOrder.TYPE, second).getItems()).containsExactly(ENGINE);
    }

    /** EclipseLink can not write them; it may not lose one unseen. */
    @Test
    void itemsThatAreAlikeAreKeptOrRefused() {
        WebOrder order = new WebOrder("1", SHOP, "new");
        order.setItems(List.of(ENGINE, CARD));
        WebOrder changed = inserted(WebOrder.TYPE, order);
        changed.setItems(List.of(ENGINE, CARD, ENGINE));
        if (Database.keepsAlikeItems()) {
            assertThat(updated(WebOrder.TYPE, changed).getItems()).containsExactly(ENGINE, CARD, ENGINE);
        } else {
            assertThatThrownBy(() -> updated(WebOrder.TYPE, changed))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("that are alike")
                    .hasMessageContaining("make them differ");
            assertThat(stored(WebOrder.TYPE, order).getItems()).containsExactly(ENGINE, CARD);
        }
    }
}
