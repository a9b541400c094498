package org.clientele.merge;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** Plans as texts that can be stored; {@link PlanReading} reads them back as equal plans. */
final class PlanText {

    /** What such a text begins with. */
    static final String FORM = "merge plan 1";

    private PlanText() {}

    /** The parts of a plan, as {@link MergePlan} names them. */
    static <R extends CrmRecord> String write(
            MergeRequest<R> request,
            MergeMember master,
            List<MergeMember> absorbed,
            List<MergeChange<R>> changes,
            List<Relink> relinks,
            List<CarriedOver> carried,
            List<Dropped> dropped,
            List<String> problems) {
        MergeStrategy<?, ?> preferred = request.preferred();
        return join(
                FORM,
                request.type().name(),
                join(request.absorbed(), UUID::toString),
                join(request.sources().entrySet(), chosen -> chosen(chosen.getKey(), chosen.getValue())),
                join(request.kept().entrySet(), kept -> join(kept.getKey().name(), text(kept.getValue()))),
                preferred == null ? null : preferred.name(),
                member(master),
                join(absorbed, PlanText::member),
                join(changes, PlanText::change),
                join(
                        relinks,
                        relink -> join(relink.type(), relink.property(), text(relink.count()), text(relink.mark()))),
                join(carried, one -> join(one.type(), one.property(), text(one.count()))),
                join(
                        dropped,
                        lost -> join(text(lost.record()), lost.name(), lost.property(), lost.value(), lost.reason())),
                join(problems, problem -> problem));
    }

    private static String join(@Nullable String... parts) {
        return TextForm.join(Arrays.asList(parts));
    }

    private static <T> String join(Collection<T> all, Function<? super T, String> form) {
        return TextForm.join(all.stream().map(form).toList());
    }

    private static String text(Object value) {
        return value.toString();
    }

    private static String member(MergeMember member) {
        Long version = member.version();
        return join(text(member.record()), member.name(), version == null ? null : text(version));
    }

    private static String chosen(Property<?, ?> property, MergeSource source) {
        return join(property.name(), source(property, source));
    }

    private static String change(MergeChange<?> change) {
        Property<?, ?> property = change.property();
        return join(
                property.name(),
                value(property, change.before()),
                value(property, change.after()),
                source(property, change.source()));
    }

    private static String source(Property<?, ?> property, MergeSource source) {
        if (source instanceof MergeSource.OneRecord one) {
            return join("record", text(one.record()));
        } else if (source instanceof MergeSource.Given given) {
            return join("given", value(property, given.value()));
        } else if (source instanceof MergeSource.ByStrategy by) {
            MergeMember from = by.from();
            return join("strategy", by.strategy().name(), from == null ? null : member(from));
        }
        return join("rules");
    }

    @SuppressWarnings("unchecked") // a value of the property itself
    private static <V> @Nullable String value(Property<?, V> property, @Nullable Object value) {
        return value == null ? null : property.toText((V) value);
    }
}
