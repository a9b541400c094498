package org.clientele.testkit.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Actor;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.RightsByWhole;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activity;
import org.clientele.channel.Channel;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;
import org.clientele.testkit.world.Worlds;
import org.jspecify.annotations.Nullable;

/** What all tests of field permissions start from. */
abstract class FieldCase {

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    @Provide
    Arbitrary<Blueprint> worlds() {
        return Worlds.standard();
    }

    static final List<EntityType<?>> TYPES = List.of(
            Account.TYPE,
            Contact.TYPE,
            Customer.TYPE,
            Partner.TYPE,
            Lead.TYPE,
            Opportunity.TYPE,
            Activity.TYPE,
            Visit.TYPE,
            User.TYPE);

    private static final List<EntityType<?>> GRANTED = Stream.concat(
                    TYPES.stream(), Stream.of(Organization.TYPE, BusinessUnit.TYPE, Channel.TYPE))
            .toList();

    /** Stand for the custom properties that each world defines anew: rules know properties by name. */
    private static final List<Property<Account, ?>> CUSTOM = List.of(
            TextProperty.of("tier", account -> null, (account, value) -> {}),
            NumberProperty.ofInteger("stars", account -> null, (account, value) -> {}));

    /** One restriction of one role. */
    record Limit(String role, EntityType<?> type, int property, AccessLevel level, Permission permission) {

        Role on(Role role) {
            return restricted(role, type);
        }

        private <R extends CrmRecord> Role restricted(Role role, EntityType<R> limited) {
            List<Property<? super R, ?>> all = properties(limited);
            return role.restrict(limited, all.get(property % all.size()), level, permission);
        }

        @SuppressWarnings("unchecked") // the custom properties are those of accounts
        private static <R extends CrmRecord> List<Property<? super R, ?>> properties(EntityType<R> type) {
            List<Property<? super R, ?>> all = new ArrayList<>(type.properties());
            if (type == Account.TYPE) {
                CUSTOM.forEach(custom -> all.add((Property<? super R, ?>) (Property<?, ?>) custom));
            }
            return all;
        }
    }

    /** Roles that reach so far, with restrictions. */
    record Limits(Map<String, AccessLevel> reaches, List<Limit> limits) {

        RolePolicy policy() {
            List<Role> roles = new ArrayList<>();
            reaches.forEach((name, level) -> {
                Role role = Role.named(name).allow(Capability.values());
                for (EntityType<?> type : GRANTED) {
                    role = role.grant(type, level, Permission.values());
                }
                for (Limit limit : limits) {
                    role = limit.role.equals(name) ? limit.on(role) : role;
                }
                roles.add(role);
            });
            return RolePolicy.of(roles.toArray(new Role[0]));
        }
    }

    @Provide
    Arbitrary<Limits> limits() {
        Arbitrary<Map<String, AccessLevel>> reaches = Arbitraries.of(
                        AccessLevel.BUSINESS_UNIT, AccessLevel.ORGANIZATION, AccessLevel.GLOBAL)
                .list()
                .ofSize(Worlds.ROLES.size())
                .map(FieldCase::byRole);
        Arbitrary<Limit> limit = Combinators.combine(
                        Arbitraries.of(Worlds.ROLES),
                        Arbitraries.of(TYPES),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(AccessLevel.NONE, AccessLevel.USER, AccessLevel.BUSINESS_UNIT),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.just(Permission.VIEW)),
                                Tuple.of(2, Arbitraries.just(Permission.EDIT)),
                                Tuple.of(1, Arbitraries.just(Permission.CREATE))))
                .as(Limit::new);
        return Combinators.combine(reaches, limit.list().ofMinSize(5).ofMaxSize(60))
                .as(Limits::new)
                .withoutEdgeCases();
    }

    private static Map<String, AccessLevel> byRole(List<AccessLevel> levels) {
        Map<String, AccessLevel> reaches = new LinkedHashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            reaches.put(Worlds.ROLES.get(i), levels.get(i));
        }
        return reaches;
    }

    @Provide
    Arbitrary<List<Clause>> clauses() {
        return Clause.any().list().ofMaxSize(4).withoutEdgeCases();
    }

    /** A world whose policy is made of its own types. */
    record Stage(RecordStore store, AccessPolicy policy, World world) {

        static Stage of(Blueprint blueprint, Limits limits, RecordStore store) {
            AccessPolicy policy = limits.policy();
            return new Stage(store, policy, blueprint.build(AccessCase.open(store, policy)));
        }

        Sight sight(Session session) {
            return new Sight(store, world.crm().schema(), rights(session.actor()));
        }

        Rights rights(Actor actor) {
            return new RightsByWhole(
                    AccessCase.rights(policy, actor), world.crm().schema());
        }
    }

    /** Everything that a record says, for comparison. */
    static <R extends CrmRecord> Map<String, @Nullable Object> values(R record, Schema schema) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", record.getId());
        values.put("version", record.getVersion());
        for (Property<? super R, ?> property : schema.properties(schema.typeOf(record))) {
            values.put(property.name(), property.get(record));
        }
        return values;
    }

    static List<Map<String, @Nullable Object>> values(List<? extends CrmRecord> records, Schema schema) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        records.forEach(record -> all.add(values(record, schema)));
        return all;
    }
}
