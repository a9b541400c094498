package org.clientele.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Identified;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The rights that a policy gives, and for records that are parts of others those that the whole has: who may view the whole
 * views its parts, who may edit it makes, changes and deletes them.
 */
public final class RightsByWhole implements Rights {

    private final Rights own;
    private final Schema schema;

    /** Rights of which the policy knows nothing about parts. */
    public RightsByWhole(Rights own, Schema schema) {
        this.own = own;
        this.schema = schema;
    }

    private static Permission asked(Permission permission) {
        return permission == Permission.VIEW ? Permission.VIEW : Permission.EDIT;
    }

    @Override
    public <R extends CrmRecord> Criterion<R> filter(Permission permission, EntityType<R> type) {
        if (type.wholes().isEmpty()) {
            return own.filter(permission, type);
        }
        List<Criterion<? super R>> reaching = new ArrayList<>();
        type.wholes().forEach(whole -> reaching.add(reaching(asked(permission), whole)));
        return reaching.size() == 1 ? narrow(reaching.get(0)) : new Criterion.Any<>(reaching);
    }

    @SuppressWarnings("unchecked") // a condition on a type is one on all below it
    private static <R> Criterion<R> narrow(Criterion<? super R> condition) {
        return (Criterion<R>) condition;
    }

    private <R, T extends Identified> Criterion<R> reaching(Permission permission, ReferenceProperty<R, T> whole) {
        return whole.matches(wholeFilter(permission, schema.type(whole.target())));
    }

    @SuppressWarnings("unchecked") // the type is that of the records pointed to
    private <T> Criterion<T> wholeFilter(Permission permission, EntityType<?> type) {
        return (Criterion<T>) ByClass.join(schema, type, below -> filter(permission, below));
    }

    @Override
    public <R extends CrmRecord> boolean permits(Permission permission, EntityType<R> type, R record, Lookup lookup) {
        return type.wholes().isEmpty()
                ? own.permits(permission, type, record, lookup)
                : whole(type, record, lookup)
                        .filter(found -> permitsWhole(permission, found, lookup))
                        .isPresent();
    }

    /** Who makes a whole makes its parts with it. */
    private <W extends CrmRecord> boolean permitsWhole(Permission permission, W whole, Lookup lookup) {
        return (permission == Permission.CREATE && whole.isNew())
                || permits(asked(permission), schema.typeOf(whole), whole, lookup);
    }

    private <R extends CrmRecord> Optional<CrmRecord> whole(EntityType<R> type, R record, Lookup lookup) {
        return type.wholes().stream()
                .flatMap(reference -> find(reference, record, lookup).stream())
                .findFirst();
    }

    private static <R extends CrmRecord> Optional<CrmRecord> find(
            ReferenceProperty<? super R, ?> reference, R record, Lookup lookup) {
        @Nullable Ref<?> ref = reference.get(record);
        return ref == null
                ? Optional.empty()
                : lookup.find(reference.target(), ref.id()).map(CrmRecord.class::cast);
    }

    @Override
    public boolean permits(Capability capability) {
        return own.permits(capability);
    }

    @Override
    public <R extends CrmRecord> Map<String, Criterion<R>> narrowed(Permission permission, EntityType<R> type) {
        return type.wholes().isEmpty() ? own.narrowed(permission, type) : Map.of();
    }

    @Override
    public <R extends CrmRecord> AccessDecision decide(Question<R> question) {
        if (question.type().wholes().isEmpty()) {
            return own.decide(question);
        }
        return whole(question.type(), question.record(), question.lookup())
                .map(whole -> decide(question, whole))
                .orElseGet(() -> AccessDecision.of(
                        false, question.name() + " is a part of nothing that is there; save that first"));
    }

    private <R extends CrmRecord, W extends CrmRecord> AccessDecision decide(Question<R> question, W whole) {
        if (question.permission() == Permission.CREATE && whole.isNew()) {
            return AccessDecision.of(true, question.name() + " is made together with what it is a part of");
        }
        Permission asked = asked(question.permission());
        EntityType<W> type = schema.typeOf(whole);
        boolean isShown = question.isShown() && permits(Permission.VIEW, type, whole, question.lookup());
        AccessDecision decision = decide(new Question<>(asked, type, whole, question.lookup(), isShown));
        return new AccessDecision(
                decision.granted(),
                question.permission() + " " + question.name() + " asks for " + asked + " of the " + type
                        + " that it is a part of: " + decision.reason(),
                decision.missing(),
                List.of(decision));
    }

    @Override
    public AccessDecision decide(Capability capability) {
        return own.decide(capability);
    }
}
