package org.clientele.examples.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.organization.User;
import org.clientele.report.Column;
import org.clientele.report.Table;
import org.clientele.report.Tally;
import org.clientele.sales.Lead;
import org.clientele.sales.LeadStatus;
import org.clientele.sales.Opportunity;
import org.clientele.sales.SalesReports;
import org.clientele.value.DateUnit;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The documented reports of sales as one page that needs nothing besides: tables to sort and to filter, pictures, and the
 * records behind each number. It shows what the viewer may see, and as of now.
 *
 * <pre>{@code
 * new ReportsPage(sales, crm.schema()).write(Path.of("reports.html"));
 * }</pre>
 */
public final class ReportsPage {

    private static final String OPPORTUNITIES = "opportunities";
    private static final String LEADS = "leads";
    private static final Pattern PLACE = Pattern.compile("@(\\w+)@");

    /** How many rows a picture shows. */
    private static final int BARS = 26;

    private final Session viewer;
    private final Schema schema;

    /** The page as a user sees it. */
    public ReportsPage(Session viewer, Schema schema) {
        this.viewer = viewer;
        this.schema = schema;
    }

    /** Writes the page to a file; gives the file. */
    public Path write(Path file) throws IOException {
        return Files.writeString(file, html());
    }

    /** The text of the page. */
    String html() {
        List<Section<?>> sections = sections();
        Map<String, Object> records = new LinkedHashMap<>();
        sections.forEach(section ->
                records.computeIfAbsent(section.of(), of -> section.listed().json()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("records", records);
        data.put("reports", sections.stream().map(Section::json).toList());
        Map<String, String> filled = Map.of(
                "style", resource("page.css"),
                "script", resource("page.js"),
                "sections", sections.stream().map(Section::html).collect(Collectors.joining()),
                "data", Text.json(data));
        // in one pass, so that what a record is called is not filled in again
        return PLACE.matcher(resource("page.html"))
                .replaceAll(place ->
                        Matcher.quoteReplacement(Objects.requireNonNull(filled.get(place.group(1)), place.group(1))));
    }

    List<Section<?>> sections() {
        Map<UUID, String> users = names(User.TYPE);
        Listed<Opportunity> opportunities = opportunities(names(Account.TYPE), users);
        return List.of(accounts(opportunities), won(opportunities), forecast(opportunities), weeks(leads(users)));
    }

    private <R extends CrmRecord> Map<UUID, String> names(EntityType<R> type) {
        Map<UUID, String> names = new HashMap<>();
        viewer.select(type).list().forEach(record -> names.put(record.getId(), type.nameOf(record)));
        return names;
    }

    private Listed<Opportunity> opportunities(Map<UUID, String> accounts, Map<UUID, String> users) {
        Map<String, Function<Opportunity, @Nullable Object>> shown = new LinkedHashMap<>();
        shown.put("Opportunity", Opportunity::getName);
        shown.put("Account", deal -> name(deal.getAccount(), accounts));
        shown.put("Owner", deal -> name(deal.getOwner(), users));
        shown.put("Status", Opportunity::getStatus);
        shown.put("Close date", Opportunity::getCloseDate);
        shown.put("Budget", Opportunity::getBudget);
        shown.put("Close revenue", Opportunity::getCloseRevenue);
        return Listed.of(
                viewer,
                Opportunity.TYPE,
                Opportunity::getStatus,
                deal -> name(deal.getOwner(), users),
                Opportunity::getCloseDate,
                shown);
    }

    private Listed<Lead> leads(Map<UUID, String> users) {
        Map<String, Function<Lead, @Nullable Object>> shown = new LinkedHashMap<>();
        shown.put("Lead", Lead::getName);
        shown.put("Company", Lead::getCompanyName);
        shown.put("Owner", lead -> name(lead.getOwner(), users));
        shown.put("Status", Lead::getStatus);
        shown.put("Came on", ReportsPage::day);
        return Listed.of(
                viewer, Lead.TYPE, Lead::getStatus, lead -> name(lead.getOwner(), users), ReportsPage::day, shown);
    }

    private static String name(@Nullable Ref<?> ref, Map<UUID, String> names) {
        return ref == null ? "" : names.getOrDefault(ref.id(), ref.id().toString());
    }

    private static LocalDate day(CrmRecord record) {
        return LocalDate.ofInstant(Objects.requireNonNull(record.getCreatedAt()), ZoneOffset.UTC);
    }

    private Section<Opportunity> accounts(Listed<Opportunity> listed) {
        Table<Opportunity> table = viewer.run(SalesReports.accountsByStatus(schema));
        String[] statuses = table.columns().stream()
                .map(Column::title)
                .filter(title -> !title.equals(SalesReports.NUMBER))
                .toArray(String[]::new);
        List<Table.Row> largest = table.rows().stream()
                .sorted(Comparator.comparingLong(row -> -table.count(row, SalesReports.NUMBER)))
                .toList();
        Picture picture =
                Picture.of("accounts", table, first(largest), true, statuses).narrow();
        return new Section<>("accounts", "Account", OPPORTUNITIES, table, listed, picture.html(), true);
    }

    private Section<Opportunity> won(Listed<Opportunity> listed) {
        Table<Opportunity> table = viewer.run(SalesReports.wonByPeriod(DateUnit.QUARTER));
        Picture picture = Picture.of("won", table, last(table.rows()), false, SalesReports.BASE_REVENUE);
        return new Section<>("won", "Quarter", OPPORTUNITIES, table, listed, picture.html(), false);
    }

    private Section<Opportunity> forecast(Listed<Opportunity> listed) {
        Table<Opportunity> table = viewer.run(SalesReports.forecast());
        Picture picture =
                Picture.of("forecast", table, first(table.rows()), false, SalesReports.BUDGET, SalesReports.FORECAST);
        return new Section<>("forecast", "Owner", OPPORTUNITIES, table, listed, picture.html(), false);
    }

    /** Weeks in which no lead came stand among the others, so that a picture of them does not mislead. */
    private Section<Lead> weeks(Listed<Lead> listed) {
        Table<Lead> table = viewer.run(Tally.of(
                "Leads by week",
                Lead.TYPE,
                columns -> columns.groupBy(CrmRecord.CREATED_AT.by(DateUnit.WEEK, ZoneOffset.UTC))
                        .withEmptyGroups()
                        .count("came")
                        .count("qualified", Lead.STATUS.is(LeadStatus.QUALIFIED))
                        .count("disqualified", Lead.STATUS.is(LeadStatus.CANCELED))));
        Picture picture = Picture.of("leads", table, last(table.rows()), false, "came", "qualified")
                .narrow();
        return new Section<>("leads", "Week", LEADS, table, listed, picture.html(), true);
    }

    private static List<Table.Row> first(List<Table.Row> rows) {
        return rows.subList(0, Math.min(BARS, rows.size()));
    }

    private static List<Table.Row> last(List<Table.Row> rows) {
        return rows.subList(Math.max(0, rows.size() - BARS), rows.size());
    }

    private static String resource(String name) {
        try (InputStream text =
                Objects.requireNonNull(ReportsPage.class.getResourceAsStream("/reports/" + name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
