package org.clientele.exchange.job;

import java.nio.file.Path;
import java.util.Arrays;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.work.RowPlan;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Transactions;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * What an importer makes of a source: an import that can be done together with others, see {@link JointImport}.
 * Immutable.
 *
 * @param <R> the type of the records
 */
public final class Import<R extends CrmRecord> {

    private final Transactions transactions;
    private final Bookkeeping books;
    private final Runnable permission;
    private final RowPlan<R> plan;
    private final Course course;
    private final RowSource source;

    /**
     * The import of a source; a session's importer makes it.
     *
     * @param permission throws when the actor may not import so; asked before anything is read
     */
    public Import(
            Transactions transactions,
            Bookkeeping books,
            Runnable permission,
            RowPlan<R> plan,
            Course course,
            RowSource source) {
        this.transactions = transactions;
        this.books = books;
        this.permission = permission;
        this.plan = plan;
        this.course = course;
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
        permission.run();
    }

    EntityType<R> type() {
        return plan.type();
    }

    RowPlan<R> plan() {
        return plan;
    }

    Course course() {
        return course;
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
        return absolute(course.rejects());
    }

    private static @Nullable Path absolute(@Nullable Path file) {
        return file == null ? null : file.toAbsolutePath().normalize();
    }

    /** By what it is known again when it goes on after an interruption: its type, and its own name, or the file, or the source's name. */
    String key() {
        String called = course.name();
        Path file = called == null ? file() : null;
        return TextForm.join(Arrays.<@Nullable String>asList(
                plan.type().name(),
                called,
                file == null ? null : file.toString(),
                called == null && file == null ? name() : null));
    }
}
