package org.clientele.jpa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;

/** Alternatives of which those that name values of one attribute are one list of values: a parser gets along with that. */
final class Alternatives {

    private final Map<Attribute<?, ?>, Set<Object>> values = new LinkedHashMap<>();
    private final Map<Attribute<?, ?>, Set<String>> texts = new LinkedHashMap<>();
    private final List<Criterion<?>> others = new ArrayList<>();

    private Alternatives() {}

    /** Conditions of which one holds exactly if one of these does. */
    static List<Criterion<?>> of(List<? extends Criterion<?>> parts) {
        Alternatives all = new Alternatives();
        parts.forEach(all::add);
        List<Criterion<?>> fewer = new ArrayList<>();
        all.values.forEach((attribute, some) -> fewer.add(oneOf(attribute, some)));
        all.texts.forEach((attribute, some) -> fewer.add(oneText(attribute, some)));
        fewer.addAll(all.others);
        return fewer;
    }

    private void add(Criterion<?> part) {
        if (part instanceof Criterion.Any<?> any) {
            any.parts().forEach(this::add);
        } else if (part instanceof Criterion.OneOf<?, ?> one) {
            values.computeIfAbsent(one.attribute(), first -> new LinkedHashSet<>())
                    .addAll(one.values());
        } else if (part instanceof Criterion.OneText<?> one) {
            texts.computeIfAbsent(one.attribute(), first -> new LinkedHashSet<>())
                    .addAll(one.texts());
        } else if (part instanceof Criterion.TextMatch<?> match && match.match() == Criterion.Match.EQUAL) {
            texts.computeIfAbsent(match.attribute(), first -> new LinkedHashSet<>())
                    .add(match.text());
        } else {
            others.add(part);
        }
    }

    @SuppressWarnings("unchecked") // the values are some that were named for this attribute
    private static <R> Criterion<R> oneOf(Attribute<R, ?> attribute, Set<Object> values) {
        return new Criterion.OneOf<>((Attribute<R, Object>) attribute, values);
    }

    @SuppressWarnings("unchecked") // texts are named for attributes of texts alone
    private static <R> Criterion<R> oneText(Attribute<R, ?> attribute, Set<String> texts) {
        return new Criterion.OneText<>((Attribute<R, String>) attribute, texts);
    }
}
