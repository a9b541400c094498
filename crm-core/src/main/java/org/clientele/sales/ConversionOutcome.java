package org.clientele.sales;

import java.util.List;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.merge.StalePlanException;

/** How the application of a {@link ConversionPlan} ended. Immutable. */
public sealed interface ConversionOutcome {

    /**
     * The conversion as it was done.
     *
     * @throws ConversionRefusedException when it was refused
     * @throws StalePlanException when the plan was out of date
     */
    Converted orThrow();

    /**
     * The conversion was done, in one change set; the records are as they are stored.
     *
     * @param receipt the identity of the change set, by which history knows the conversion
     */
    record Converted(UUID receipt, Lead lead, Opportunity opportunity, Contact contact, Account account)
            implements ConversionOutcome {
        @Override
        public Converted orThrow() {
            return this;
        }
    }

    /** Nothing was done, because it must not be: rights are missing or rules would be broken. */
    record Refused(List<String> problems) implements ConversionOutcome {

        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public Converted orThrow() {
            throw new ConversionRefusedException(problems);
        }
    }

    /** Nothing was done, because records have changed since the plan was made; the reasons say which. */
    record Stale(List<String> reasons) implements ConversionOutcome {

        public Stale {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Converted orThrow() {
            throw new StalePlanException(reasons);
        }
    }
}
