package org.clientele;

import java.util.List;
import org.clientele.journal.JournalEntry;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;

/** The entities that every CRM has, registered by the same call as a host's. */
final class StandardEntities {

    static final List<EntityType<?>> TYPES =
            List.of(Organization.TYPE, BusinessUnit.TYPE, User.TYPE, JournalEntry.TYPE);

    private StandardEntities() {}
}
