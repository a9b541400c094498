package org.clientele.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.Records;
import org.clientele.value.Ref;

/** Makes actors of what a directory says at one time. For one thread and one transaction. */
public final class Actors {

    private final Directory directory;
    private final Records stored;
    private final Map<Ref<Organization>, Collection<Directory.Unit>> units = new HashMap<>();

    /** Actors of a directory, within a transaction that nothing guards. */
    public Actors(Directory directory, Records stored) {
        this.directory = directory;
        this.stored = stored;
    }

    /**
     * The user at work in the only organization that the user belongs to.
     *
     * @throws RecordNotFoundException when the directory does not know the user
     * @throws AccessDeniedException when the user is disabled, or belongs to none or several organizations
     */
    public Actor actor(Ref<User> user) {
        Member member = member(user);
        int organizations = member.organizations().size();
        if (organizations != 1) {
            throw new AccessDeniedException("user " + member.name() + " belongs to "
                    + (organizations == 0
                            ? "no organization; add one to the user's organizations"
                            : organizations + " organizations; say which one: crm.as(user, organization)"));
        }
        return actor(user, member.organizations().iterator().next());
    }

    /**
     * The user at work in an organization.
     *
     * @throws RecordNotFoundException when the directory does not know the user or the organization is not stored
     * @throws AccessDeniedException when either is disabled or the user does not belong to the organization
     */
    public Actor actor(Ref<User> user, Ref<Organization> in) {
        Member member = member(user);
        Organization organization = stored.find(Organization.TYPE, in.id())
                .orElseThrow(() -> new RecordNotFoundException(Organization.TYPE, in.id()));
        if (!member.enabled() || !organization.isEnabled()) {
            throw new AccessDeniedException(
                    (member.enabled() ? "organization " + organization.getName() : "user " + member.name())
                            + " is disabled; enable it before working with it");
        }
        if (!member.organizations().contains(in)) {
            throw new AccessDeniedException("user " + member.name() + " does not belong to organization "
                    + organization.getName() + "; add it to the user's organizations");
        }
        return actor(user, member, in);
    }

    /** The user at work in each of the organizations where the user may work; nobody when that is nowhere. */
    public List<Actor> everywhere(Ref<User> user) {
        Optional<Member> known = directory.find(user, stored).filter(Member::enabled);
        return known.stream()
                .flatMap(member -> member.organizations().stream()
                        .sorted()
                        .filter(this::isOpen)
                        .map(organization -> actor(user, member, organization)))
                .toList();
    }

    private boolean isOpen(Ref<Organization> organization) {
        return stored.find(Organization.TYPE, organization.id())
                .filter(Organization::isEnabled)
                .isPresent();
    }

    private Member member(Ref<User> user) {
        return directory.find(user, stored).orElseThrow(() -> new RecordNotFoundException(User.TYPE, user.id()));
    }

    private Actor actor(Ref<User> user, Member member, Ref<Organization> in) {
        Collection<Directory.Unit> all =
                units.computeIfAbsent(in, organization -> directory.units(organization, stored));
        Set<Ref<BusinessUnit>> own = all.stream()
                .map(Directory.Unit::unit)
                .filter(member.units()::contains)
                .collect(toCollection(LinkedHashSet::new));
        return new Actor(user, member.name(), in, member.roles(), own, withAllBelow(own, all));
    }

    private static Set<Ref<BusinessUnit>> withAllBelow(Set<Ref<BusinessUnit>> units, Collection<Directory.Unit> all) {
        if (units.isEmpty()) {
            return units;
        }
        Map<Ref<BusinessUnit>, Set<Ref<BusinessUnit>>> below = all.stream()
                .filter(unit -> unit.parent() != null)
                .collect(groupingBy(Directory.Unit::parent, mapping(Directory.Unit::unit, toSet())));
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
