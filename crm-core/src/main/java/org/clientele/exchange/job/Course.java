package org.clientele.exchange.job;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.clientele.exchange.row.RowOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How an import goes, as its layout says: in what steps, until when, and who is told.
 *
 * @param name what the import is called when it goes on after an interruption; null when it is known by its source
 * @param commitEvery how many rows become one transaction
 * @param stopAfterErrors after how many refused rows it ends
 * @param rejects where refused rows go; null when nowhere
 * @param onProgress is told how far it has come
 * @param onRow is told what became of each row
 * @param isCancelled whether it is to end
 */
public record Course(
        @Nullable String name,
        int commitEvery,
        long stopAfterErrors,
        @Nullable Path rejects,
        Consumer<Progress> onProgress,
        Consumer<RowOutcome> onRow,
        BooleanSupplier isCancelled) {}
