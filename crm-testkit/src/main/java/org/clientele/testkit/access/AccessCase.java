package org.clientele.testkit.access;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.clientele.Crm;
import org.clientele.access.AccessLevel;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Actor;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.access.Share;
import org.clientele.access.StoredDirectory;
import org.clientele.account.Account;
import org.clientele.activity.Activity;
import org.clientele.activity.Attachment;
import org.clientele.channel.Channel;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.Property;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.World;
import org.clientele.testkit.world.Worlds;
import org.clientele.value.Ref;
import org.clientele.website.TrackedWebsite;
import org.jspecify.annotations.Nullable;

/** What all tests of access start from. */
abstract class AccessCase extends PolicyContract {

    static Crm open(RecordStore store, AccessPolicy policy) {
        return Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE).access(policy));
    }

    /** A policy by which one role reaches so far with all permissions on all types. */
    static RolePolicy everything(String role, AccessLevel level, Crm crm) {
        Role built = Role.named(role);
        for (EntityType<?> type : crm.schema().types()) {
            built = built.grant(type, level, Permission.values());
        }
        return RolePolicy.of(built);
    }

    static Actor withRole(Actor actor, String role) {
        Set<String> roles = new HashSet<>(actor.roles());
        roles.add(role);
        return new Actor(actor.user(), actor.name(), actor.organization(), roles, actor.units(), actor.division());
    }

    static Rights rights(AccessPolicy policy, Actor actor) {
        return policy.rightsOf(actor, new StoredDirectory());
    }

    /** The records that a policy lets an actor reach: filter and decision agree on them. */
    static <R extends CrmRecord> List<R> reached(
            AccessPolicy policy, Actor actor, Permission permission, EntityType<R> type, Records records) {
        return new Views(actor, rights(policy, actor), records).reached(permission, type);
    }

    @Override
    protected Arbitrary<AccessPolicy> policies() {
        return Combinators.combine(rules(), limits(), capabilities()).as(AccessCase::policy);
    }

    /** The records of a world that are shared with an actor for a permission, in the organization of now. */
    static Set<CrmRecord> shared(Actor actor, Permission permission, World world) {
        Set<CrmRecord> shared = new HashSet<>();
        for (Share share : world.made(Share.TYPE)) {
            Ref<BusinessUnit> unit = share.getUnit();
            boolean isTheirs = unit == null
                    ? Objects.equals(actor.user(), share.getUser())
                    : actor.units().contains(unit);
            if (isTheirs && share.getPermission() == permission) {
                world.made().stream()
                        .filter(record -> share.getRecord() != null
                                && record.getId().equals(share.getRecord().id()))
                        .filter(record -> isIn(actor.organization(), record, world))
                        .forEach(shared::add);
            }
        }
        return shared;
    }

    static <R extends CrmRecord> boolean isIn(@Nullable Ref<Organization> organization, R record, World world) {
        return world.crm()
                .schema()
                .typeOf(record)
                .ownership()
                .map(ownership -> ownership.organization().get(record))
                .map(own -> organization != null && own.id().equals(organization.id()))
                .orElse(true);
    }

    /** One grant of one role; policies are generated as lists of them. */
    record Rule(String role, EntityType<?> type, AccessLevel level, Permission permission) {}

    /** A policy of these rules; each of its roles has the capabilities as well. */
    static RolePolicy policy(List<Rule> rules, Capability... capabilities) {
        Map<String, Role> roles = roles(rules);
        roles.replaceAll((name, role) -> role.allow(capabilities));
        return RolePolicy.of(roles.values().toArray(new Role[0]));
    }

    private static Map<String, Role> roles(List<Rule> rules) {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Rule rule : rules) {
            change(roles, rule.role, role -> role.grant(rule.type, rule.level, rule.permission));
        }
        return roles;
    }

    /** One limit that one role sets to one property; restrictions are generated as lists of them. */
    record Limit<R extends CrmRecord>(
            String role,
            EntityType<R> type,
            Property<? super R, ?> property,
            AccessLevel level,
            Permission permission) {
        Role set(Role role) {
            return role.restrict(type, property, level, permission);
        }
    }

    private static RolePolicy policy(List<Rule> rules, List<Limit<?>> limits, Map<String, Capability> capabilities) {
        Map<String, Role> roles = roles(rules);
        limits.forEach(limit -> change(roles, limit.role, limit::set));
        capabilities.forEach((name, capability) -> change(roles, name, role -> role.allow(capability)));
        return RolePolicy.of(roles.values().toArray(new Role[0]));
    }

    private static void change(Map<String, Role> roles, String name, UnaryOperator<Role> change) {
        roles.put(name, change.apply(roles.getOrDefault(name, Role.named(name))));
    }

    private static Arbitrary<List<Limit<?>>> limits() {
        Arbitrary<Limit<?>> limits = Arbitraries.of(Account.TYPE, Contact.TYPE, Partner.TYPE, User.TYPE)
                .flatMap(AccessCase::limits);
        return limits.list().ofMaxSize(10).withoutEdgeCases();
    }

    private static <R extends CrmRecord> Arbitrary<Limit<?>> limits(EntityType<R> type) {
        return Combinators.combine(
                        Arbitraries.of(Worlds.ROLES),
                        Arbitraries.of(type.properties()),
                        Arbitraries.of(AccessLevel.values()),
                        Arbitraries.of(Permission.VIEW, Permission.CREATE, Permission.EDIT))
                .as((role, property, level, permission) -> new Limit<>(role, type, property, level, permission));
    }

    private static Arbitrary<Map<String, Capability>> capabilities() {
        return Arbitraries.maps(Arbitraries.of(Worlds.ROLES), Arbitraries.of(Capability.class));
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        return Combinators.combine(
                        Arbitraries.of(Worlds.ROLES),
                        Arbitraries.of(List.<EntityType<?>>of(
                                Account.TYPE,
                                Contact.TYPE,
                                Customer.TYPE,
                                Partner.TYPE,
                                Visit.TYPE,
                                Opportunity.TYPE,
                                Activity.TYPE,
                                Attachment.TYPE,
                                TrackedWebsite.TYPE,
                                User.TYPE,
                                BusinessUnit.TYPE,
                                Channel.TYPE,
                                Organization.TYPE)),
                        Arbitraries.of(AccessLevel.values()),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.just(Permission.VIEW)),
                                Tuple.of(3, Arbitraries.of(Permission.values()))))
                .as(Rule::new)
                .list()
                .ofMaxSize(30)
                .withoutEdgeCases();
    }
}
