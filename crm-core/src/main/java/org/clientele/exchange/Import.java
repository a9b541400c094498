package org.clientele.exchange;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.store.Transactions;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Importer#from} makes of a source: an import that can be done together with others, see {@link JointImport}.
 * Immutable.
 *
 * @param <R> the type of the records
 */
public final class Import<R extends CrmRecord> {

    private final Transactions transactions;
    private final Bookkeeping books;
    private final Consumer<Collection<Property<? super R, ?>>> permission;
    private final EntityType<R> type;
    private final ImportLayout<R> layout;
    private final RowSource source;

    Import(
            Transactions transactions,
            Bookkeeping books,
            Consumer<Collection<Property<? super R, ?>>> permission,
            EntityType<R> type,
            ImportLayout<R> layout,
            RowSource source) {
        this.transactions = transactions;
        this.books = books;
        this.permission = permission;
        this.type = type;
        this.layout = layout;
        this.source = source;
    }

    Transactions transactions() {
        return transactions;
    }

    Bookkeeping books() {
        return books;
    }

    /** Throws when the actor may not import so. */
    void requirePermission() {
        permission.accept(layout.matched);
    }

    EntityType<R> type() {
        return type;
    }

    ImportLayout<R> layout() {
        return layout;
    }

    RowSource source() {
        return source;
    }

    /** What the source is called. */
    String name() {
        return source.name();
    }

    /** The file that is read; null when it is none. */
    @Nullable
    Path file() {
        return absolute(source.file());
    }

    /** Where refused rows go; null when nowhere. */
    @Nullable
    Path rejects() {
        return absolute(layout.rejects);
    }

    private static @Nullable Path absolute(@Nullable Path file) {
        return file == null ? null : file.toAbsolutePath().normalize();
    }

    /** By what it is known again when it goes on after an interruption: its type, and its own name, or the file, or the source's name. */
    String key() {
        String called = layout.job;
        Path file = called == null ? file() : null;
        return TextForm.join(Arrays.<@Nullable String>asList(
                type.name(),
                called,
                file == null ? null : file.toString(),
                called == null && file == null ? name() : null));
    }
}
