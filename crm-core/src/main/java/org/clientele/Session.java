package org.clientele;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.access.AccessDecision;
import org.clientele.access.Actor;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.door.HandOver;
import org.clientele.door.HandedOver;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.Exporter;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.Importer;
import org.clientele.exchange.Template;
import org.clientele.exchange.job.Bookkeeping;
import org.clientele.grid.Grid;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Scope;
import org.clientele.merge.DistinctPair;
import org.clientele.merge.MergeChoices;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.merge.MergeStrategy;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Owner;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.report.Report;
import org.clientele.sales.ConversionChoices;
import org.clientele.sales.ConversionOutcome;
import org.clientele.sales.ConversionPlan;
import org.clientele.sales.Lead;
import org.clientele.search.SearchChoices;
import org.clientele.search.SearchResult;
import org.clientele.search.Searching;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.sync.Connection;
import org.clientele.undo.Undo;
import org.clientele.undo.UndoAll;
import org.clientele.value.Ref;

/**
 * One actor's work with a CRM: every call shows and touches only what the actor may. Make one for each request or job;
 * thread-safe outside of transactions.
 *
 * <p>A call is a transaction of its own unless it is made on the session that {@link #inTransaction(Consumer)} hands over.
 * Whatever a call refuses, it throws a {@link org.clientele.model.CrmException} and leaves nothing behind. Where the database
 * gives a call's transaction up because it stood in the way of another, as in a deadlock, the call is done again; work that is
 * handed to {@code inTransaction} is not, as nobody knows what else it does: it throws a
 * {@link org.clientele.store.StaleRecordException}.
 */
public final class Session implements Transactions {

    private final Work work;

    Session(Work work) {
        this.work = work;
    }

    /** Who acts in this session. */
    public Actor actor() {
        return work.actor();
    }

    /**
     * Saves a new record or the changes of a stored one. The record handed in stays as it is; saving what has no changes
     * writes nothing.
     *
     * @return the record as it is stored now; go on with this one
     * @throws org.clientele.model.InvalidRecordException when rules are broken; all of them are named
     * @throws org.clientele.access.AccessDeniedException when the actor may not
     * @throws org.clientele.store.StaleRecordException when it was changed since it was read
     */
    public <R extends CrmRecord> R save(R record) {
        return saveAll(List.of(Objects.requireNonNull(record, "record"))).get(0);
    }

    /** Saves several records, all or none, in one change set; later ones may point to earlier ones. */
    public <R extends CrmRecord> List<R> saveAll(Collection<? extends R> records) {
        Objects.requireNonNull(records, "records");
        return work.inTransaction("save", transaction -> new Saving(transaction).save(records));
    }

    /**
     * Deletes a record, with what is nothing without it; refused while another record that needs it points to it, and while
     * it owns records: see {@link #handOver}.
     *
     * @return the receipt: the change set, which {@link #undo(UUID)} takes back
     */
    public <R extends CrmRecord> UUID delete(R record) {
        Objects.requireNonNull(record, "record");
        return work.inTransaction("delete", transaction -> {
            EntityType<R> type = transaction.schema().typeOf(record);
            transaction.write(List.of(new Write.Delete<>(type, record)));
            return transaction.changeSet();
        });
    }

    /**
     * Deletes a record together with all records that can not be without it, such as an account with its customers and
     * their opportunities, in one change set. What an owner owns is not among them: it refuses.
     *
     * @return the receipt, as of {@link #delete}
     * @throws org.clientele.access.AccessDeniedException when the actor may not delete one of them; then none goes
     */
    public <R extends CrmRecord> UUID deleteCascading(R record) {
        Objects.requireNonNull(record, "record");
        return work.inTransaction("delete", transaction -> {
            transaction.deleteCascading(transaction.schema().typeOf(record), record);
            return transaction.changeSet();
        });
    }

    /**
     * Gives one owner all that another of the same kind owns - a user, a business unit or an organization - in one change
     * set, or nothing; afterwards nothing that is owned keeps the former owner from being deleted. Each record is given as
     * by any change of its owner: the actor must be allowed to see, edit and assign it.
     *
     * <pre>{@code
     * sales.handOver(ivan, olga);
     * sales.delete(ivan);
     * }</pre>
     *
     * @return how many records of each type
     * @throws org.clientele.access.AccessDeniedException when the actor may not give away, or not see, one of the records
     * @throws org.clientele.model.InvalidRecordException when the new owner is not stored, disabled or outside of the
     *     organization of a record
     */
    public <O extends CrmRecord & Owner<O>> HandedOver handOver(O from, O to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return work.inTransaction("hand over", door -> new HandOver(door).handOver(from, to));
    }

    /** The record that a reference points to; empty when it is not there or the actor may not see it. */
    public <R extends CrmRecord> Optional<R> find(EntityType<R> type, Ref<? super R> ref) {
        return find(type, Objects.requireNonNull(ref, "ref").id());
    }

    /** The record with this identity; empty when it is not there or the actor may not see it. */
    public <R extends CrmRecord> Optional<R> find(EntityType<R> type, UUID id) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
        return work.read(records -> records.find(type, id));
    }

    /** The record with this identity; RecordNotFoundException when it is not there or the actor may not see it. */
    public <R extends CrmRecord> R get(EntityType<R> type, UUID id) {
        return find(type, id).orElseThrow(() -> new RecordNotFoundException(type, id));
    }

    /** All records of a type, and of those that extend it, that the actor may see. */
    public <R extends CrmRecord> Selection<R> select(EntityType<R> type) {
        Objects.requireNonNull(type, "type");
        return new Selection<>(work, type, Query.all());
    }

    /** Whether the actor may do this with the record as it is stored; a new record is judged as it would be saved. */
    public <R extends CrmRecord> boolean may(Permission permission, R record) {
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(record, "record");
        return work.read(door -> door.permits(permission, door.schema().typeOf(record), record));
    }

    /** Whether the actor may do this with the record, as {@link #may} says, and why: rule by rule. */
    public <R extends CrmRecord> AccessDecision check(Permission permission, R record) {
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(record, "record");
        return work.read(door -> door.decide(permission, door.schema().typeOf(record), record));
    }

    /**
     * Whether another user may do this with a record that is stored, and why, told to this session's actor: what an
     * administrator asks for somebody who can not. The user is taken at work in the record's organization or, if that can not
     * be, in the first of the user's own.
     *
     * @throws RecordNotFoundException when the actor may not see the record or the user
     */
    public <R extends CrmRecord> AccessDecision check(User user, Permission permission, R record) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(record, "record");
        return new Asking(work).check(user, permission, record);
    }

    /** Whether the actor has the capability, and why. */
    public AccessDecision check(Capability capability) {
        Objects.requireNonNull(capability, "capability");
        return work.rights().decide(capability);
    }

    /**
     * The users who have the permission for a record in any organization where they may work, as far as the actor may see
     * them. Takes time in proportion to the number of users.
     *
     * @throws RecordNotFoundException when the record is not stored or the actor may not see it
     */
    public <R extends CrmRecord> List<User> whoMay(Permission permission, R record) {
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(record, "record");
        return new Asking(work).whoMay(permission, record);
    }

    /**
     * The owners with whom the actor may create a record of a type in the organization of now: exactly those that a save
     * would accept, as far as the actor may see them.
     *
     * <pre>{@code
     * List<User> owners = sales.assignableOwners(Account.TYPE, Account.OWNER).orderBy(User.USERNAME.asc()).list();
     * }</pre>
     *
     * @throws IllegalArgumentException when the property is not the one that the type's owner is kept in
     */
    public <R extends CrmRecord, O extends CrmRecord> Selection<O> assignableOwners(
            EntityType<R> type, ReferenceProperty<? super R, O> owner) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(owner, "owner");
        return new Asking(work).assignable(type, owner);
    }

    /** The same for a record that is stored: the owners to whom the actor may give it. */
    public <R extends CrmRecord, O extends CrmRecord> Selection<O> assignableOwners(
            R record, ReferenceProperty<? super R, O> owner) {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(owner, "owner");
        return new Asking(work).assignable(record, owner);
    }

    /** With whom a record is shared, to look at and to change. */
    public <R extends CrmRecord> Sharing<R> sharing(R record) {
        Objects.requireNonNull(record, "record");
        return new Sharing<>(work, record);
    }

    /** The tags that records carry: to look at, to assign, to rename and to merge. */
    public Tags tags() {
        return new Tags(work);
    }

    /** The first 25 hits of a search; see {@link #search(String, Consumer)}. */
    public SearchResult search(String text) {
        return search(text, choices -> {});
    }

    /**
     * Looks for words in all that the records of all types say, as far as the actor may see it: in texts, in the texts of items
     * such as e-mails and phones, and in tags, custom properties included. A record is found when every word is somewhere in it,
     * whatever its case; words are parted by blanks, and what stands between quotation marks is one word. Closest to what a
     * record is called come first. No words find nothing.
     *
     * <pre>{@code
     * SearchResult result = sales.search("bear "los angeles"", choices -> choices.in(Account.TYPE).page(2, 10));
     * }</pre>
     *
     * @throws IllegalArgumentException when a type or a property is chosen that is not searched, or more than 16 words are given
     */
    public SearchResult search(String text, Consumer<SearchChoices> choices) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(choices, "choices");
        return work.read(door -> new Searching(door).search(text, choices));
    }

    /** The result of a report over what the actor may see. */
    public <T> T run(Report<T> report) {
        Objects.requireNonNull(report, "report");
        return work.read(report::run);
    }

    /** A grid as the actor sees it first: through the actor's default view, else through the grid's standard one. */
    public <R extends CrmRecord> OpenGrid<R> grid(Grid<R> grid, ZoneId zone) {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(zone, "zone");
        return new OpenGrid<>(work, grid, views(grid).first(), zone, Criterion.always());
    }

    /** The views of a grid that people saved. */
    public Views views(Grid<?> grid) {
        Objects.requireNonNull(grid, "grid");
        return new Views(work, grid);
    }

    /** The segments: records of one type by a condition that has a name. */
    public Segments segments() {
        return new Segments(work);
    }

    /** The workflows: in which steps records are, how they go on, and which workflows are active. */
    public Workflows workflows() {
        return new Workflows(work);
    }

    /**
     * Changes each of these records, and says of each whether that was done or why not: one that is refused keeps no other from
     * being changed. Records are saved together as far as that goes, some hundred in a change set.
     *
     * <pre>{@code
     * MassAnswer<Lead> answer = sales.changeEach(leads.selection().list(), lead -> lead.setStatus(LeadStatus.CANCELED));
     * answer.refused().forEach(one -> log.warn(one.reason().getMessage()));
     * }</pre>
     *
     * @param change what is done to a copy of each; it may be done more than once
     * @throws IllegalStateException within a transaction that is open
     * @throws org.clientele.model.CrmException in a transaction of the host's, when the store itself refuses a record, such as one
     *     that was changed since it was read: the transaction can only be rolled back then, so that nothing is done
     */
    public <R extends CrmRecord> MassAnswer<R> changeEach(List<R> records, Consumer<? super R> change) {
        Objects.requireNonNull(records, "records");
        Objects.requireNonNull(change, "change");
        return MassWork.change(work, records, change);
    }

    /**
     * Deletes each of these records, as {@link #delete} does, and says of each whether that was done or why not. It throws what
     * {@link #changeEach} throws.
     */
    public <R extends CrmRecord> MassAnswer<R> deleteEach(List<R> records) {
        Objects.requireNonNull(records, "records");
        return MassWork.delete(work, records);
    }

    /**
     * What a merge of several records of a type would do; nothing happens yet. What stands against the merge is told by
     * the plan's problems.
     *
     * <pre>{@code
     * MergePlan<Account> plan = sales.planMerge(Account.TYPE, choices -> choices
     *         .master(acuserv)
     *         .absorb(bigBear, bodyToning)
     *         .take(Account.NAME, bigBear));
     * sales.apply(plan).orThrow();
     * }</pre>
     */
    public <R extends CrmRecord> MergePlan<R> planMerge(EntityType<R> type, Consumer<MergeChoices<R>> choices) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(choices, "choices");
        return new Merging(work).plan(type, choices);
    }

    /**
     * The plan that was stored as {@link MergePlan#toText}, equal to what it was then; whether it still holds shows when it is
     * applied.
     *
     * @param strategies those that the plan may name besides the ready-made ones and those of the properties themselves
     * @throws IllegalArgumentException when the text is no plan for this type, or names a property or strategy that is not known
     * @throws org.clientele.model.UnknownTypeException when it names a type that is not registered any more
     */
    public <R extends CrmRecord> MergePlan<R> readPlan(
            EntityType<R> type, String text, MergeStrategy<?, ?>... strategies) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        return new Merging(work).read(type, text, List.of(strategies));
    }

    /**
     * Merges as planned, in one change set, or does nothing and says why. Within {@link #inTransaction(Consumer)} what the
     * store itself refuses is thrown, so that the whole transaction ends.
     */
    public <R extends CrmRecord> MergeOutcome<R> apply(MergePlan<R> plan) {
        Objects.requireNonNull(plan, "plan");
        return new Merging(work).apply(plan);
    }

    /**
     * Remembers that two stored records of one type are not the same, however alike: whoever looks for duplicates leaves the
     * two out. It ends when either is deleted, moves with them in a merge, and keeps nobody from merging the two all the same.
     * Saying it twice changes nothing.
     *
     * @throws org.clientele.access.AccessDeniedException when the actor may not merge
     * @throws RecordNotFoundException when one is not stored or the actor may not see it
     * @throws IllegalArgumentException when both are one record, or of two types
     */
    public <R extends CrmRecord> void markDistinct(R one, R other) {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        new TellingApart(work).mark(one, other);
    }

    /** Takes back what {@link #markDistinct} remembered, under the same conditions; nothing when that is not remembered. */
    public <R extends CrmRecord> void unmarkDistinct(R one, R other) {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        new TellingApart(work).unmark(one, other);
    }

    /**
     * The pairs of records of a type, and of those that extend it, that were marked as distinct, the oldest first; those of
     * which the actor may see both records.
     */
    public <R extends CrmRecord> List<DistinctPair> distinctPairs(EntityType<R> type) {
        Objects.requireNonNull(type, "type");
        return new TellingApart(work).pairs(type);
    }

    /**
     * What taking back a change set would do - a save, a merge, an import, a deletion or another undo; nothing happens yet.
     *
     * @throws org.clientele.undo.UnknownChangeSetException when it is not there, or the actor may not see all records that it
     *     was asked to change
     */
    public Undo planUndo(UUID changeSet) {
        Objects.requireNonNull(changeSet, "changeSet");
        return new Undoing(work).plan(changeSet);
    }

    /**
     * Takes a change set back, at any age, in one change set. What nobody touched since is afterwards what it was before; what
     * somebody changed since is kept and named. A record that was created goes, unless others need it by now; one that was
     * deleted comes back whole, or nothing is done at all and the answer says why. Each record is written as by any save of
     * the actor: who may not, has nothing restored.
     *
     * <pre>{@code
     * UUID merge = sales.apply(plan).orThrow().receipt();
     * Undo undo = sales.undo(merge).orThrow();
     * sales.undo(undo.receipt().orElseThrow());
     * }</pre>
     *
     * @throws org.clientele.undo.UnknownChangeSetException when it is not there, or the actor may not see all records that it
     *     was asked to change
     */
    public Undo undo(UUID changeSet) {
        Objects.requireNonNull(changeSet, "changeSet");
        return new Undoing(work).undo(changeSet);
    }

    /**
     * Takes several change sets back in one transaction, such as those of an import: each as {@link #undo(UUID)} does, the last
     * one first. When one of them can not be taken back at all, because something that it deleted can not come back, none is,
     * and the answer says why.
     *
     * <pre>{@code
     * ImportReport done = contacts.run(file);
     * sales.undo(done.receipt()).orThrow();
     * }</pre>
     *
     * @param changeSets in the order in which they were made
     * @throws org.clientele.undo.UnknownChangeSetException when one is not there, or the actor may not see all records that it
     *     was asked to change; then none is taken back
     * @throws IllegalStateException within a transaction that is open
     */
    public UndoAll undo(List<UUID> changeSets) {
        Objects.requireNonNull(changeSets, "changeSets");
        return new Undoing(work).undoAll(changeSets);
    }

    /**
     * Counts the values of all records of a type, and of those that extend it, that follow from other records anew: contact
     * counters, lifetime values and the like ({@link org.clientele.model.Fold}). They are right already unless somebody wrote
     * to the database past the CRM. Some records at a time, each time in a transaction of its own unless one is open, so that a
     * failure leaves what was done so far. Whoever changes what these few records' values follow from waits meanwhile, and is
     * counted afterwards; that needs a database that reads what others have committed (READ COMMITTED, as usual). Versions and
     * history stay as they are.
     *
     * @return how many records were counted
     * @throws org.clientele.access.AccessDeniedException when it is not the system that acts
     */
    public <R extends CrmRecord> long recount(EntityType<R> type) {
        Objects.requireNonNull(type, "type");
        return new Recounting(work).recount(type);
    }

    /**
     * What the conversion of a lead into an opportunity would create, bind and change; nothing happens yet. What stands
     * against it is told by the plan's problems.
     *
     * <pre>{@code
     * ConversionPlan plan = sales.planConversion(lead, choices -> choices.budget(Money.of("17000", "USD")));
     * Opportunity engine = sales.apply(plan).orThrow().opportunity();
     * }</pre>
     */
    public ConversionPlan planConversion(Lead lead, Consumer<ConversionChoices> choices) {
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(choices, "choices");
        return new Converting(work).plan(lead, choices);
    }

    /** Converts a lead as planned, in one change set, or does nothing and says why; otherwise as a merge is applied. */
    public ConversionOutcome apply(ConversionPlan plan) {
        Objects.requireNonNull(plan, "plan");
        return new Converting(work).apply(plan);
    }

    /**
     * Makes records of rows, whatever format they come in: what the modules for formats, such as crm-csv, are built on.
     *
     * @throws org.clientele.access.AccessDeniedException when the importer is used and the actor may not import, or may not see
     *     what records are matched on
     */
    public <R extends CrmRecord> Importer<R> importer(EntityType<R> type, Consumer<ImportLayout<R>> layout) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(layout, "layout");
        if (work.isWithinTransaction()) {
            throw new IllegalStateException("an import commits as it goes; call it outside of inTransaction");
        }
        Bookkeeping books = new Bookkeeping(
                transaction -> ((Door) transaction).books(),
                work.actor(),
                work.premises().clock());
        return new Importer<>(
                this,
                books,
                matched -> requireImport(type, matched),
                type,
                work.premises().schema(),
                layout);
    }

    private void requireImport(EntityType<?> type, Collection<? extends Attribute<?, ?>> matched) {
        check(Capability.IMPORT).orThrow();
        if (!matched.isEmpty()) {
            this.<Void>inTransaction("read", door -> {
                matched.forEach(attribute -> ((Door) door).requireMatchable(type, attribute));
                return null;
            });
        }
    }

    /**
     * Writes what is selected, as far as this session's actor may see it, as rows in whatever format.
     *
     * @throws org.clientele.access.AccessDeniedException when the exporter is used and the actor may not export
     */
    public <R extends CrmRecord> Exporter<R> exporter(Selection<R> selection, Consumer<ExportLayout<R>> layout) {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(layout, "layout");
        return new Exporter<>(
                this,
                () -> check(Capability.EXPORT).orThrow(),
                selection.type(),
                work.premises().schema(),
                selection.query(),
                layout);
    }

    /**
     * The synchronisation with another system.
     *
     * @throws org.clientele.access.AccessDeniedException when it is not the system that acts
     */
    public Synchronisation synchronisation(Connection connection) {
        Objects.requireNonNull(connection, "connection");
        return new Synchronisation(work, connection);
    }

    /** The template of a file of such records, to be filled in and imported; it shows none that there are. */
    public <R extends CrmRecord> Template<R> template(EntityType<R> type) {
        Objects.requireNonNull(type, "type");
        return new Template<>(type, work.premises().schema());
    }

    /**
     * What happened to a record, the newest first, without what is hidden in it today; nothing when the actor may not see the
     * record, or when it is gone and the actor may not see the journal's entries about it.
     */
    public <R extends CrmRecord> List<ChangeSet> history(R record) {
        Objects.requireNonNull(record, "record");
        return history().of(record).list();
    }

    /** What happened, by whom, when and to what, as far as the actor may see it. */
    public History history() {
        return new History(work, Scope.everything());
    }

    /** Records as they were at an instant. */
    public AsOf asOf(Instant instant) {
        Objects.requireNonNull(instant, "instant");
        return new AsOf(work, instant);
    }

    /** Does everything within the block in one transaction and one change set: all or nothing. */
    public void inTransaction(Consumer<Session> block) {
        Objects.requireNonNull(block, "block");
        this.<Void>inTransaction("save", transaction -> {
            block.accept(new Session(work.within((Door) transaction)));
            return null;
        });
    }

    @Override
    public <T> T inTransaction(String reason, Function<Transaction, T> block) {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(block, "block");
        return work.once(reason, block);
    }

    @Override
    public <T> T rehearse(String reason, Function<Transaction, T> block) {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(block, "block");
        return work.rehearse(block);
    }
}
