package org.clientele.sync;

import java.util.List;
import java.util.Objects;

/**
 * Some of what a remote tells, in the order in which it is taken.
 *
 * @param mark where to go on from; the remote's own word, which is given back to it
 * @param hasMore whether there is more to be had from there now
 */
public record RemotePage<R>(List<RemoteRecord<R>> records, String mark, boolean hasMore) {

    public RemotePage {
        Objects.requireNonNull(records, "records is null; give an empty list where there is nothing to tell")
                .forEach(record -> Objects.requireNonNull(record, "records has a null in it; leave it out"));
        records = List.copyOf(records);
        Objects.requireNonNull(mark, "mark is null; give the remote's word for where to go on from");
    }
}
