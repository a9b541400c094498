package org.clientele.testkit.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.contact.Contact;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Query;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.Carried;
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
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What all tests of field permissions start from. */
abstract class FieldCase extends AccessCase {

    static final List<EntityType<?>> TYPES = List.of(
            Account.TYPE,
            Contact.TYPE,
            Customer.TYPE,
            Partner.TYPE,
            Lead.TYPE,
            Opportunity.TYPE,
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
                                Tuple.of(3, Arbitraries.just(Permission.VIEW)),
                                Tuple.of(1, Arbitraries.of(Permission.EDIT, Permission.CREATE))))
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
    Arbitrary<Clause> clauses() {
        return Clause.any().withoutEdgeCases();
    }

    /** A world whose policy is made of its own types. */
    record Stage(RecordStore store, AccessPolicy policy, World world) {

        static Stage of(Blueprint blueprint, Limits limits, RecordStore store) {
            AccessPolicy policy = limits.policy();
            return new Stage(store, policy, blueprint.build(open(store, policy)));
        }

        Rights rights(Actor actor) {
            return AccessCase.rights(policy, actor);
        }
    }

    /** What an actor is to see of what is stored, by the plainest means: record by record, property by property. */
    static final class Sight implements Lookup {

        private final Schema schema;
        private final Rights rights;
        private final Map<UUID, CrmRecord> all = new TreeMap<>();

        Sight(Stage stage, Session session) {
            this.schema = stage.world.crm().schema();
            this.rights = stage.rights(session.actor());
            stage.store.inTransaction(records -> {
                for (EntityType<?> type : schema.types()) {
                    records.select(type, Query.all()).forEach(record -> all.put(record.getId(), record));
                }
                return true;
            });
        }

        /** All that is stored, whoever may see it. */
        Lookup stored() {
            return new Lookup() {
                @Override
                public <T> Optional<T> find(Class<T> recordClass, UUID id) {
                    return Optional.ofNullable(all.get(id))
                            .filter(recordClass::isInstance)
                            .map(recordClass::cast);
                }
            };
        }

        <R extends CrmRecord> List<R> stored(EntityType<R> type) {
            return all.values().stream()
                    .filter(type.recordClass()::isInstance)
                    .map(type.recordClass()::cast)
                    .toList();
        }

        /** The records of a type and those below it, in the order of their identities. */
        <R extends CrmRecord> List<R> seen(EntityType<R> type) {
            return stored(type).stream()
                    .flatMap(record -> shown(record).stream())
                    .toList();
        }

        <R extends CrmRecord> Optional<R> shown(R record) {
            EntityType<R> type = schema.typeOf(record);
            if (!rights.permits(Permission.VIEW, type, record, stored())) {
                return Optional.empty();
            }
            R masked = type.copy(record);
            Set<String> hidden = hidden(record);
            for (Property<? super R, ?> property : schema.properties(type)) {
                if (hidden.contains(property.name())) {
                    property.set(masked, null);
                }
            }
            return Optional.of(masked);
        }

        /** The names of the properties that a record does not show, those included whose values come from where they do not. */
        <R extends CrmRecord> Set<String> hidden(R record) {
            EntityType<R> type = schema.typeOf(record);
            Set<String> hidden = unreached(Permission.VIEW, type, record);
            for (Property<? super R, ?> property : schema.properties(type)) {
                Carried<?> carried = property.trait(Carried.class).orElse(null);
                CrmRecord source = carried == null ? null : source(carried, record);
                if (carried != null
                        && source != null
                        && hidden(source).contains(carried.from().name())) {
                    hidden.add(property.name());
                }
            }
            return hidden;
        }

        <R extends CrmRecord> Set<String> unreached(Permission permission, EntityType<R> type, R record) {
            Set<String> unreached = new LinkedHashSet<>();
            rights.narrowed(permission, type).forEach((name, reached) -> {
                if (!reached.test(record, stored())) {
                    unreached.add(name);
                }
            });
            return unreached;
        }

        @SuppressWarnings("unchecked") // the reference is one of the record's own
        private @Nullable CrmRecord source(Carried<?> carried, CrmRecord record) {
            Property<Object, ?> via = (Property<Object, ?>) (Property<?, ?>) carried.via();
            return via.get(record) instanceof Ref<?> ref ? all.get(ref.id()) : null;
        }

        <R extends CrmRecord> List<R> seen(EntityType<R> type, Criterion<R> where) {
            return seen(type).stream()
                    .filter(record -> where.test(record, this))
                    .toList();
        }

        @Override
        public <T> Optional<T> find(Class<T> recordClass, UUID id) {
            CrmRecord record = all.get(id);
            return record == null
                    ? Optional.empty()
                    : shown(record).filter(recordClass::isInstance).map(recordClass::cast);
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
