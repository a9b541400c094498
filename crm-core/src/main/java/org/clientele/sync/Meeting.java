package org.clientele.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** Brings a record here and what the remote tells of it together, property by property. */
final class Meeting<R extends CrmRecord> {

    private final ConnectorLayout<R> layout;
    private final RemoteRecord<R> remote;
    private final Map<String, @Nullable String> said;
    private final Snapshot before;
    private final Map<String, TwoWay> decisions = new HashMap<>();

    /**
     * Of a record and what was known of it.
     *
     * @param said what the remote tells, references as identities here
     */
    Meeting(ConnectorLayout<R> layout, RemoteRecord<R> remote, Map<String, @Nullable String> said, Snapshot before) {
        this.layout = layout;
        this.remote = remote;
        this.said = said;
        this.before = before;
    }

    RemoteRecord<R> remote() {
        return remote;
    }

    /** Gives a new record all that the remote tells. */
    void fill(R fresh) {
        for (Property<? super R, ?> property : layout.properties) {
            boolean told = said.containsKey(property.name());
            decisions.put(property.name(), told ? TwoWay.TAKE : TwoWay.KEEP);
            if (told) {
                set(property, fresh);
            }
        }
    }

    /**
     * Gives a record what is decided to be taken.
     *
     * @return whether that changes it
     */
    boolean change(R record) {
        boolean changed = false;
        for (Property<? super R, ?> property : layout.properties) {
            String here = Texts.of(property, record);
            TwoWay decision = decide(property, here);
            decisions.put(property.name(), decision);
            if (decision == TwoWay.TAKE && !Objects.equals(here, said.get(property.name()))) {
                set(property, record);
                changed |= !Objects.equals(here, Texts.of(property, record));
            }
        }
        return changed;
    }

    private TwoWay decide(Property<? super R, ?> property, @Nullable String here) {
        String name = property.name();
        Snapshot.Pair known = before.get(name);
        TwoWay.Side there = said.containsKey(name) ? new TwoWay.Side(known.there(), said.get(name)) : null;
        return TwoWay.decide(new TwoWay.Side(known.here(), here), there, layout.priorityOf(property));
    }

    private void set(Property<? super R, ?> property, R record) {
        try {
            Texts.set(property, record, said.get(property.name()));
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException(property + ": " + bad.getMessage(), bad);
        }
    }

    /** What both sides have now that the record is stored; a value that is to be sent is still that of before. */
    Snapshot settled(R stored) {
        Snapshot after = new Snapshot();
        for (Property<? super R, ?> property : layout.properties) {
            String name = property.name();
            Snapshot.Pair known = before.get(name);
            String here = decisions.get(name) == TwoWay.TAKE ? Texts.of(property, stored) : known.here();
            after.put(name, here, said.containsKey(name) ? said.get(name) : known.there());
        }
        return after;
    }

    /** Whether something of it is to be sent. */
    boolean isOwed() {
        return layout.connector.isTwoWay() && decisions.containsValue(TwoWay.SEND);
    }
}
