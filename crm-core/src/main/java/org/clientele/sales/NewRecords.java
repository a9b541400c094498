package org.clientele.sales;

import org.clientele.door.Door;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.UserOwned;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records that a lead becomes: the actor owns them, in the actor's organization. What is converted in nobody's
 * name, by the system, goes on with the lead's owner and organization.
 */
final class NewRecords {

    private final Door door;
    private final Lead lead;

    NewRecords(Door door, Lead lead) {
        this.door = door;
        this.lead = lead;
    }

    <R extends UserOwned> R make(EntityType<R> type) {
        R record = door.fresh(type);
        if (record.getOwner() == null) {
            record.setOwner(lead.getOwner());
        }
        if (record.getOrganization() == null) {
            record.setOrganization(lead.getOrganization());
        }
        return record;
    }

    /** To which organization the records will belong. */
    @Nullable
    Ref<Organization> organization() {
        return make(Opportunity.TYPE).getOrganization();
    }
}
