package org.clientele.exchange;

import java.util.Collection;
import java.util.function.Consumer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.store.Transactions;

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
}
