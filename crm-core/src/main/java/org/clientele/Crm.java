package org.clientele;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Actor;
import org.clientele.access.Actors;
import org.clientele.journal.Redirects;
import org.clientele.model.CrmRecord;
import org.clientele.model.CustomProperties;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.notice.Outbox;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.Property;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Identified;
import org.clientele.value.Ref;

/**
 * A CRM: long-lived and thread-safe. An application opens one and makes a {@link Session} of it for each actor's work.
 *
 * <pre>{@code
 * Crm crm = Crm.open(config -> config.access(RolePolicy.of(rep)));
 * Session sales = crm.as(olga);
 * Account acuserv = sales.save(new Account("Acuserv"));
 * }</pre>
 */
public final class Crm {

    private final Schema schema;
    private final Premises premises;

    private Crm(RecordStore store, CrmConfig config) {
        this.schema = config.schema();
        this.premises = new Premises(
                schema,
                Objects.requireNonNull(store, "store"),
                config.policy(),
                config.directory(),
                Constraints.validator(config.clock()),
                config.clock(),
                config.mergeDefaults(),
                new Outbox(store, config.listeners()),
                config.workflows());
        store.open(schema);
    }

    /** A CRM on the heap with the standard entities, in which no user may do anything yet. */
    public static Crm open() {
        return open(config -> {});
    }

    /** A CRM on the heap. */
    public static Crm open(Consumer<CrmConfig> configuration) {
        return open(new InMemoryStore(), configuration);
    }

    /** A CRM on a store of its own with the standard entities, in which no user may do anything yet. */
    public static Crm open(RecordStore store) {
        return open(store, config -> {});
    }

    /** A CRM on a store of its own. */
    public static Crm open(RecordStore store, Consumer<CrmConfig> configuration) {
        CrmConfig config = new CrmConfig();
        configuration.accept(config);
        return new Crm(store, config);
    }

    /** The types with today's custom properties. */
    public Schema schema() {
        return schema;
    }

    /**
     * Adds a custom property to a type while the CRM runs. A host repeats its definitions when it opens the CRM again.
     *
     * <pre>{@code
     * TextProperty<Account> tier = crm.define(Account.TYPE, custom -> custom.text("tier").with(maxLength(20)));
     * tier.set(acuserv, "gold");
     * }</pre>
     *
     * @throws IllegalArgumentException when the type has a property of that name
     */
    public <R extends CrmRecord, P extends Property<R, ?>> P define(
            EntityType<R> type, Function<CustomProperties<R>, P> definition) {
        return schema.define(type, definition);
    }

    /**
     * The record that stands for the one meant: the survivor of the merges through which it went, or the very same. Tells
     * nothing else, so it asks for no permission.
     */
    public <R extends Identified> Ref<R> resolve(Ref<R> ref) {
        return premises.store()
                .inTransaction(records -> new Ref<>(
                        new Redirects(records).survivors(List.of(ref.id())).getOrDefault(ref.id(), ref.id())));
    }

    /**
     * Tells the listeners all that was outstanding when it was called: what was committed in transactions of the host, what a
     * process committed that then died, what a listener refused. Of a store with transactions of its own, each commit delivers
     * by itself; call this when the application starts and then every minute or so. In the transactions of a host it is to be
     * called in one, after those that wrote. It waits while another thread delivers.
     *
     * @return how many change sets were told, those to several listeners several times
     * @throws IllegalStateException when a listener calls it
     */
    public long deliver() {
        return premises.outbox().deliver();
    }

    /** A session in no user's name, which may do everything: for set-up, synchronisation and the like. */
    public Session asSystem() {
        return session(Actor.system());
    }

    /**
     * A session of a user in the only organization that the user belongs to. The user's rights are those of now: open a
     * session for each request.
     *
     * @throws AccessDeniedException when the user is disabled, or belongs to none or several organizations
     */
    public Session as(User user) {
        return work(actors -> actors.actor(Ref.to(user)));
    }

    /**
     * A session of a user in one of the user's organizations.
     *
     * @throws AccessDeniedException when either is disabled or the user does not belong to the organization
     */
    public Session as(User user, Ref<Organization> organization) {
        return work(actors -> actors.actor(Ref.to(user), organization));
    }

    private Session work(Function<Actors, Actor> maker) {
        Actor actor = premises.store().inTransaction(records -> maker.apply(new Actors(premises.directory(), records)));
        return session(actor);
    }

    private Session session(Actor actor) {
        return new Session(new Work(premises, actor, premises.rightsOf(actor), null));
    }
}
