package org.clientele;

import java.util.List;
import java.util.function.Consumer;
import org.clientele.access.AccessDeniedException;
import org.clientele.model.CrmException;
import org.clientele.model.InvalidRecordException;
import org.clientele.sales.ConversionChoices;
import org.clientele.sales.ConversionOutcome;
import org.clientele.sales.ConversionPlan;
import org.clientele.sales.Lead;
import org.clientele.sales.LeadConversion;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;

/** Plans conversions of leads and applies them; what is refused becomes an outcome. */
final class Converting {

    private final Work work;

    Converting(Work work) {
        this.work = work;
    }

    ConversionPlan plan(Lead lead, Consumer<ConversionChoices> choices) {
        return work.read(door -> new LeadConversion(door).plan(lead, choices));
    }

    ConversionOutcome apply(ConversionPlan plan) {
        if (work.isWithinTransaction()) {
            return write(plan);
        }
        try {
            return write(plan);
        } catch (StaleRecordException changed) {
            return new ConversionOutcome.Stale(List.of(sentence(changed)));
        } catch (InvalidRecordException | AccessDeniedException | DuplicateRecordException refused) {
            return new ConversionOutcome.Refused(sentence(refused).lines().toList());
        }
    }

    private ConversionOutcome write(ConversionPlan plan) {
        return work.inTransaction(plan.reason(), door -> new LeadConversion(door).apply(plan));
    }

    private static String sentence(CrmException refusal) {
        return String.valueOf(refusal.getMessage());
    }
}
