package org.clientele.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** What one row says, read and ready to be given to a record. */
final class Filling<R extends CrmRecord> {

    private final List<Setting<R, ?>> settings;
    private final ImportLayout<R> layout;
    private final ImportedRow row;

    Filling(List<Setting<R, ?>> settings, ImportLayout<R> layout, ImportedRow row) {
        this.settings = settings;
        this.layout = layout;
        this.row = row;
    }

    /** What a cell says about a record. */
    record Setting<R, V>(
            Column<R, V> column, String cell, @Nullable V value) {

        void apply(R record) {
            Property<? super R, V> property = column.property();
            if (value != null || !isEmpty(property.get(record))) {
                property.set(record, value);
            }
        }

        private static boolean isEmpty(@Nullable Object value) {
            return value == null
                    || value.equals("")
                    || (value instanceof Collection<?> collection && collection.isEmpty());
        }
    }

    /** Sets everything that a record may be matched on. */
    void sketch(R draft) {
        fill(draft, settings);
    }

    /** Sets columns and constants, then takes the steps that complete the record. */
    void complete(R record) {
        fill(
                record,
                settings.stream()
                        .filter(setting -> !setting.column.property().has(Traits.Calculated.class))
                        .toList());
        derive(record);
    }

    private void fill(R record, List<Setting<R, ?>> values) {
        List<Problem> problems = new ArrayList<>();
        for (Setting<R, ?> setting : values) {
            try {
                setting.apply(record);
            } catch (IllegalArgumentException bad) {
                problems.add(new Problem(setting.column.title(), setting.cell, String.valueOf(bad.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw new RefusedRowException(problems);
        }
        layout.constants.forEach(constant -> constant.accept(record));
    }

    private void derive(R record) {
        try {
            layout.derivations.forEach(step -> step.accept(row, record));
        } catch (RefusedRowException refused) {
            throw refused;
        } catch (CrmException | IllegalArgumentException | IllegalStateException refused) {
            throw new RefusedRowException(String.valueOf(refused.getMessage()));
        } catch (RuntimeException broken) {
            throw new RefusedRowException("the step that completes the record failed: " + broken);
        }
    }
}
