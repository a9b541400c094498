package org.clientele.testkit.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.CrmConfig;
import org.clientele.property.Property;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.RecordStore;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rows of {@code opportunities.csv}. */
abstract class OpportunityTable extends SalesCase {

    private static final int FEWEST_ROWS = 25;

    @Test
    void opportunitiesAreAsTheTableOfTheDocumentsSays() throws IOException {
        Desk desk = new Desk(this::newStore);
        List<List<String>> rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(FEWEST_ROWS);
        for (List<String> row : rows) {
            parts(row.get(1)).forEach(desk::step);
            desk.save();
            for (String expected : parts(row.get(2))) {
                String name = expected.substring(0, expected.indexOf('='));
                assertThat(desk.shown(name)).as("%s", row).isEqualTo(desk.meant(expected));
            }
        }
    }

    private static List<List<String>> rows() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(OpportunityTable.class.getResourceAsStream("opportunities.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split(";")).map(String::strip).toList())
                    .toList();
        }
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }

    /** Where one opportunity after the other is worked on. */
    private static final class Desk {

        private static final String NOTHING = "nothing";

        private final Supplier<RecordStore> stores;
        private Office office;
        private String base = "USD";
        private Opportunity deal = new Opportunity("Analytical engine");

        Desk(Supplier<RecordStore> stores) {
            this.stores = stores;
            this.office = new Office(stores.get(), config -> {});
        }

        void step(String step) {
            List<String> words = List.of(step.split(" ", 2));
            String rest = words.size() < 2 ? "" : words.get(1);
            switch (words.get(0)) {
                case "crm" -> open(List.of(rest.split(" ")));
                case "base" -> base = rest;
                case "rate" -> rate(rest);
                case "new" -> deal = new Opportunity("Analytical engine");
                case "win" -> deal.win(Money.parse(rest), DAY);
                case "lose" -> deal.lose(CloseReason.DICTIONARY.get(rest), DAY);
                case "reopen" -> deal.reopen(OpportunityStatus.DICTIONARY.get(rest));
                case "pass" -> office.pass(Duration.ofDays(Long.parseLong(rest)));
                default -> set(step);
            }
        }

        private void open(List<String> words) {
            List<Consumer<CrmConfig>> settings = new ArrayList<>();
            List<String> rates = new ArrayList<>();
            for (String word : words.subList(1, words.size())) {
                String name = word.substring(0, word.indexOf('='));
                String value = word.substring(word.indexOf('=') + 1);
                if (name.equals("initial")) {
                    settings.add(
                            config -> config.set(OpportunityStatus.INITIAL, OpportunityStatus.DICTIONARY.get(value)));
                } else if (OpportunityStatus.DICTIONARY.find(name).isPresent()) {
                    settings.add(config -> config.choices(Opportunity.STATUS, OpportunityStatus.of(name, name, value)));
                } else {
                    rates.add(word);
                }
            }
            base = words.get(0);
            office = new Office(stores.get(), config -> settings.forEach(setting -> setting.accept(config)));
            rates.forEach(this::rate);
        }

        private void rate(String assignment) {
            int at = assignment.indexOf('=');
            office.rates.put(assignment.substring(0, at), new BigDecimal(assignment.substring(at + 1)));
        }

        private void set(String assignment) {
            int at = assignment.indexOf('=');
            give(property(assignment.substring(0, at)), deal, assignment.substring(at + 1));
        }

        private static Property<? super Opportunity, ?> property(String name) {
            return Opportunity.TYPE.properties().stream()
                    .filter(property -> property.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        private static <V> void give(Property<? super Opportunity, V> property, Opportunity to, String text) {
            property.set(to, text.equals(NOTHING) ? null : property.fromText(text));
        }

        void save() {
            deal = office.session().save(deal);
        }

        /** What an assignment gives to an opportunity that has nothing, or the number after the sign. */
        @Nullable
        Object meant(String assignment) {
            int at = assignment.indexOf('=');
            String name = assignment.substring(0, at);
            String text = assignment.substring(at + 1);
            if (name.endsWith("InBase")) {
                return Optional.of(new BigDecimal(text).setScale(Money.SCALE));
            }
            Opportunity other = new Opportunity("other");
            give(property(name), other, text);
            return property(name).get(other);
        }

        @Nullable
        Object shown(String name) {
            return switch (name) {
                case "budgetInBase" -> deal.budgetInBase(office.currencies(base), DAY);
                case "closeRevenueInBase" -> deal.closeRevenueInBase(office.currencies(base), DAY);
                default -> property(name).get(deal);
            };
        }
    }
}
