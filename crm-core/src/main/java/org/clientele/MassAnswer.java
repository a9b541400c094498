package org.clientele;

import java.util.List;
import java.util.UUID;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;

/**
 * What became of each record of a mass action.
 *
 * @param done those that were done, in their order: as they are stored now, or as they were deleted
 * @param refused those that were not, in their order, each with the reason
 * @param receipt the change sets that it became, in their order: to be handed to {@link Session#undo(List)}
 */
public record MassAnswer<R extends CrmRecord>(List<R> done, List<Refused<R>> refused, List<UUID> receipt) {

    public MassAnswer {
        done = List.copyOf(done);
        refused = List.copyOf(refused);
        receipt = List.copyOf(receipt);
    }

    /** One that was refused, and stays as it was. */
    public record Refused<R extends CrmRecord>(R record, CrmException reason) {}
}
