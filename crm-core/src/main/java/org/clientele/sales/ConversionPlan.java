package org.clientele.sales;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the conversion of a lead would do: nothing has happened yet. A value that can be kept, compared and printed; apply
 * it with {@code session.apply(plan)}. Immutable and thread-safe.
 *
 * @param request what was asked for
 * @param lead the lead that is qualified
 * @param bound the stored contact, customer and account that the opportunity gets, as far as it gets stored ones
 * @param created the contact, the account and the opportunity, as far as they are created
 * @param changed how stored records change: the account, the lead
 * @param problems why the conversion can not be done, each a sentence; none when it can
 */
public record ConversionPlan(
        ConversionRequest request,
        ConversionMember lead,
        List<ConversionMember> bound,
        List<PlannedRecord> created,
        List<PlannedRecord> changed,
        List<String> problems) {

    public ConversionPlan {
        bound = List.copyOf(bound);
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        problems = List.copyOf(problems);
    }

    /** The lead, then what is bound. */
    public List<ConversionMember> members() {
        return Stream.concat(Stream.of(lead), bound.stream()).toList();
    }

    /** Why, for the history: "conversion of lead Oro Inc.". */
    public String reason() {
        return "conversion of " + lead;
    }

    /** The plan as a page to read. */
    @Override
    public String toString() {
        StringBuilder page = new StringBuilder(reason()).append('\n');
        section(page, "bound", bound);
        records(page, "created", created);
        records(page, "changed", changed);
        section(page, "problems", problems);
        return page.toString();
    }

    private static void section(StringBuilder page, String title, List<?> lines) {
        page.append("  ").append(title).append(lines.isEmpty() ? ": none\n" : ":\n");
        lines.forEach(line -> page.append("    ").append(line).append('\n'));
    }

    private static void records(StringBuilder page, String title, List<PlannedRecord> records) {
        page.append("  ").append(title).append(records.isEmpty() ? ": none\n" : ":\n");
        for (PlannedRecord record : records) {
            page.append("    ").append(record).append('\n');
            record.values().forEach(value -> page.append("      ").append(value).append('\n'));
        }
    }
}
