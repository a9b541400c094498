package org.clientele.testkit.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.Crm;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What all tests of a store start from: an open store with an organization and a user, and short words for its use. */
abstract class StoreCase {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T09:30:00Z");

    private @Nullable Opened opened;

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** An open store, and those who own what is kept in it. */
    private record Opened(RecordStore store, Crm crm, Organization acme, User olga) {

        static Opened on(RecordStore store) {
            Crm crm = Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE));
            Organization acme = new Organization("Acme");
            User olga = new User("olga", "olga@acme.example", "Olga", "Example", acme);
            store.inTransaction(records -> records.write(List.of(
                    new Write.Insert<>(Organization.TYPE, timed(acme)), new Write.Insert<>(User.TYPE, timed(olga)))));
            return new Opened(store, crm, acme, olga);
        }
    }

    private Opened opened() {
        if (opened == null) {
            opened = Opened.on(newStore());
        }
        return opened;
    }

    /** Goes on with an empty store; a property calls it for each of its tries. */
    final void startAfresh() {
        opened = Opened.on(newStore());
    }

    final RecordStore store() {
        return opened().store;
    }

    final Crm crm() {
        return opened().crm;
    }

    final Organization acme() {
        return opened().acme;
    }

    final User olga() {
        return opened().olga;
    }

    static <R extends CrmRecord> R timed(R record) {
        CrmRecord.CREATED_AT.set(record, BEGINNING);
        CrmRecord.UPDATED_AT.set(record, BEGINNING);
        return record;
    }

    /** The record, completed as far as every store may ask for: with times, and owned by Olga. */
    final <R extends CrmRecord> R complete(R record) {
        if (record instanceof UserOwned owned) {
            owned.setOwner(Ref.to(olga()));
            owned.setOrganization(Ref.to(acme()));
        } else if (record instanceof Channel channel) {
            channel.setOrganization(Ref.to(acme()));
        }
        return timed(record);
    }

    /** An opportunity as it is stored while nothing is decided. */
    final Opportunity open(Opportunity opportunity) {
        opportunity.setStatus(OpportunityStatus.IN_PROGRESS);
        return complete(opportunity);
    }

    final Account account(String name) {
        return complete(new Account(name));
    }

    final Visit visit(String subject) {
        return complete(new Visit(subject));
    }

    final User user(String username, String email) {
        return complete(new User(username, email, "Ivan", "Example", acme()));
    }

    final Channel channel() {
        Channel channel = new Channel("Field sales", ChannelType.SALES).addEntity(Partner.TYPE.name());
        return inserted(complete(channel));
    }

    final <T> T inTransaction(Function<Records, T> work) {
        return store().inTransaction(work);
    }

    /** Runs work that has no result. */
    final void run(Consumer<Records> work) {
        boolean done = inTransaction(records -> {
            work.accept(records);
            return true;
        });
        if (!done) {
            throw new AssertionError("the store lost the result of the work");
        }
    }

    final <R extends CrmRecord> R inserted(R record) {
        return inTransaction(records -> insert(records, record));
    }

    @SafeVarargs
    final <R extends CrmRecord> void insertAll(R... all) {
        run(records -> records.write(List.of(all).stream()
                .map(record -> new Write.Insert<>(records.schema().typeOf(record), record))
                .toList()));
    }

    final <R extends CrmRecord> R updated(R record) {
        return inTransaction(records -> update(records, record));
    }

    final void deleted(CrmRecord record) {
        run(records -> delete(records, record));
    }

    static <R extends CrmRecord> R insert(Records records, R record) {
        EntityType<R> type = records.schema().typeOf(record);
        return type.recordClass()
                .cast(records.write(List.of(new Write.Insert<>(type, record))).get(0));
    }

    static <R extends CrmRecord> R update(Records records, R record) {
        EntityType<R> type = records.schema().typeOf(record);
        R before = records.find(type, record.getId()).orElse(record);
        return type.recordClass()
                .cast(records.write(List.of(new Write.Update<>(type, before, record)))
                        .get(0));
    }

    static <R extends CrmRecord> void delete(Records records, R record) {
        records.write(List.of(new Write.Delete<>(records.schema().typeOf(record), record)));
    }

    /** The record as it is stored now. */
    final <R extends CrmRecord> R stored(R record) {
        return inTransaction(records -> find(records, record));
    }

    static <R extends CrmRecord> R find(Records records, R record) {
        return records.find(records.schema().typeOf(record), record.getId())
                .orElseThrow(() -> new AssertionError(record + " is not stored"));
    }

    final boolean isStored(CrmRecord record) {
        return inTransaction(records ->
                records.find(records.schema().typeOf(record), record.getId()).isPresent());
    }

    final <R extends CrmRecord> List<R> selected(EntityType<R> type, Query<R> query) {
        return inTransaction(records -> records.select(type, query).toList());
    }

    final <R extends CrmRecord> List<R> selected(EntityType<R> type, Criterion<? super R> where) {
        return selected(type, Query.of(where));
    }
}
