package org.clientele.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.exchange.form.Conventions;
import org.clientele.exchange.form.Field;
import org.clientele.exchange.work.Matching;
import org.clientele.exchange.work.OnMatch;
import org.clientele.exchange.work.RowPlan;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** A layout with what goes without saying, once the host has said all. */
final class Settling<R extends CrmRecord> {

    private final ImportLayout<R> layout;
    private final List<Field<R, ?>> conventional;
    private final List<List<Property<? super R, ?>>> rules;
    private final @Nullable String idTitle;

    Settling(ImportLayout<R> layout) {
        this.layout = layout;
        this.conventional = layout.isConventional ? conventional() : List.of();
        this.rules = new ArrayList<>(layout.rules.all());
        if (layout.isConventional && !isSaidHowToMatch() && layout.onMatch != OnMatch.CREATE) {
            List<Property<? super R, ?>> known = Conventions.known(layout.type);
            if (!known.isEmpty()) {
                rules.add(known);
            }
        }
        boolean byConvention =
                layout.isConventional && layout.idTitle == null && !layout.ignored.contains(Conventions.ID);
        this.idTitle = byConvention ? Conventions.ID : layout.idTitle;
    }

    private List<Field<R, ?>> conventional() {
        return layout.conventions.fields(layout.type).stream()
                .filter(field ->
                        Conventions.find(layout.fields, field.property()).isEmpty()
                                && !layout.constantProperties.contains(field.property()))
                .toList();
    }

    private boolean isSaidHowToMatch() {
        return layout.idTitle != null || !layout.rules.all().isEmpty();
    }

    /** What happens when a record matches, said or not. */
    OnMatch decision() {
        if (layout.onMatch != null) {
            return layout.onMatch;
        }
        return isMatched() ? OnMatch.UPSERT : OnMatch.CREATE;
    }

    /** Whether there is a way to find the record of a row. */
    boolean isMatched() {
        return idTitle != null || !rules.isEmpty();
    }

    RowPlan<R> plan() {
        return new RowPlan<>(
                layout.type,
                new RowPlan.Columns<>(
                        idTitle,
                        needsId(),
                        layout.fields,
                        conventional,
                        layout.ignored,
                        layout.ignoresUnknown,
                        layout.emptyCells),
                Matching.on(layout.type, rules, this::nameOf),
                decision(),
                layout.changeable,
                new RowPlan.Completion<>(layout.constants, layout.derivations));
    }

    /** Whether a file needs the column of identities: nothing else says which record a row is about. */
    private boolean needsId() {
        return layout.idTitle != null && rules.isEmpty();
    }

    /** What a person calls the properties of a rule: the titles of their columns. */
    private String nameOf(List<Property<? super R, ?>> rule) {
        return rule.stream().map(this::nameOf).collect(Collectors.joining(" and "));
    }

    private String nameOf(Property<? super R, ?> property) {
        return Conventions.find(layout.fields, property)
                .or(() -> Conventions.find(conventional, property))
                .map(field -> "'" + field.firstTitle() + "'")
                .orElseGet(property::name);
    }
}
