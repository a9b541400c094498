package org.clientele.testkit.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.activity.Activities;
import org.clientele.activity.Activity;
import org.clientele.activity.Attendee;
import org.clientele.activity.CalendarEvent;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.activity.EmailMessage;
import org.clientele.activity.Note;
import org.clientele.activity.Recipient;
import org.clientele.activity.Task;
import org.clientele.magento.WebCustomer;
import org.clientele.model.CrmRecord;
import org.clientele.website.Told;
import org.clientele.website.TrackedWebsite;
import org.clientele.website.WebsiteEvent;
import org.clientele.website.WebsiteIntake;

/** What was done about the records of a {@link MergeWorld}, what is attached to them, shared and watched. */
final class MergeActivities {

    private static final String US = "office@acme.example";

    private final MergeGround ground;

    MergeActivities(MergeGround ground) {
        this.ground = ground;
        logActivities();
        attachFiles();
        share();
        watchWebsite();
    }

    private void logActivities() {
        List<CrmRecord> targets = new ArrayList<>(ground.accounts);
        targets.addAll(ground.contacts);
        targets.addAll(ground.leads);
        targets.addAll(ground.customers);
        targets.addAll(ground.companies);
        logAll(targets);
        logPairs(List.of(
                ground.accounts, ground.contacts, ground.leads, ground.partners, ground.businesses, ground.companies));
        new Activities(ground.session)
                .log(
                        ground.owned(new Task("Call back")),
                        ground.dice.pick(ground.visits),
                        ground.dice.pick(ground.purchases));
    }

    /** One of each kind and some more, each about some records. */
    private void logAll(List<CrmRecord> targets) {
        Activities activities = new Activities(ground.session);
        for (int i = 0; i < 7; i++) {
            Set<CrmRecord> about = new LinkedHashSet<>();
            for (int more = ground.dice.below(4); more > 0; more--) {
                about.add(ground.dice.pick(targets));
            }
            activities.log(ground.owned(activity(i)), about.toArray(CrmRecord[]::new));
        }
    }

    private Activity activity(int number) {
        Instant at = MergeGround.NOON.plusSeconds(ground.dice.below(60));
        return switch (number) {
            case 0 -> new Note("Nice people");
            case 1 ->
                new CalendarEvent("Lunch", at, at.plusSeconds(60))
                        .addAttendee(Attendee.of(ground.dice.pick(MergeGround.EMAILS)));
            case 2 -> new Task("Send prices");
            case 3 ->
                new EmailMessage("Prices", ground.dice.pick(MergeGround.EMAILS), at).addRecipient(Recipient.to(US));
            case 4 ->
                new EmailMessage("Offer", US, at).addRecipient(Recipient.to(ground.dice.pick(MergeGround.EMAILS)));
            default -> new Call("Call " + number, ground.dice.oneIn(2) ? Direction.INCOMING : Direction.OUTGOING, at);
        };
    }

    /** Something about two or more records of a kind, which a merge makes one, in any order. */
    private void logPairs(List<List<? extends CrmRecord>> kinds) {
        Activities activities = new Activities(ground.session);
        for (List<? extends CrmRecord> kind : kinds) {
            List<CrmRecord> about = new ArrayList<>(ground.dice.some(kind));
            if (ground.dice.oneIn(2)) {
                Collections.reverse(about);
            }
            Activity both = ground.dice.oneIn(2)
                    ? new EmailMessage("To both", ground.dice.pick(MergeGround.EMAILS), MergeGround.NOON)
                            .addRecipient(Recipient.to(US))
                    : new Call("With both", Direction.INCOMING, MergeGround.NOON.plusSeconds(ground.dice.below(60)));
            activities.log(both, about.toArray(CrmRecord[]::new));
        }
    }

    private void attachFiles() {
        Activities activities = new Activities(ground.session);
        for (int i = 0; i < 3; i++) {
            CrmRecord record =
                    ground.dice.oneIn(2) ? ground.dice.pick(ground.accounts) : ground.dice.pick(ground.contacts);
            InputStream content = new ByteArrayInputStream(new byte[] {(byte) i});
            activities.attach(record, "file " + i, "text/plain", content);
        }
    }

    /** Shared with somebody who may do everything anyway, so that it is no matter for the laws of rights. */
    private void share() {
        ground.session.sharing(ground.dice.pick(ground.accounts)).with(ground.olga, Permission.VIEW, Permission.EDIT);
        ground.session.sharing(ground.dice.pick(ground.contacts)).with(ground.olga, Permission.VIEW);
        ground.session.sharing(ground.dice.pick(ground.companies)).with(ground.olga, Permission.DELETE);
    }

    private void watchWebsite() {
        ground.session.save(ground.owned(new TrackedWebsite("Shop", "shop", ground.field)));
        List<Told> events = new ArrayList<>();
        for (WebCustomer shopper : ground.shoppers) {
            String user = shopper.getOriginId() == null ? null : "id=" + shopper.getOriginId();
            for (String name : ground.dice.some(List.of(WebsiteEvent.PAGE_VIEW, WebsiteEvent.LOGIN))) {
                Instant at = MergeGround.NOON.plusSeconds(ground.dice.below(60));
                events.add(new Told("shop", ground.dice.pick(MergeGround.TAGS), user, name, null, null, null, at));
            }
        }
        new WebsiteIntake(ground.session).take(events);
    }
}
