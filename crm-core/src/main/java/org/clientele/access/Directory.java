package org.clientele.access;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clientele.criteria.Query;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.Records;
import org.clientele.value.Ref;

/** Makes actors of the users that the CRM keeps, with their memberships as they are stored now. */
public final class Directory {

    private final Records records;

    /** A directory over records that nothing guards. */
    public Directory(Records records) {
        this.records = records;
    }

    /**
     * The user at work in an organization.
     *
     * @throws RecordNotFoundException when the user or the organization is not stored
     * @throws AccessDeniedException when either is disabled or the user does not belong to the organization
     */
    public Actor actor(UUID userId, Ref<Organization> in) {
        User user = records.find(User.TYPE, userId).orElseThrow(() -> new RecordNotFoundException(User.TYPE, userId));
        Organization organization = records.find(Organization.TYPE, in.id())
                .orElseThrow(() -> new RecordNotFoundException(Organization.TYPE, in.id()));
        String name = String.valueOf(user.getUsername());
        if (!user.isEnabled() || !organization.isEnabled()) {
            throw new AccessDeniedException(
                    (user.isEnabled() ? "organization " + organization.getName() : "user " + name)
                            + " is disabled; enable it before working with it");
        }
        if (!user.getOrganizations().contains(in)) {
            throw new AccessDeniedException("user " + name + " does not belong to organization "
                    + organization.getName() + "; add it to the user's organizations");
        }
        List<BusinessUnit> all = records.select(BusinessUnit.TYPE, Query.of(BusinessUnit.ORGANIZATION.is(in)))
                .toList();
        Set<Ref<BusinessUnit>> units = all.stream()
                .<Ref<BusinessUnit>>map(Ref::to)
                .filter(user.getBusinessUnits()::contains)
                .collect(toCollection(LinkedHashSet::new));
        return new Actor(Ref.to(user), name, in, user.getRoles(), units, withAllBelow(units, all));
    }

    private static Set<Ref<BusinessUnit>> withAllBelow(Set<Ref<BusinessUnit>> units, List<BusinessUnit> all) {
        Map<Ref<BusinessUnit>, Set<Ref<BusinessUnit>>> below = all.stream()
                .filter(unit -> unit.getParent() != null)
                .collect(Collectors.groupingBy(BusinessUnit::getParent, Collectors.mapping(Ref::to, toSet())));
        Set<Ref<BusinessUnit>> reached = new LinkedHashSet<>(units);
        Deque<Ref<BusinessUnit>> open = new ArrayDeque<>(units);
        while (!open.isEmpty()) {
            for (Ref<BusinessUnit> unit : below.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(unit)) {
                    open.add(unit);
                }
            }
        }
        return reached;
    }
}
