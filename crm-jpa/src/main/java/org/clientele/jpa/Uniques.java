package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.TextFold;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.DuplicateRecordException;

/** Keeps the values of unique properties beside their records, folded, so that the database refuses what is taken. */
final class Uniques {

    private static final int LONGEST_KEY = 200;

    private final EntityManager entityManager;
    private final Schema schema;

    Uniques(EntityManager entityManager, Schema schema) {
        this.entityManager = entityManager;
        this.schema = schema;
    }

    /** A value that a record is to have. */
    private record Wanted(CrmRecord record, Property<?, ?> property, Object value) {}

    boolean has(EntityType<?> type) {
        return !schema.properties(type, Traits.Unique.class).isEmpty();
    }

    /** Whether a record has another value for any of its unique properties. */
    <R extends CrmRecord> boolean differ(EntityType<R> type, R before, R after) {
        return schema.properties(type, Traits.Unique.class).stream()
                .anyMatch(property -> !Objects.equals(property.get(before), property.get(after)));
    }

    /** Forgets all values of records that go. */
    void release(Collection<UUID> ids) {
        Statement statement = new Statement();
        statement.update(entityManager, "delete from CrmUniqueValue u where " + statement.in("u.recordId", ids));
    }

    /**
     * Keeps the values of records that are written, in place of those that they had.
     *
     * @return what was made persistent
     * @throws DuplicateRecordException when one is taken
     */
    List<UniqueValue> claim(Collection<? extends CrmRecord> records) {
        Map<UniqueValue.Key, Wanted> wanted = new LinkedHashMap<>();
        Set<UUID> ids = new LinkedHashSet<>();
        for (CrmRecord record : records) {
            ids.add(record.getId());
            want(record, wanted);
        }
        release(ids);
        refuseTaken(wanted);
        List<UniqueValue> claimed = new ArrayList<>();
        wanted.forEach((key, want) -> claimed.add(new UniqueValue(key, want.record.getId())));
        claimed.forEach(entityManager::persist);
        return claimed;
    }

    private <R extends CrmRecord> void want(R record, Map<UniqueValue.Key, Wanted> wanted) {
        EntityType<R> type = schema.typeOf(record);
        for (Property<? super R, ?> property : schema.properties(type, Traits.Unique.class)) {
            Object value = property.get(record);
            if (value != null) {
                UniqueValue.Key key = key(type, property, value);
                if (wanted.putIfAbsent(key, new Wanted(record, property, value)) != null) {
                    throw DuplicateRecordException.taken(schema.nameOf(record), property.name(), value);
                }
            }
        }
    }

    private void refuseTaken(Map<UniqueValue.Key, Wanted> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Statement statement = new Statement();
        List<String> values =
                wanted.keySet().stream().map(UniqueValue.Key::valueKey).toList();
        String jpql = "select u.id.property, u.id.valueKey from CrmUniqueValue u where "
                + statement.in("u.id.valueKey", values);
        for (Object[] row : statement.query(entityManager, jpql, Object[].class).getResultList()) {
            Wanted want = wanted.get(new UniqueValue.Key((String) row[0], (String) row[1]));
            if (want != null) {
                throw DuplicateRecordException.taken(schema.nameOf(want.record), want.property.name(), want.value);
            }
        }
    }

    private UniqueValue.Key key(EntityType<?> type, Property<?, ?> property, Object value) {
        EntityType<?> declaring = type;
        for (EntityType<?> above = type; above != null; above = above.parent().orElse(null)) {
            if (schema.properties(above).contains(property)) {
                declaring = above;
            }
        }
        String text = value instanceof String own ? TextFold.fold(own) : text(property, value);
        return new UniqueValue.Key(declaring + "." + property, text.length() > LONGEST_KEY ? digest(text) : text);
    }

    @SuppressWarnings("unchecked")
    private static String text(Property<?, ?> property, Object value) {
        return ((Property<?, Object>) property).toText(value);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha-256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}
