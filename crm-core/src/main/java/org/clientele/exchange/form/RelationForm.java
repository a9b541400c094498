package org.clientele.exchange.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.exchange.cell.Agreement;
import org.clientele.exchange.cell.Codec;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.exchange.cell.Recent;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A record of another type by what a person knows it by: "Default Contact First name" and "Default Contact Last name"
 * (OroCRM documentation, Import: related records). Where that would not lead back to the record its identity is written in
 * the first of these columns, and read.
 *
 * @param by what the record is known by, one cell each
 */
record RelationForm<T extends CrmRecord>(EntityType<T> type, List<Key<T, ?>> by) implements Form<Ref<T>> {

    RelationForm {
        by = List.copyOf(by);
    }

    /** One of the properties by which a record is known, and how a cell holds it. */
    record Key<T, V>(Field<T, V> field, Codec<V> codec) {

        private CellForm.@Nullable Cell<V> cell(List<String> titles, Binding file) {
            int column = file.take(titles);
            return column < 0
                    ? null
                    : new CellForm.Cell<>(file.header().titles().get(column), column, codec);
        }
    }

    @Override
    public @Nullable Reading<Ref<T>> reading(List<String> titles, Binding file) {
        List<Part<T, ?>> parts = new ArrayList<>();
        for (Key<T, ?> key : by) {
            Part<T, ?> part = part(key, titles, file);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : new Read<>(type, parts);
    }

    /** What is known by one thing alone is found below the title of the relation itself as well: "Owner". */
    private <V> @Nullable Part<T, V> part(Key<T, V> key, List<String> titles, Binding file) {
        List<String> all = new ArrayList<>(Field.below(titles, key.field.titles()));
        if (by.size() == 1) {
            all.addAll(titles);
        }
        CellForm.Cell<V> cell = key.cell(all, file);
        return cell == null ? null : new Part<>(key, cell);
    }

    private record Part<T, V>(Key<T, V> key, CellForm.Cell<V> cell) {

        Agreement<T, V> read(Row row, Inquiries inquiries, List<Problem> problems) {
            return new Agreement<>(
                    key.field.property(), cell.isEmpty(row) ? null : cell.read(row, inquiries, problems));
        }
    }

    private record Read<T extends CrmRecord>(EntityType<T> type, List<Part<T, ?>> parts) implements Reading<Ref<T>> {

        @Override
        public int[] columns() {
            return parts.stream().mapToInt(part -> part.cell.column()).toArray();
        }

        @Override
        public boolean isEmpty(Row row) {
            for (Part<T, ?> part : parts) {
                if (!part.cell.isEmpty(row)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public @Nullable Ref<T> read(Row row, Inquiries inquiries, List<Problem> problems) {
            Optional<UUID> identity = identity(row);
            List<Problem> faults = new ArrayList<>();
            List<Agreement<T, ?>> known = new ArrayList<>();
            parts.forEach(part -> known.add(part.read(row, inquiries, faults)));
            if (!faults.isEmpty() && identity.isEmpty()) {
                problems.addAll(faults);
                return null;
            }
            try {
                return new Ref<>(inquiries.find(type, faults.isEmpty() ? known : List.of(), identity));
            } catch (IllegalArgumentException unknown) {
                CellForm.Cell<?> first = parts.get(0).cell;
                problems.add(new Problem(first.title(), first.text(row), String.valueOf(unknown.getMessage())));
                return null;
            }
        }

        /** The identity that stands in the first cell, when the others are empty. */
        private Optional<UUID> identity(Row row) {
            for (Part<T, ?> part : parts.subList(1, parts.size())) {
                if (!part.cell.isEmpty(row)) {
                    return Optional.empty();
                }
            }
            return Inquiries.identity(parts.get(0).cell.text(row));
        }
    }

    @Override
    public Writing<Ref<T>> writing() {
        return new Written<>(type, by);
    }

    private static final class Written<T extends CrmRecord> implements Writing<Ref<T>> {

        private final EntityType<T> type;
        private final List<Key<T, ?>> by;
        private final Map<UUID, List<String>> written = new Recent<>();

        Written(EntityType<T> type, List<Key<T, ?>> by) {
            this.type = type;
            this.by = by;
        }

        @Override
        public void addTitles(String title, List<String> titles) {
            by.forEach(key -> titles.add(title + " " + key.field.title()));
        }

        @Override
        public void addCells(@Nullable Ref<T> ref, Inquiries inquiries, List<String> cells) {
            cells.addAll(
                    ref == null
                            ? Collections.nCopies(by.size(), "")
                            : written.computeIfAbsent(ref.id(), id -> texts(id, inquiries)));
        }

        private List<String> texts(UUID id, Inquiries inquiries) {
            List<String> texts = new ArrayList<>(Collections.nCopies(by.size(), ""));
            T record = inquiries.unmistakable(type, id, this::known).orElse(null);
            texts.set(0, id.toString());
            for (int i = 0; record != null && i < by.size(); i++) {
                texts.set(i, text(by.get(i), record, inquiries));
            }
            return texts;
        }

        private List<Agreement<T, ?>> known(T record) {
            List<Agreement<T, ?>> known = new ArrayList<>();
            by.forEach(key -> known.add(Agreement.with(key.field.property(), record)));
            return known;
        }

        private static <T, V> String text(Key<T, V> key, T record, Inquiries inquiries) {
            return key.codec.write(key.field.property().get(record), inquiries.lookups());
        }
    }
}
