package org.clientele.activity;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.movesAlone;
import static org.clientele.property.Traits.mustBeSeen;
import static org.clientele.property.Traits.required;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Fold;
import org.clientele.model.Situation;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Carried;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Says that an activity is about a record (OroCRM documentation, Activities: contexts). A part of the activity; it goes with
 * the activity and with the record. What it knows of the activity is there so that a timeline is one look at an index.
 */
public class ActivityLink extends CrmRecord {

    public static final ReferenceProperty<ActivityLink, Activity> ACTIVITY = ReferenceProperty.of(
                    "activity",
                    Activity.class,
                    ActivityLink::getActivity,
                    (link, ref) -> link.activity = ref == null ? null : ref.id())
            .with(required(), fixed(), mustBeSeen(), WhenTargetGoes.GO_ALONG);
    public static final AnyReferenceProperty<ActivityLink> TARGET = AnyReferenceProperty.of(
                    "target", ActivityLink::getTarget, (ActivityLink link, AnyRef ref) -> link.target = ref)
            .with(movesAlone(), required(), mustBeSeen(), WhenTargetGoes.GO_ALONG);
    public static final InstantProperty<ActivityLink> AT = InstantProperty.of(
                    "at", ActivityLink::getAt, (link, at) -> link.at = at)
            .with(new Carried<>(ACTIVITY, Activity.AT), calculated(), indexed());
    public static final TextProperty<ActivityLink> KIND = TextProperty.of(
                    "kind", ActivityLink::getKind, (ActivityLink link, String kind) -> link.kind = kind)
            .with(calculated());
    public static final ChoiceProperty<ActivityLink, Direction> DIRECTION = ChoiceProperty.of(
                    "direction", Direction.DICTIONARY, ActivityLink::getDirection, ActivityLink::setDirection)
            .with(calculated());

    private static final Criterion<ActivityLink> CONTACT = DIRECTION.isPresent();
    private static final Criterion<ActivityLink> INCOMING = DIRECTION.is(Direction.INCOMING);
    private static final Criterion<ActivityLink> OUTGOING = DIRECTION.is(Direction.OUTGOING);

    public static final EntityType<ActivityLink> TYPE = EntityType.define(
            "activity link",
            ActivityLink.class,
            ActivityLink::new,
            type -> type.properties(ACTIVITY, TARGET, AT, KIND, DIRECTION)
                    .partOf(ACTIVITY)
                    .prepared(ActivityLink::prepare)
                    .distinctBy(ACTIVITY, TARGET)
                    .folded(Fold.over(
                            TARGET,
                            Contacted.class,
                            values -> values.count(Contacted.TIMES_CONTACTED, CONTACT)
                                    .count(Contacted.TIMES_CONTACTED_IN, INCOMING)
                                    .count(Contacted.TIMES_CONTACTED_OUT, OUTGOING)
                                    .latest(Contacted.LAST_CONTACTED_AT, AT, CONTACT)
                                    .latest(Contacted.LAST_INCOMING_CONTACT_AT, AT, INCOMING)
                                    .latest(Contacted.LAST_OUTGOING_CONTACT_AT, AT, OUTGOING))));

    private @Nullable UUID activity;
    private @Nullable AnyRef target;
    private @Nullable Instant at;
    private @Nullable String kind;
    private @Nullable String direction;

    /** An empty link. */
    protected ActivityLink() {}

    ActivityLink(Activity activity, AnyRef target) {
        this.activity = activity.getId();
        this.target = target;
    }

    /** In which direction a message went is settled when it is linked: addresses change, what happened does not. */
    private void prepare(Situation<ActivityLink> situation) {
        if (situation.before().isEmpty() && activity != null) {
            situation.lookup().find(Activity.class, activity).ifPresent(found -> {
                kind = situation.typeOf(found);
                setDirection(found.contactWith(contacted(situation).orElse(null), situation.lookup()));
            });
        }
    }

    private Optional<Contacted> contacted(Situation<ActivityLink> situation) {
        return Optional.ofNullable(target)
                .flatMap(situation::find)
                .filter(Contacted.class::isInstance)
                .map(Contacted.class::cast);
    }

    /** The activity. */
    public @Nullable Ref<Activity> getActivity() {
        return activity == null ? null : new Ref<>(activity);
    }

    /** The record that the activity is about. */
    public @Nullable AnyRef getTarget() {
        return target;
    }

    /** When the activity took place. */
    public @Nullable Instant getAt() {
        return at;
    }

    /** The name of the activity's type, such as {@code call}. */
    public @Nullable String getKind() {
        return kind;
    }

    /** In which direction the activity was a contact with the record; null when it was none. */
    public @Nullable Direction getDirection() {
        return direction == null ? null : Direction.DICTIONARY.get(direction);
    }

    void setDirection(@Nullable Direction direction) {
        this.direction = direction == null ? null : direction.id();
    }
}
