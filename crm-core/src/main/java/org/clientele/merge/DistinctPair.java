package org.clientele.merge;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.required;

import java.util.Optional;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/**
 * That two records of one type are not the same, however alike they are: somebody said so, and whoever looks for duplicates
 * leaves them out. The CRM alone makes and deletes it. It goes with either record, moves with them in a merge, and ends when
 * the two become one.
 */
public class DistinctPair extends CrmRecord {

    /** The record with the lesser identity. */
    public static final AnyReferenceProperty<DistinctPair> ONE = AnyReferenceProperty.of(
                    "one", DistinctPair::getOne, (DistinctPair pair, AnyRef ref) -> pair.one = ref)
            .with(required(), WhenTargetGoes.GO_ALONG);
    /** The other record. */
    public static final AnyReferenceProperty<DistinctPair> OTHER = AnyReferenceProperty.of(
                    "other", DistinctPair::getOther, (DistinctPair pair, AnyRef ref) -> pair.other = ref)
            .with(required(), WhenTargetGoes.GO_ALONG);
    /** The name of the type of both records. */
    public static final TextProperty<DistinctPair> KIND = TextProperty.of(
                    "kind", DistinctPair::getKind, (DistinctPair pair, String kind) -> pair.kind = kind)
            .with(calculated(), indexed());

    public static final EntityType<DistinctPair> TYPE = EntityType.define(
            "distinct pair",
            DistinctPair.class,
            DistinctPair::new,
            type -> type.properties(ONE, OTHER, KIND)
                    .madeByCrm()
                    .distinctBy(ONE, OTHER)
                    .prepared((pair, situation) -> pair.putInOrder())
                    .rule(OTHER, (pair, context) -> pair.objection()));

    private @Nullable AnyRef one;
    private @Nullable AnyRef other;
    private @Nullable String kind;

    /** An empty pair. */
    protected DistinctPair() {}

    /** A pair of these two records, in whichever order. */
    static DistinctPair of(AnyRef one, AnyRef other) {
        DistinctPair pair = new DistinctPair();
        pair.one = one;
        pair.other = other;
        pair.kind = one.type();
        pair.putInOrder();
        return pair;
    }

    /** Gives the two their places again after one of them was exchanged: a pair has no direction. */
    void putInOrder() {
        AnyRef first = one;
        AnyRef second = other;
        if (first != null && second != null && first.compareTo(second) > 0) {
            one = second;
            other = first;
        }
    }

    /** Whether both are one record. */
    boolean isOfOne() {
        return one != null && one.equals(other);
    }

    private Optional<String> objection() {
        AnyRef first = one;
        AnyRef second = other;
        if (first == null || second == null) {
            return Optional.empty();
        } else if (!first.type().equals(second.type())) {
            return Optional.of("is of another type, and no two types are the same; pair records of one type");
        }
        return first.compareTo(second) < 0
                ? Optional.empty()
                : Optional.of("does not come after the first; pair two records, the lesser identity first");
    }

    /** The record with the lesser identity. */
    public @Nullable AnyRef getOne() {
        return one;
    }

    /** The other record. */
    public @Nullable AnyRef getOther() {
        return other;
    }

    /** The name of the type of both records. */
    public @Nullable String getKind() {
        return kind;
    }
}
