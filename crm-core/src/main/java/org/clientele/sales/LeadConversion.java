package org.clientele.sales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.door.Door;
import org.clientele.door.Outlook;
import org.clientele.model.CrmRecord;
import org.clientele.model.Violation;
import org.clientele.sales.ConversionOutcome.Converted;
import org.clientele.store.Write;

/**
 * Plans and applies conversions of leads within one transaction of an actor: a lead becomes an opportunity, with the
 * contact and under the account that are there already or are created with it.
 */
public final class LeadConversion {

    private final Door door;

    public LeadConversion(Door door) {
        this.door = door;
    }

    /** The plan of a conversion and what it has to write: nothing when it can not be made of its records. */
    private record Draft(ConversionPlan plan, Optional<ConversionWrites> writes) {}

    /** What the conversion would do; nothing is written. */
    public ConversionPlan plan(Lead lead, Consumer<ConversionChoices> choices) {
        ConversionChoices collected = new ConversionChoices();
        choices.accept(collected);
        return draft(collected.request(lead.getId())).plan();
    }

    /** Does what the plan says, or nothing at all. */
    public ConversionOutcome apply(ConversionPlan plan) {
        Draft draft = draft(plan.request());
        List<String> reasons = ConversionAge.of(plan, draft.plan());
        if (!reasons.isEmpty()) {
            return new ConversionOutcome.Stale(reasons);
        } else if (draft.writes().isEmpty() || !draft.plan().problems().isEmpty()) {
            return new ConversionOutcome.Refused(draft.plan().problems());
        }
        return write(draft.writes().get());
    }

    /**
     * Qualifies a lead that is about to be saved, with the contact, the customer, the account or the company name that it has by
     * then, and says what else is to be written.
     *
     * @throws ConversionRefusedException when no conversion can be made of its records
     */
    List<Write<?>> qualify(Lead lead) {
        ConversionParties parties = new ConversionParties(door, ConversionRequest.of(lead));
        Lead stored = parties.lead().orElse(null);
        if (stored == null || !parties.faults().isEmpty()) {
            throw new ConversionRefusedException(parties.faults());
        }
        return new ConversionWrites(door, stored, parties, ConversionRequest.of(lead)).besides(lead);
    }

    private Draft draft(ConversionRequest request) {
        ConversionParties parties = new ConversionParties(door, request);
        Lead lead = parties.lead().orElse(null);
        if (lead == null || !parties.faults().isEmpty()) {
            ConversionPlan plan = new ConversionPlan(
                    request, parties.leadMember(), parties.bound(), List.of(), List.of(), parties.faults());
            return new Draft(plan, Optional.empty());
        }
        ConversionWrites writes = new ConversionWrites(door, lead, parties, request);
        Outlook outlook = door.outlook(writes.all(), List.of());
        Prediction prediction = new Prediction(door, outlook);
        ConversionPlan plan = new ConversionPlan(
                request,
                parties.leadMember(),
                parties.bound(),
                prediction.created(),
                prediction.changed(),
                problems(outlook));
        return new Draft(plan, Optional.of(writes));
    }

    private static List<String> problems(Outlook outlook) {
        List<String> problems = new ArrayList<>(outlook.denials());
        outlook.violations().stream().map(Violation::toString).forEach(problems::add);
        return problems;
    }

    private Converted write(ConversionWrites writes) {
        Map<UUID, CrmRecord> stored = new HashMap<>();
        door.write(writes.all()).forEach(record -> stored.put(record.getId(), record));
        return new Converted(
                door.changeSet(),
                (Lead) stored(writes.lead(), stored),
                (Opportunity) stored(writes.opportunity(), stored),
                (Contact) stored(writes.contact(), stored),
                (Account) stored(writes.account(), stored));
    }

    /** A record as it is stored now: as it was when it was not written. */
    private static CrmRecord stored(CrmRecord record, Map<UUID, CrmRecord> stored) {
        return stored.getOrDefault(record.getId(), record);
    }
}
