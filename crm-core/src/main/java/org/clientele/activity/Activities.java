package org.clientele.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;

/**
 * Logs activities and says what they are about. Who may edit an activity may link it to any record that they may see.
 * Thread-safe if the session is.
 *
 * <pre>{@code
 * Activities activities = new Activities(sales);
 * Call call = activities.log(new Call("Asked for prices", Direction.INCOMING, at), acuserv, ada);
 * activities.unlink(call, ada);
 * }</pre>
 */
public final class Activities {

    private final Transactions session;

    /** Activities in the name of a session's actor. */
    public Activities(Transactions session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /**
     * Saves a new activity with links to the records that it is about, in one change set.
     *
     * @return the activity as it is stored
     * @throws RecordNotFoundException when one of the records is not stored or the actor may not see it
     */
    public <A extends Activity> A log(A activity, CrmRecord... about) {
        return session.inTransaction("log", transaction -> {
            EntityType<A> type = transaction.schema().typeOf(activity);
            List<Write<?>> writes = new ArrayList<>();
            writes.add(new Write.Insert<>(type, activity));
            for (CrmRecord record : about) {
                writes.add(link(activity, record, transaction));
            }
            return type.recordClass().cast(transaction.write(writes).get(0));
        });
    }

    /**
     * Says that a stored activity is about a record, too.
     *
     * @throws org.clientele.model.InvalidRecordException when it is linked to the record already
     */
    public void link(Activity activity, CrmRecord record) {
        session.inTransaction("link", transaction -> transaction.write(List.of(link(activity, record, transaction))));
    }

    private static Write<ActivityLink> link(Activity activity, CrmRecord record, Transaction transaction) {
        return new Write.Insert<>(ActivityLink.TYPE, new ActivityLink(activity, seen(record, transaction)));
    }

    /** A reference to a record, as long as the actor sees it. */
    private static <R extends CrmRecord> AnyRef seen(R record, Transaction transaction) {
        EntityType<R> type = transaction.schema().typeOf(record);
        if (transaction.find(type, record.getId()).isEmpty()) {
            throw new RecordNotFoundException(type, record.getId());
        }
        return new AnyRef(type.name(), record.getId());
    }

    /** Says that an activity is not about a record; nothing happens when it is not linked to it. */
    public void unlink(Activity activity, CrmRecord record) {
        session.inTransaction("unlink", transaction -> {
            List<Write<?>> writes = new ArrayList<>();
            for (ActivityLink link : links(activity, transaction)) {
                AnyRef target = link.getTarget();
                if (target != null && target.id().equals(record.getId())) {
                    writes.add(new Write.Delete<>(ActivityLink.TYPE, link));
                }
            }
            return transaction.write(writes);
        });
    }

    /** What an activity is about, in the order in which it was said; also what the actor may not see. */
    public List<AnyRef> about(Activity activity) {
        return session.inTransaction(
                "read",
                transaction -> links(activity, transaction).stream()
                        .map(ActivityLink::getTarget)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static List<ActivityLink> links(Activity activity, Transaction transaction) {
        return transaction
                .select(ActivityLink.TYPE, Query.of(ActivityLink.ACTIVITY.is(activity)))
                .toList();
    }
}
