package org.clientele.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.clientele.access.AccessLevel;
import org.clientele.access.Actor;
import org.clientele.access.Directory;
import org.clientele.access.Member;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Records;
import org.clientele.value.Ref;

/**
 * 200 business units, 10,000 users who are each in one to three of them, and accounts that any of them own; and Olga, who is
 * in three units and may edit what belongs to the members of these. Always the same world; users are found in a hash map.
 */
final class Offices implements Lookup {

    static final RolePolicy POLICY = RolePolicy.of(
            Role.named("clerk").grant(Account.TYPE, AccessLevel.BUSINESS_UNIT, Permission.VIEW, Permission.EDIT));

    private static final int UNITS = 200;
    private static final int USERS = 10_000;

    private final SplittableRandom random = new SplittableRandom(1701);
    private final Organization acme = new Organization("Acme");
    private final List<BusinessUnit> units = new ArrayList<>();
    private final Map<UUID, User> users = new HashMap<>();
    private final List<Account> accounts = new ArrayList<>();
    private final User olga = new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("clerk");

    Offices(int accounts) {
        for (int i = 0; i < UNITS; i++) {
            units.add(new BusinessUnit("Unit " + i, acme));
        }
        for (int i : new int[] {17, 101, 170}) {
            olga.addBusinessUnit(units.get(i));
        }
        users.put(olga.getId(), olga);
        List<User> owners = new ArrayList<>();
        while (owners.size() < USERS) {
            owners.add(user(owners.size()));
        }
        owners.forEach(user -> users.put(user.getId(), user));
        for (int i = 0; i < accounts; i++) {
            Account account = new Account("Account " + i);
            account.setOrganization(Ref.to(acme));
            account.setOwner(Ref.to(owners.get(random.nextInt(USERS))));
            this.accounts.add(account);
        }
    }

    private User user(int number) {
        User user = new User("user" + number, "user" + number + "@acme.example", "Ivan", "Example", acme);
        for (int i = random.nextInt(3); i >= 0; i--) {
            user.addBusinessUnit(units.get(random.nextInt(UNITS)));
        }
        return user;
    }

    Organization acme() {
        return acme;
    }

    List<BusinessUnit> units() {
        return units;
    }

    Map<UUID, User> users() {
        return users;
    }

    List<Account> accounts() {
        return accounts;
    }

    User olga() {
        return olga;
    }

    Actor actor() {
        Set<Ref<BusinessUnit>> own = olga.getBusinessUnits();
        return new Actor(Ref.to(olga), "olga", Ref.to(acme), olga.getRoles(), own, own);
    }

    @Override
    public <T> Optional<T> find(Class<T> type, UUID id) {
        return Optional.ofNullable(type.cast(users.get(id)));
    }

    /** Nothing is shared. */
    @Override
    public <H> List<H> referring(Class<H> holder, Attribute<? super H, ?> by, Object record) {
        return List.of();
    }

    /** The same memberships as an identity system of a host gives them: by the members' identities. */
    Directory identities() {
        Map<Ref<BusinessUnit>, List<Ref<User>>> members = new LinkedHashMap<>();
        users.values()
                .forEach(user -> user.getBusinessUnits()
                        .forEach(unit -> members.computeIfAbsent(unit, first -> new ArrayList<>())
                                .add(Ref.to(user))));
        return new Identities(members);
    }

    private record Identities(Map<Ref<BusinessUnit>, List<Ref<User>>> members) implements Directory {

        @Override
        public Criterion<User> membersOf(Set<Ref<BusinessUnit>> units) {
            List<Ref<User>> all = units.stream()
                    .flatMap(unit -> members.getOrDefault(unit, List.of()).stream())
                    .toList();
            return new Criterion.Any<>(List.of(CrmRecord.isAnyOf(all)));
        }

        @Override
        public Criterion<User> workersIn(Ref<Organization> organization) {
            return Criterion.never();
        }

        @Override
        public Optional<Member> find(Ref<User> user, Records stored) {
            return Optional.empty();
        }

        @Override
        public Collection<Unit> units(Ref<Organization> organization, Records stored) {
            return List.of();
        }
    }
}
