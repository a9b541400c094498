package org.clientele.exchange.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.clientele.exchange.form.Bound;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.jspecify.annotations.Nullable;

/** What one row says, read and ready to be given to a record. */
final class Filling<R extends CrmRecord> {

    private final List<Bound<R, ?>> bound;
    private final @Nullable Object[] said;
    private final RowPlan.Completion<R> completion;
    private final ImportedRow imported;
    private final Row row;
    private final boolean matchedAlone;

    /**
     * What a row says.
     *
     * @param said what it says about each of the bound fields
     * @param matchedAlone whether nothing but the fields that are matched on says what is matched
     */
    Filling(
            List<Bound<R, ?>> bound,
            @Nullable Object[] said,
            RowPlan.Completion<R> completion,
            ImportedRow imported,
            Row row,
            boolean matchedAlone) {
        this.bound = bound;
        this.said = said;
        this.completion = completion;
        this.imported = imported;
        this.row = row;
        this.matchedAlone = matchedAlone;
    }

    /** Sets everything that a record may be matched on. */
    void sketch(R draft) {
        fill(draft, one -> one.isMatched() || !matchedAlone, new ArrayList<>(0));
    }

    /** Sets columns and constants, then takes the steps that complete the record. */
    void complete(R record) {
        List<Problem> problems = new ArrayList<>(0);
        for (int i = 0; i < said.length; i++) {
            bound.get(i).addUnseen(said[i], record, row, problems);
        }
        fill(record, one -> !one.isCalculated(), problems);
        derive(record);
    }

    private void fill(R record, Predicate<Bound<R, ?>> which, List<Problem> problems) {
        for (int i = 0; i < said.length; i++) {
            Bound<R, ?> one = bound.get(i);
            try {
                if (which.test(one)) {
                    one.apply(said[i], record, row);
                }
            } catch (IllegalArgumentException bad) {
                problems.add(one.problem(row, String.valueOf(bad.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw new RefusedRowException(problems);
        }
        completion.constants().forEach(constant -> constant.accept(record));
    }

    private void derive(R record) {
        try {
            completion.derivations().forEach(step -> step.accept(imported, record));
        } catch (RefusedRowException | UnforeseenException thrown) {
            throw thrown;
        } catch (CrmException | IllegalArgumentException | IllegalStateException refused) {
            throw new RefusedRowException(String.valueOf(refused.getMessage()));
        } catch (RuntimeException broken) {
            throw new RefusedRowException("the step that completes the record failed: " + broken);
        }
    }
}
