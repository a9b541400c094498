package org.clientele.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Which owners a record can have: those that work in its organization, and of them those whom an actor may choose. The directory
 * is asked once for each organization; for one transaction.
 */
public final class Owners {

    private final Rights rights;
    private final Directory directory;
    private final Map<Ref<Organization>, Criterion<User>> workers = new HashMap<>();

    public Owners(Rights rights, Directory directory) {
        this.rights = rights;
        this.directory = directory;
    }

    /**
     * The owners to whom an actor with the permission may give a record.
     *
     * @param record the record as it is to be but for the owner, with its organization
     * @param owner the property that points to the owner
     * @throws IllegalArgumentException when the type's owner is another property
     */
    @SuppressWarnings("unchecked") // the owners of a kind are of the type that the property points to
    public <R extends CrmRecord, O extends CrmRecord> Criterion<O> choosable(
            Permission permission, EntityType<R> type, R record, ReferenceProperty<? super R, O> owner, Lookup lookup) {
        Ownership<? super R> ownership = type.ownership()
                .filter(declared -> declared.owner() == owner)
                .orElseThrow(() -> new IllegalArgumentException(
                        owner + " is not what the owner of " + type + " is kept in; name its owner property"));
        Criterion<O> permitted = new Supposition<>(owner, record, lookup).of(rights.filter(permission, type));
        Ref<?> organization = ownership.organization().get(record);
        return suitable(ownership.kind(), organization)
                .map(working -> permitted.and((Criterion<O>) working))
                .orElse(permitted);
    }

    /** Whether the owner of a record works in its organization; true for a record without an owner. */
    public <R extends CrmRecord> boolean isSuitable(EntityType<R> type, R record, Lookup lookup) {
        return type.ownership()
                .flatMap(ownership -> suitable(
                                ownership.kind(), ownership.organization().get(record))
                        .map(working -> isMet(working, ownership, record, lookup)))
                .orElse(true);
    }

    @SuppressWarnings("unchecked")
    private static <R extends CrmRecord, O> boolean isMet(
            Criterion<O> working, Ownership<? super R> ownership, R record, Lookup lookup) {
        ReferenceProperty<R, ?> property = (ReferenceProperty<R, ?>) ownership.owner();
        Ref<?> owner = property.get(record);
        return owner == null
                || lookup.find(property.target(), owner.id())
                        .filter(found -> !working.test((O) found, lookup))
                        .isEmpty();
    }

    private Optional<Criterion<?>> suitable(Ownership.Kind kind, @Nullable Ref<?> organization) {
        if (organization == null) {
            return Optional.empty();
        }
        Ref<Organization> here = new Ref<>(organization.id());
        return switch (kind) {
            case USER -> Optional.of(workers.computeIfAbsent(here, directory::workersIn));
            case BUSINESS_UNIT -> Optional.of(BusinessUnit.ORGANIZATION.is(here));
            case ORGANIZATION -> Optional.empty();
        };
    }
}
