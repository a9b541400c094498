package org.clientele.sync;

import java.util.Optional;
import org.clientele.model.CrmRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reaches one kind of record of a remote system. A host implements it, over whatever protocol, and passes {@code
 * ConnectorContract} of the testkit. It is called outside of transactions, by one thread in each run, and may be called for the
 * same again at any time: after a crash, and after a {@link RemoteUnavailableException}, by which a run tries a few times and then
 * ends for this connector until the next run. Any other exception ends the run of the connector as well, as does null where a
 * value is asked for.
 *
 * @param <R> the type of the records here
 */
public interface Connector<R extends CrmRecord> {

    /**
     * What has changed since a mark that this connector gave, some at a time; from the very beginning when there is no mark. It
     * may tell of a record again, and must tell of each change at some time.
     */
    RemotePage<R> changes(@Nullable String mark);

    /**
     * How things stand, for a connector that can tell what was changed within an interval: the first run then goes backwards in
     * time, so that the latest records are there first. Empty, unless overridden: the first run asks for {@link #changes} from the
     * very beginning.
     */
    default Optional<Beginning> beginning() {
        return Optional.empty();
    }

    /**
     * The records that were changed last within an interval; called only for a connector with a {@link #beginning()}.
     *
     * @param after the mark of the page before; null for the first page of the interval
     */
    default RemotePage<R> changedWithin(Interval interval, @Nullable String after) {
        throw new UnsupportedOperationException(
                "this connector has no beginning to go back from; let it read an interval, or give none");
    }

    /** Whether records are written back. False unless overridden. */
    default boolean isTwoWay() {
        return false;
    }

    /**
     * Writes a record at the remote; called only for a connector that {@link #isTwoWay()}. It may be called again for what is
     * written already: two calls for a new record of one {@link Outgoing#identity()} make one record.
     *
     * @throws RemoteRefusalException when the remote does not take this record, for instance because somebody has changed it
     *     there since {@link Outgoing#revision()}; it is tried again in the next run
     */
    default Written write(Outgoing<R> record) {
        throw new UnsupportedOperationException(
                "this connector writes nothing; let it write, or say that it is not two-way");
    }
}
