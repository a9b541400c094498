package org.clientele.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.sync.Beginning;
import org.clientele.sync.Connector;
import org.clientele.sync.Interval;
import org.clientele.sync.Outgoing;
import org.clientele.sync.RemotePage;
import org.clientele.sync.RemoteRecord;
import org.clientele.sync.RemoteRefusalException;
import org.clientele.sync.RemoteUnavailableException;
import org.clientele.sync.Written;
import org.jspecify.annotations.Nullable;

/**
 * A remote that does all that remotes do to those who ask them: it times out, before and after it has done what it was asked, tells
 * twice, tells old states, tells in any order, leaves out what it tells later, and its clocks go wrong. It does so a given number of
 * times; from then on it is honest. The same seed does the same. For one thread.
 */
public final class HostileRemote<R extends CrmRecord> implements Connector<R> {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int PAGE = 4;
    private static final int MOST_DAYS = 40;

    private final EntityType<R> type;
    private final boolean isTwoWay;
    private final boolean goesBack;
    private final Random random;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<String> log = new ArrayList<>();
    private final List<RemoteRecord<R>> told = new ArrayList<>();
    private int malice;
    private int writes;
    private boolean refuses;

    /**
     * A remote without records.
     *
     * @param goesBack whether its first run goes back in time
     * @param malice how often it is hostile
     */
    public HostileRemote(EntityType<R> type, boolean isTwoWay, boolean goesBack, long seed, int malice) {
        this.type = type;
        this.isTwoWay = isTwoWay;
        this.goesBack = goesBack;
        this.random = new Random(seed);
        this.malice = malice;
    }

    private static final class Row {
        private final Map<String, @Nullable String> values = new LinkedHashMap<>();
        private Instant changedAt = NOON;
        private long revision;
        private boolean deleted;
        private @Nullable UUID ours;
    }

    /** Gives a record of the remote a value, as its property writes it, or the external id that it points to; makes the record first. */
    public void set(String externalId, Property<? super R, ?> property, @Nullable String text) {
        Row row = rows.computeIfAbsent(externalId, id -> new Row());
        row.values.put(property.name(), text);
        touch(externalId, row);
    }

    /** The remote loses the record. */
    public void delete(String externalId) {
        Row row = Objects.requireNonNull(rows.get(externalId));
        row.deleted = true;
        touch(externalId, row);
    }

    private void touch(String externalId, Row row) {
        row.revision++;
        row.changedAt = NOON.plus(Duration.ofHours(random.nextInt(2 * 24 * MOST_DAYS) - 24L * MOST_DAYS));
        log.add(externalId);
    }

    /** From now on it is hostile so often again. */
    public void turn(int newMalice) {
        malice = newMalice;
    }

    /** Whether it takes nothing that is written. */
    public void refuse(boolean is) {
        refuses = is;
    }

    /** How often something was written. */
    public int writes() {
        return writes;
    }

    /** What it has, without what it lost: values by the names of properties. */
    public Map<String, Map<String, @Nullable String>> rows() {
        Map<String, Map<String, @Nullable String>> there = new LinkedHashMap<>();
        rows.forEach((id, row) -> {
            if (!row.deleted) {
                there.put(id, Collections.unmodifiableMap(new LinkedHashMap<>(row.values)));
            }
        });
        return there;
    }

    private boolean isHostile(int oneIn) {
        if (malice > 0 && random.nextInt(oneIn) == 0) {
            malice--;
            return true;
        }
        return false;
    }

    private void mayTimeOut() {
        if (isHostile(3)) {
            throw new RemoteUnavailableException("the remote does not answer");
        }
    }

    @Override
    public RemotePage<R> changes(@Nullable String mark) {
        mayTimeOut();
        int from = mark == null ? 0 : Integer.parseInt(mark);
        int to = Math.min(log.size(), from + PAGE);
        List<String> ids = new ArrayList<>(log.subList(from, to));
        if (!ids.isEmpty() && isHostile(4)) {
            log.add(ids.remove(random.nextInt(ids.size())));
        }
        return new RemotePage<>(page(ids), String.valueOf(to), to < log.size());
    }

    private List<RemoteRecord<R>> page(List<String> ids) {
        List<RemoteRecord<R>> records = new ArrayList<>();
        for (String id : ids) {
            records.add(record(id));
            if (isHostile(4)) {
                records.add(record(id));
            }
        }
        if (!told.isEmpty() && isHostile(4)) {
            records.add(told.get(random.nextInt(told.size())));
        }
        if (isHostile(3)) {
            Collections.shuffle(records, random);
        }
        told.addAll(records);
        return records;
    }

    private RemoteRecord<R> record(String id) {
        Row row = Objects.requireNonNull(rows.get(id));
        return row.deleted
                ? RemoteRecord.deleted(id)
                : RemoteRecord.of(id, values -> {
                    values.revision(row.revision).ours(row.ours);
                    row.values.forEach((name, text) -> values.setText(property(name), text));
                });
    }

    private Property<? super R, ?> property(String name) {
        return type.properties().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<Beginning> beginning() {
        mayTimeOut();
        Instant now = NOON.plus(Duration.ofDays(random.nextInt(MOST_DAYS) - MOST_DAYS / 2));
        return goesBack
                ? Optional.of(new Beginning(String.valueOf(log.size()), now, now.minus(Duration.ofDays(MOST_DAYS))))
                : Optional.empty();
    }

    @Override
    public RemotePage<R> changedWithin(Interval interval, @Nullable String after) {
        mayTimeOut();
        List<String> within = rows.entrySet().stream()
                .filter(entry -> interval.contains(entry.getValue().changedAt))
                .map(Map.Entry::getKey)
                .toList();
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(within.size(), from + PAGE);
        return new RemotePage<>(page(within.subList(from, to)), String.valueOf(to), to < within.size());
    }

    @Override
    public boolean isTwoWay() {
        return isTwoWay;
    }

    @Override
    public Written write(Outgoing<R> record) {
        mayTimeOut();
        if (refuses) {
            throw new RemoteRefusalException("the remote takes nothing");
        }
        String id = record.externalId().orElseGet(() -> known(record.identity()));
        Row row = rows.computeIfAbsent(id, newId -> new Row());
        if (record.externalId().isPresent() && record.revision() != row.revision) {
            throw new RemoteRefusalException("'" + id + "' was changed at the remote meanwhile");
        }
        writes++;
        row.ours = record.identity();
        record.properties().forEach(name -> row.values.put(name, record.text(property(name))));
        touch(id, row);
        mayTimeOut();
        return new Written(id, row.revision);
    }

    private String known(UUID identity) {
        return rows.entrySet().stream()
                .filter(entry -> identity.equals(entry.getValue().ours))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("new " + (rows.size() + 1));
    }
}
