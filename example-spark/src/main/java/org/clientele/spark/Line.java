package org.clientele.spark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** An opportunity as a line of a file: what the reports read of it, parted by commas, none of which is within a value. */
final class Line {

    private static final int CELLS = 8;

    private Line() {}

    static String of(Opportunity deal) {
        return Stream.of(
                        Objects.requireNonNull(deal.getStatus()).id(),
                        id(deal.getOwner()),
                        id(deal.getAccount()),
                        deal.getCloseDate(),
                        deal.getCloseRevenue(),
                        deal.getBaseCloseRevenue(),
                        deal.getBudget(),
                        deal.getProbability())
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining(","));
    }

    private static @Nullable UUID id(@Nullable Ref<?> ref) {
        return ref == null ? null : ref.id();
    }

    static Opportunity read(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("'" + line + "' has " + cells.length + " cells; a line has " + CELLS);
        }
        Opportunity deal = new Opportunity("of a file");
        deal.setStatus(OpportunityStatus.DICTIONARY.get(cells[0]));
        deal.setOwner(value(cells[1], id -> new Ref<>(UUID.fromString(id))));
        deal.setAccount(value(cells[2], id -> new Ref<>(UUID.fromString(id))));
        deal.setCloseDate(value(cells[3], LocalDate::parse));
        deal.setCloseRevenue(value(cells[4], Money::parse));
        deal.setBaseCloseRevenue(value(cells[5], BigDecimal::new));
        deal.setBudget(value(cells[6], Money::parse));
        deal.setProbability(value(cells[7], BigDecimal::new));
        return deal;
    }

    private static <V> @Nullable V value(String cell, Function<String, V> read) {
        return cell.isEmpty() ? null : read.apply(cell);
    }
}
