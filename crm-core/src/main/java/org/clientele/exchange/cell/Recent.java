package org.clientele.exchange.cell;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was used last: so much of it that memory does not grow with a file. For one thread. */
public final class Recent<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;
    private static final int KEPT = 10_000;

    /** Nothing yet. */
    public Recent() {
        super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
    }
}
