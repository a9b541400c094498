package org.clientele.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.jspecify.annotations.Nullable;

/**
 * Says which measures take a record in. Where their conditions ask about one property only, and it is one that has few
 * values, the answer for each value is remembered.
 */
final class Verdicts<R> {

    private final List<Measure<R>> measures;
    private final Lookup lookup;
    private final @Nullable Attribute<R, ?> only;
    private final Map<@Nullable Object, int[]> remembered = new HashMap<>();

    private Verdicts(List<Measure<R>> measures, Lookup lookup, @Nullable Attribute<R, ?> only) {
        this.measures = measures;
        this.lookup = lookup;
        this.only = only;
    }

    @SuppressWarnings("unchecked") // the conditions ask about the attribute of these very records
    static <R> Verdicts<R> of(List<Measure<R>> measures, Lookup lookup) {
        Set<Attribute<?, ?>> asked = new HashSet<>();
        boolean remembering = measures.stream().allMatch(measure -> asksAboutValues(measure.where(), asked))
                && asked.size() == 1
                && hasFewValues(asked.iterator().next());
        return new Verdicts<>(
                measures,
                lookup,
                remembering ? (Attribute<R, ?>) asked.iterator().next() : null);
    }

    private static boolean hasFewValues(Attribute<?, ?> attribute) {
        return attribute instanceof ChoiceProperty<?, ?> || attribute instanceof BooleanProperty<?>;
    }

    /** Whether the condition follows from values of attributes, which are noted. */
    private static boolean asksAboutValues(Criterion<?> where, Set<Attribute<?, ?>> asked) {
        if (where instanceof Criterion.All<?> all) {
            return all.parts().stream().allMatch(part -> asksAboutValues(part, asked));
        } else if (where instanceof Criterion.Any<?> any) {
            return any.parts().stream().allMatch(part -> asksAboutValues(part, asked));
        } else if (where instanceof Criterion.Not<?> not) {
            return asksAboutValues(not.part(), asked);
        } else if (where instanceof Criterion.OneOf<?, ?> oneOf) {
            asked.add(oneOf.attribute());
            return true;
        } else if (where instanceof Criterion.Blank<?> blank) {
            asked.add(blank.attribute());
            return true;
        }
        return false;
    }

    /** The places of the measures that take the record in. */
    int[] on(R record) {
        if (only == null) {
            return judge(record);
        }
        Object value = only.get(record);
        int[] known = remembered.get(value);
        if (known == null) {
            known = judge(record);
            remembered.put(value, known);
        }
        return known;
    }

    private int[] judge(R record) {
        int[] taking = new int[measures.size()];
        int count = 0;
        for (int i = 0; i < taking.length; i++) {
            if (measures.get(i).where().test(record, lookup)) {
                taking[count++] = i;
            }
        }
        return Arrays.copyOf(taking, count);
    }
}
