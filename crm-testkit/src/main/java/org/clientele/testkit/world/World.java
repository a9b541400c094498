package org.clientele.testkit.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.CustomProperties;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.OrganizationOwned;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.value.Ref;

/**
 * A CRM with records in it. There is always an organization, and a user of it who has no role; the rest is as the
 * blueprint says. For one thread.
 */
public final class World {

    private final Crm crm;
    private final Transaction records;
    private final Map<EntityType<?>, List<CrmRecord>> made = new LinkedHashMap<>();

    World(Crm crm, Transaction records) {
        this.crm = crm;
        this.records = records;
    }

    void begin() {
        Organization acme = add(new Organization("Acme"));
        add(new User("olga", "olga@acme.example", "Olga", "Example", acme));
    }

    /** The CRM. */
    public Crm crm() {
        return crm;
    }

    /** Saves a record as it is; for steps, while the world is being made. */
    public <R extends CrmRecord> R add(R record) {
        EntityType<R> type = records.schema().typeOf(record);
        CrmRecord saved =
                records.write(List.of(new Write.Insert<>(type, record))).get(0);
        made.computeIfAbsent(type, newType -> new ArrayList<>()).add(saved);
        return type.recordClass().cast(saved);
    }

    /** Saves a record that a user owns, in the name of one of the users and in one of the organizations. */
    public <R extends UserOwned> R add(R record, Owner owner) {
        name(record, owner);
        return add(record);
    }

    /** Saves a record that an organization owns. */
    public <R extends OrganizationOwned> R add(R record, int organization) {
        record.setOrganization(organization(organization));
        return add(record);
    }

    /**
     * Takes in what an engine made and no step saved: the records of a type that are stored and not known yet, by identity; for
     * steps, while the world is being made.
     */
    public <R extends CrmRecord> List<R> takeIn(EntityType<R> type) {
        List<CrmRecord> known = made.computeIfAbsent(type, newType -> new ArrayList<>());
        List<R> found = records.select(type, Query.all())
                .filter(record -> !known.contains(record))
                .toList();
        known.addAll(found);
        return found;
    }

    private void name(UserOwned record, Owner owner) {
        record.setOwner(pick(User.TYPE, owner.user()).map(Ref::to).orElse(null));
        record.setOrganization(organization(owner.organization()));
    }

    /** The transaction in which the world is being made, for engines that save what they are told: activities, website events. */
    public Transactions transactions() {
        return new Within(records);
    }

    private Ref<Organization> organization(int number) {
        return Ref.to(pick(Organization.TYPE, number).orElseThrow());
    }

    /** Who is to own a record: numbers of a user and an organization, which need not be the user's. */
    public record Owner(int user, int organization) {}

    /** One of the records made so far of this type and those below it; -1 is the last one. Empty when there is none. */
    public <R extends CrmRecord> Optional<R> pick(EntityType<R> type, int number) {
        List<R> all = made(type);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.floorMod(number, all.size())));
    }

    /** All records that the steps made of this type and those below it, as they were then. */
    public <R extends CrmRecord> List<R> made(EntityType<R> type) {
        return made.entrySet().stream()
                .filter(entry -> entry.getKey().is(type))
                .flatMap(entry -> entry.getValue().stream())
                .map(type.recordClass()::cast)
                .toList();
    }

    /** Everything that the steps made, as it was then. */
    public List<CrmRecord> made() {
        return made.values().stream().flatMap(List::stream).toList();
    }

    /** A name that no other record of the type has. */
    public String name(EntityType<?> type) {
        return type.name() + " " + (made.getOrDefault(type, List.of()).size() + 1);
    }

    /** A session of every user that is enabled in each of the user's organizations. */
    public List<Session> sessions() {
        List<Session> sessions = new ArrayList<>();
        for (User user : made(User.TYPE)) {
            if (user.isEnabled()) {
                user.getOrganizations().forEach(organization -> sessions.add(crm.as(user, organization)));
            }
        }
        return sessions;
    }

    /** A custom property of accounts: a text. */
    public TextProperty<Account> tier() {
        return custom("tier", custom -> custom.text("tier"));
    }

    /** Another custom property of accounts: a whole number. */
    public NumberProperty<Account, Integer> stars() {
        return custom("stars", custom -> custom.integer("stars"));
    }

    @SuppressWarnings("unchecked") // the properties of these names are those that were defined here
    private <P extends Property<Account, ?>> P custom(String name, Function<CustomProperties<Account>, P> definition) {
        return crm.schema().customProperties(Account.TYPE).stream()
                .filter(property -> property.name().equals(name))
                .map(property -> (P) property)
                .findFirst()
                .orElseGet(() -> crm.define(Account.TYPE, definition));
    }
}
