package org.clientele.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.value.Sections;

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
        return new Sections(reason())
                .with("bound", bound)
                .with("created", lines(created))
                .with("changed", lines(changed))
                .with("problems", problems)
                .toString();
    }

    private static List<String> lines(List<PlannedRecord> records) {
        List<String> lines = new ArrayList<>();
        for (PlannedRecord record : records) {
            lines.add(record.toString());
            record.values().forEach(value -> lines.add("  " + value));
        }
        return lines;
    }
}
