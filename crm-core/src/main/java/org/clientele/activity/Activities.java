package org.clientele.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;

/**
 * Logs activities, says what they are about, and attaches files to records. Who may edit an activity may link it to any record that they may see.
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
     * @throws InvalidRecordException when it is linked to the record already
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

    /**
     * Attaches a file to a record that the actor sees. The content is put first and the attachment saved then: when that
     * fails, a content lies in the {@link ContentStore} that nothing uses, until it is swept. The stream is read to its end
     * and not closed; it is never on the heap as a whole, unless the content store keeps it there.
     *
     * @return the attachment as it is stored
     * @throws RecordNotFoundException when the record is not stored or the actor may not see it
     * @throws InvalidRecordException when the file is greater than {@link AttachmentLimits} allow, or of another kind
     */
    public Attachment attach(CrmRecord record, String fileName, String mediaType, InputStream content) {
        Attaching attaching = session.inTransaction("read", transaction -> {
            seen(record, transaction);
            return new Attaching(
                    transaction.schema().setting(Attachment.CONTENT_STORE),
                    transaction.schema().setting(AttachmentLimits.SETTING),
                    fileName);
        });
        String allowed = attaching.requireAllowed(mediaType);
        Content put = attaching.put(content);
        return session.inTransaction("attach", transaction -> {
            Attachment attachment = new Attachment(seen(record, transaction), fileName, allowed, put);
            return (Attachment) transaction
                    .write(List.of(new Write.Insert<>(Attachment.TYPE, attachment)))
                    .get(0);
        });
    }

    /** The files attached to a record, the oldest first, as far as the actor sees them and the record. */
    public List<Attachment> attachments(CrmRecord record) {
        return session.inTransaction(
                "read",
                transaction -> transaction
                        .select(Attachment.TYPE, Query.of(Attachment.RECORD.is(seen(record, transaction))))
                        .toList());
    }

    /**
     * The content of an attachment, to be closed by the caller; it can be read after the transaction.
     *
     * @throws RecordNotFoundException when the attachment or its record is not stored or the actor may not see it
     * @throws LostContentException when the content is not kept any more
     */
    public InputStream open(Attachment attachment) {
        return session.inTransaction("read", transaction -> {
            Attachment stored = transaction
                    .find(Attachment.TYPE, attachment.getId())
                    .orElseThrow(() -> new RecordNotFoundException(Attachment.TYPE, attachment.getId()));
            String key = requireShown(stored, transaction);
            try {
                return transaction
                        .schema()
                        .setting(Attachment.CONTENT_STORE)
                        .open(key)
                        .orElseThrow(() -> new LostContentException(stored));
            } catch (IOException failure) {
                throw new UncheckedIOException("attachment " + stored.getFileName() + " can not be read", failure);
            }
        });
    }

    /** The key of the content, where the actor sees the record and no right hides what leads from one to the other. */
    private static String requireShown(Attachment attachment, Transaction transaction) {
        AnyRef record = attachment.getRecord();
        String key = attachment.getContent();
        if (record == null
                || key == null
                || transaction
                        .find(transaction.schema().type(record.type()), record.id())
                        .isEmpty()) {
            throw new RecordNotFoundException(Attachment.TYPE, attachment.getId());
        }
        return key;
    }

    private static List<ActivityLink> links(Activity activity, Transaction transaction) {
        return transaction
                .select(ActivityLink.TYPE, Query.of(ActivityLink.ACTIVITY.is(activity)))
                .toList();
    }
}
