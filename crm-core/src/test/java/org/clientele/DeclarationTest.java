package org.clientele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientele.account.Account;
import org.clientele.commerce.OrderLineItem;
import org.clientele.grid.Grid;
import org.clientele.grid.GridView;
import org.clientele.model.EntityType;
import org.clientele.property.ItemType;
import org.clientele.report.Table;
import org.clientele.report.Tally;
import org.clientele.sales.Opportunity;
import org.clientele.value.Counted;
import org.junit.jupiter.api.Test;

/** What is declared wrongly, or asked for what it is not, is told so. */
class DeclarationTest {

    @Test
    void twoPropertiesOfOneNameAreRefusedAlsoWhenOneIsInherited() {
        assertThatThrownBy(() -> EntityType.define(
                        "account",
                        Account.class,
                        () -> new Account(""),
                        type -> type.properties(Account.NAME, Account.TAGS, Account.NAME)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("account has two properties called name; give one of them another name");
        assertThatThrownBy(() -> EntityType.define(
                        "account",
                        Account.class,
                        () -> new Account(""),
                        type -> type.extending(Account.TYPE).properties(Account.NAME)))
                .hasMessageStartingWith("account has two properties called name");
        assertThatThrownBy(() ->
                        ItemType.define("line", values -> null, OrderLineItem.PRODUCT_SKU, OrderLineItem.PRODUCT_SKU))
                .hasMessageStartingWith("line has two properties called " + OrderLineItem.PRODUCT_SKU);
    }

    @Test
    void aCustomPropertyHasAName() {
        Crm crm = Crm.open();
        for (String none : List.of("", " ")) {
            assertThatThrownBy(() -> crm.define(Account.TYPE, custom -> custom.text(none)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has no name; give it one");
        }
    }

    @Test
    void theViewOfAllIsAlwaysThere() {
        assertThatThrownBy(() -> Grid.of("deals", Opportunity.TYPE, grid -> grid.standard(GridView.named("All"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'All' is always there");
    }

    @Test
    void aCellIsReadAsWhatItIs() {
        Tally<Opportunity> tally = Tally.of(
                "deals",
                Opportunity.TYPE,
                columns -> columns.count("n")
                        .sum("m", Opportunity.BUDGET)
                        .sum("p", Opportunity.PROBABILITY)
                        .greatest("g", Opportunity.PROBABILITY));
        Session system = Crm.open().asSystem();
        Table<Opportunity> table = system.run(tally);
        Table.Row row = new Table.Row(List.of(), List.of(), table.totals());
        assertThat(table.count(row, "n")).isZero();
        assertThatThrownBy(() -> table.count(row, "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'m' of 'deals' holds amounts; read it by money(row, \"m\")");
        assertThatThrownBy(() -> table.sum(row, "m")).hasMessageContaining("read it by money");
        assertThatThrownBy(() -> table.money(row, "n")).hasMessageContaining("holds counts; read it by count");
        assertThatThrownBy(() -> table.value(row, "p")).hasMessageContaining("holds sums; read it by sum");
        assertThatThrownBy(() -> table.count(row, "g")).hasMessageContaining("holds values; read it by value");
    }

    @Test
    void numbersOfThingsAreInThePlural() {
        assertThat(Counted.of(1, "activity link")).isEqualTo("1 activity link");
        assertThat(Counted.of(2, "activity link")).isEqualTo("2 activity links");
        assertThat(Counted.of(0, "opportunity")).isEqualTo("0 opportunities");
        assertThat(Counted.of(2, "address")).isEqualTo("2 addresses");
    }
}
