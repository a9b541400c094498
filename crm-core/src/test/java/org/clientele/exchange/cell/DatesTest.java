package org.clientele.exchange.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.exchange.cell.Codecs.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.row.Table;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.junit.jupiter.api.Test;

class DatesTest {

    private static final List<String> FORMS = List.of("uuuu-MM-dd", "M/d/uuuu", "d.M.uuuu", "d/M/uuuu", "MM/dd/uuuu");

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
    private final Session sales = crm.as(crm.asSystem()
            .save(new User(
                            "olga",
                            "olga@acme.example",
                            "Olga",
                            "Example",
                            crm.asSystem().save(new Organization("Acme")))
                    .addRole("administrator")));

    private ImportReport imported(Codec<LocalDate> codec, List<String> cells) {
        List<String> lines = new ArrayList<>(List.of("Deal|Closes"));
        cells.forEach(cell -> lines.add("Deal " + lines.size() + "|" + cell));
        return sales.importer(
                        Opportunity.TYPE,
                        layout -> layout.column("Deal", Opportunity.NAME)
                                .column("Closes", Opportunity.CLOSE_DATE, codec)
                                .matchOn(Opportunity.NAME))
                .run(Table.of(lines.toArray(String[]::new)));
    }

    private List<LocalDate> days() {
        return sales.select(Opportunity.TYPE).list().stream()
                .map(opportunity -> Objects.requireNonNull(opportunity.getCloseDate()))
                .toList();
    }

    @Property(tries = 50)
    void aColumnIsReadInTheOneFormThatItCanHaveOrRefused(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 20_000) Integer> days,
            @ForAll @IntRange(min = 0, max = 4) int form) {
        DatesTest test = new DatesTest();
        DateTimeFormatter format = DateTimeFormatter.ofPattern(FORMS.get(form), Locale.ROOT);
        List<LocalDate> dates = days.stream().map(LocalDate::ofEpochDay).toList();
        boolean tells = form == 0 || form == 2 || dates.stream().anyMatch(date -> date.getDayOfMonth() > 12);
        boolean matters = dates.stream().anyMatch(date -> date.getDayOfMonth() != date.getMonthValue());
        List<String> cells = dates.stream().map(format::format).toList();
        if (tells || !matters) {
            assertThat(test.imported(dates(), cells).failures()).isEmpty();
            assertThat(test.days()).isEqualTo(dates);
        } else {
            assertThatThrownBy(() -> test.imported(dates(), cells)).isInstanceOf(UnreadableFileException.class);
            assertThat(test.days()).isEmpty();
        }
    }

    @Test
    void anAmbiguousColumnNamesBothReadings() {
        assertThatThrownBy(() -> imported(dates(), List.of("3/3/2020", "01/02/2020", "")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(
                        "table: the column 'Closes' has dates of which none tells whether the month or the day is first:"
                                + " '01/02/2020' (line 3) is 2020-01-02 or 2020-02-01; say which, by date(\"M/d/yyyy\") or"
                                + " date(\"d/M/yyyy\")");
        assertThatThrownBy(() -> imported(dates().trimmed(), List.of("13/1/2020", " 1/14/2020 ")))
                .hasMessage(
                        "table: the column 'Closes' has dates with the month first, as '1/14/2020' (line 3), and with the"
                                + " day first, as '13/1/2020' (line 2); write them all in one form");
        assertThat(sales.select(Opportunity.TYPE).count()).isZero();
    }

    @Test
    void whatIsNoDateIsRefusedInItsRowAndNamesAreDatesToo() {
        ImportReport report = imported(
                dates().alias("tbd", "").value("never", LocalDate.of(9999, 12, 31)),
                List.of("2/1/2020", "soon", "31/1/2020", "never", "2020-02-30", "1.3.2020", "2020-03-01", "tbd"));
        assertThat(report.failures()).extracting(RowOutcome.Failed::number).containsExactly(2L, 5L);
        assertThat(report.failures().get(0).problems().get(0).sentence()).startsWith("'soon' is no date; write it as");
        assertThat(sales.select(Opportunity.TYPE)
                        .where(Opportunity.CLOSE_DATE.isPresent())
                        .list())
                .extracting(Opportunity::getCloseDate)
                .containsExactly(
                        LocalDate.of(2020, 1, 2),
                        LocalDate.of(2020, 1, 31),
                        LocalDate.of(9999, 12, 31),
                        LocalDate.of(2020, 3, 1),
                        LocalDate.of(2020, 3, 1));
    }

    @Property
    void theQuickWayReadsWhatTheSlowOneReads(
            @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nano,
            @ForAll @IntRange(min = 0, max = 9) int digits) {
        int kept = nano - nano % (int) Math.pow(10, 9 - digits);
        Instant instant = Instant.ofEpochSecond(second, kept);
        assertThat(IsoText.instant(instant.toString())).isEqualTo(instant);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, 86_400L));
        assertThat(IsoText.date(date.toString())).isEqualTo(date);
    }

    @Test
    void theQuickWayLeavesToTheSlowOneWhatItDoesNotKnow() {
        for (String odd : List.of(
                "", "2020-02-30", "2020-13-01", "2020-1-1", "0000-01-01", "+2020-01-01", "2020/01/01", "2020-01-0a")) {
            assertThat(IsoText.date(odd)).as(odd).isNull();
        }
        for (String odd : List.of(
                "2020-01-01T24:00:00Z",
                "2020-01-01T10:60:00Z",
                "2020-01-01T10:00:60Z",
                "2020-01-01T10:00Z",
                "2020-01-01T10:00:00",
                "2020-01-01 10:00:00Z",
                "2020-01-01T10:00:00.Z",
                "2020-01-01T10:00:00.1234567890Z",
                "2020-01-01T10:00:00+01:00",
                "2020-01-01T10.00:00Z")) {
            assertThat(IsoText.instant(odd)).as(odd).isNull();
        }
    }
}
