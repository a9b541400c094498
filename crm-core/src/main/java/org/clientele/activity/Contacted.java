package org.clientele.activity;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.label;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.clientele.criteria.Lookup;
import org.clientele.organization.UserOwned;
import org.clientele.property.InstantProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * A record with which people are in contact: how often and when last, in either direction (OroCRM documentation, Accounts:
 * times contacted). Calls and e-mails count; tasks, notes and events do not. The CRM keeps the six values while activities
 * are linked, changed and deleted; after a merge they are counted of all links, unless values were chosen. An entity extends this class to have them.
 */
public abstract class Contacted extends UserOwned {

    public static final InstantProperty<Contacted> LAST_CONTACTED_AT = InstantProperty.of(
                    "lastContactedAt", Contacted::getLastContactedAt, (record, at) -> record.lastContactedAt = at)
            .with(calculated(), label("Last contact datetime"));
    public static final InstantProperty<Contacted> LAST_INCOMING_CONTACT_AT = InstantProperty.of(
                    "lastIncomingContactAt",
                    Contacted::getLastIncomingContactAt,
                    (record, at) -> record.lastIncomingContactAt = at)
            .with(calculated(), label("Last incoming contact datetime"));
    public static final InstantProperty<Contacted> LAST_OUTGOING_CONTACT_AT = InstantProperty.of(
                    "lastOutgoingContactAt",
                    Contacted::getLastOutgoingContactAt,
                    (record, at) -> record.lastOutgoingContactAt = at)
            .with(calculated(), label("Last outgoing contact datetime"));
    public static final NumberProperty<Contacted, Integer> TIMES_CONTACTED = NumberProperty.ofInteger(
                    "timesContacted", Contacted::getTimesContacted, (record, times) -> record.timesContacted = times)
            .with(calculated(), label("Total times contacted"));
    public static final NumberProperty<Contacted, Integer> TIMES_CONTACTED_IN = NumberProperty.ofInteger(
                    "timesContactedIn",
                    Contacted::getTimesContactedIn,
                    (record, times) -> record.timesContactedIn = times)
            .with(calculated(), label("Number of incoming contact attempts"));
    public static final NumberProperty<Contacted, Integer> TIMES_CONTACTED_OUT = NumberProperty.ofInteger(
                    "timesContactedOut",
                    Contacted::getTimesContactedOut,
                    (record, times) -> record.timesContactedOut = times)
            .with(calculated(), label("Number of outgoing contact attempts"));

    /** The six, for the declaration of types: {@code type.properties(CONTACT_STATISTICS)}. */
    public static final List<Property<Contacted, ?>> CONTACT_STATISTICS = List.of(
            LAST_CONTACTED_AT,
            LAST_INCOMING_CONTACT_AT,
            LAST_OUTGOING_CONTACT_AT,
            TIMES_CONTACTED,
            TIMES_CONTACTED_IN,
            TIMES_CONTACTED_OUT);

    private @Nullable Instant lastContactedAt;
    private @Nullable Instant lastIncomingContactAt;
    private @Nullable Instant lastOutgoingContactAt;
    private @Nullable Integer timesContacted = 0;
    private @Nullable Integer timesContactedIn = 0;
    private @Nullable Integer timesContactedOut = 0;

    /**
     * The addresses from and to which e-mails are this record's own; none unless a type says so.
     *
     * @param lookup finds the records around this one
     */
    protected Set<String> emailAddresses(Lookup lookup) {
        return Set.of();
    }

    /**
     * Whole days since the last contact as people in a zone count them, from 0; 0 as well when it lies ahead, like a call that
     * was entered for tomorrow; empty when there was none.
     */
    public OptionalLong daysSinceLastContact(LocalDate today, ZoneId zone) {
        return lastContactedAt == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(
                        0, ChronoUnit.DAYS.between(lastContactedAt.atZone(zone).toLocalDate(), today)));
    }

    public @Nullable Instant getLastContactedAt() {
        return lastContactedAt;
    }

    public @Nullable Instant getLastIncomingContactAt() {
        return lastIncomingContactAt;
    }

    public @Nullable Instant getLastOutgoingContactAt() {
        return lastOutgoingContactAt;
    }

    public @Nullable Integer getTimesContacted() {
        return timesContacted;
    }

    public @Nullable Integer getTimesContactedIn() {
        return timesContactedIn;
    }

    public @Nullable Integer getTimesContactedOut() {
        return timesContactedOut;
    }
}
