package org.clientele.testkit.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.activity.Activity;
import org.clientele.activity.ActivityLink;
import org.clientele.activity.Call;
import org.clientele.activity.Contacted;
import org.clientele.activity.Direction;
import org.clientele.activity.EmailMessage;
import org.clientele.testkit.host.Chat;
import org.jspecify.annotations.Nullable;

/** How often and when last people were in contact with a record: as it says itself, or counted activity by activity. */
record Tally(
        @Nullable Integer all,
        @Nullable Integer in,
        @Nullable Integer out,
        @Nullable Instant last,
        @Nullable Instant lastIn,
        @Nullable Instant lastOut) {

    /** What the record says. */
    static Tally saidBy(Contacted record) {
        return new Tally(
                record.getTimesContacted(),
                record.getTimesContactedIn(),
                record.getTimesContactedOut(),
                record.getLastContactedAt(),
                record.getLastIncomingContactAt(),
                record.getLastOutgoingContactAt());
    }

    /** What a person would count who goes through all links one by one. */
    static Tally counted(Contacted record, List<ActivityLink> links, Map<UUID, Activity> activities) {
        int in = 0;
        int out = 0;
        Instant lastIn = null;
        Instant lastOut = null;
        for (ActivityLink link : links) {
            if (link.getTarget() == null
                    || link.getActivity() == null
                    || !link.getTarget().id().equals(record.getId())) {
                continue;
            }
            Activity activity = activities.get(link.getActivity().id());
            if (activity == null) {
                throw new AssertionError("a link outlives its activity");
            }
            Direction direction = direction(activity, link);
            if (Direction.INCOMING.equals(direction)) {
                in++;
                lastIn = later(lastIn, activity.getAt());
            } else if (Direction.OUTGOING.equals(direction)) {
                out++;
                lastOut = later(lastOut, activity.getAt());
            }
        }
        return new Tally(in + out, in, out, later(lastIn, lastOut), lastIn, lastOut);
    }

    /** That of a message was settled when it was linked. */
    private static @Nullable Direction direction(Activity activity, ActivityLink link) {
        if (activity instanceof Call call) {
            return call.getDirection();
        } else if (activity instanceof Chat) {
            return Direction.INCOMING;
        }
        return activity instanceof EmailMessage ? link.getDirection() : null;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
