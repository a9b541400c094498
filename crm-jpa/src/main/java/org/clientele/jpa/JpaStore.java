package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.model.Schema;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.StaleRecordException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the records of a CRM in the database of a persistence unit. Thread-safe.
 *
 * <p>The unit names {@link #mappingFiles()} beside the host's own mapping, and the database has the tables that the scripts of
 * the resource {@code db/crm/h2}, {@code db/crm/postgresql} or {@code db/crm/mariadb} make.
 *
 * <pre>{@code
 * PersistenceConfiguration unit = new PersistenceConfiguration("crm").property(JDBC_URL, url);
 * JpaStore.mappingFiles().forEach(unit::mappingFile);
 * Crm crm = Crm.open(JpaStore.managing(unit.createEntityManagerFactory()));
 * }</pre>
 */
public final class JpaStore implements RecordStore {

    private static final List<String> MAPPED = List.of(
            "ground",
            "items",
            "organization",
            "business-unit",
            "user",
            "journal-entry",
            "redirect",
            "share",
            "distinct-pair",
            "import-step",
            "notice",
            "sync",
            "saved-view",
            "segment",
            "workflow",
            "contact-group",
            "contact",
            "account",
            "activity",
            "call",
            "email",
            "task",
            "calendar-event",
            "note",
            "attachment",
            "channel",
            "customer",
            "lifetime-change",
            "customer-identity",
            "business-customer",
            "lead",
            "opportunity",
            "web-customer",
            "cart",
            "web-order",
            "commerce-document",
            "commerce-customer",
            "customer-user",
            "shopping-list",
            "quote-request",
            "quote",
            "order",
            "website");

    /** Each time another one has ended its work, so that there are not many who stand in the way. */
    private static final int MOST_TIMES = 5;

    private final Transacting transacting;
    private volatile @Nullable Schema schema;
    private volatile @Nullable Mapping mapping;

    private JpaStore(Transacting transacting) {
        this.transacting = transacting;
    }

    /**
     * A store with transactions of its own: each begins with a new entity manager of this factory and ends with it. The
     * factory stays the host's to close; its transactions are resource-local.
     */
    public static JpaStore managing(EntityManagerFactory factory) {
        return new JpaStore(new Transacting.Managing(Objects.requireNonNull(factory, "factory")));
    }

    /**
     * A store that works in the transactions of the host, as in Spring or Jakarta EE. It never begins or ends one and never
     * clears the entity manager; each write is flushed, so that it fails at once if it does. When work throws, the host's
     * transaction can only be rolled back: it is marked so wherever the provider gives it out, and elsewhere a container sees to
     * it when the exception passes.
     *
     * @param current gives the entity manager of the calling thread's transaction; called once for each piece of work
     */
    public static JpaStore joining(Supplier<EntityManager> current) {
        return new JpaStore(new Transacting.Joining(Objects.requireNonNull(current, "current")));
    }

    /**
     * A store that works in the transactions of the host, where no entity manager gives them out: in Jakarta transactions.
     *
     * <pre>{@code JpaStore.joining(() -> entityManager, registry::setRollbackOnly)}</pre>
     *
     * @param current gives the entity manager of the calling thread's transaction; called once for each piece of work
     * @param givingUp sees to it that the calling thread's transaction can only be rolled back, as a {@code
     *     TransactionSynchronizationRegistry} does; called when work throws
     */
    public static JpaStore joining(Supplier<EntityManager> current, Runnable givingUp) {
        Objects.requireNonNull(givingUp, "givingUp");
        return new JpaStore(
                new Transacting.Joining(Objects.requireNonNull(current, "current"), entityManager -> givingUp.run()));
    }

    /** The mapping files of the standard entities, one for each aggregate, as a persistence unit names them. */
    public static List<String> mappingFiles() {
        return MAPPED.stream().map(name -> "META-INF/crm/" + name + ".orm.xml").toList();
    }

    @Override
    public synchronized void open(Schema newSchema) {
        if (schema != null) {
            throw new IllegalStateException("this store belongs to a CRM already; make a new one for each CRM");
        }
        schema = newSchema;
        if (transacting instanceof Transacting.Managing managing) {
            mapping = new Mapping(managing.factory().getMetamodel(), newSchema);
        }
    }

    @Override
    public boolean ownsTransactions() {
        return transacting.isOwn();
    }

    /** Does the work up to {@value #MOST_TIMES} times; in a transaction of the host once. */
    @Override
    public <T> T repeating(Function<Records, T> work) {
        for (int times = 1; transacting.isOwn() && times < MOST_TIMES; times++) {
            try {
                return inTransaction(work);
            } catch (StaleRecordException failure) {
                if (!Failures.isGivenUp(failure)) {
                    throw failure;
                }
            }
        }
        return inTransaction(work);
    }

    @Override
    public <T> T inTransaction(Function<Records, T> work) {
        Schema known = schema;
        if (known == null) {
            throw new IllegalStateException("this store is not open; open a CRM on it: Crm.open(store)");
        }
        return transacting.run(entityManager -> {
            JpaRecords records =
                    new JpaRecords(entityManager, known, mapping(entityManager, known), transacting.isOwn());
            try {
                return work.apply(records);
            } finally {
                records.end();
            }
        });
    }

    private Mapping mapping(EntityManager entityManager, Schema known) {
        Mapping ready = mapping;
        if (ready == null) {
            ready = new Mapping(entityManager.getMetamodel(), known);
            mapping = ready;
        }
        return ready;
    }
}
