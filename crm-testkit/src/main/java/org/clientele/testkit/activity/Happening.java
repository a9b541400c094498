package org.clientele.testkit.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Activity;
import org.clientele.activity.ActivityLink;
import org.clientele.activity.CalendarEvent;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.activity.EmailMessage;
import org.clientele.activity.Note;
import org.clientele.activity.Recipient;
import org.clientele.activity.Task;
import org.clientele.contact.Contact;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.testkit.host.Chat;
import org.clientele.testkit.host.Partner;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;

/**
 * Something that happens in an office. The rules of the CRM may refuse it.
 *
 * @param one the number of a record or of a kind of activity
 * @param other the number of another record
 * @param third the number of yet another
 * @param minutes after noon
 */
record Happening(Kind kind, int one, int other, int third, int minutes) {

    /** What happens. */
    enum Kind {
        LOG,
        LINK,
        UNLINK,
        REPOINT,
        MOVE,
        TURN,
        MOVE_AND_TURN,
        DELETE_ACTIVITY,
        DELETE_TARGET,
        MERGE,
        SAVE_OLD,
        LOG_AND_UNDO,
        LOG_MOVE_AND_DELETE
    }

    private static final int KINDS = 9;

    /** Does it, and says whether the CRM let it happen. */
    boolean isDone(Office office) {
        try {
            perform(office, office.session);
            return true;
        } catch (CrmException | Undone refused) {
            return false;
        }
    }

    private void perform(Office office, Session session) {
        switch (kind) {
            case LOG -> log(office, session);
            case LINK ->
                pick(activities(session), one)
                        .ifPresent(activity -> pick(office.targets(), other)
                                .ifPresent(target -> new Activities(session).link(activity, target)));
            case UNLINK -> unlink(office, session);
            case REPOINT ->
                pick(session.select(ActivityLink.TYPE).list(), one)
                        .ifPresent(link -> pick(office.targets(), other).ifPresent(target -> {
                            ActivityLink.TARGET.set(link, ref(office, target));
                            session.save(link);
                        }));
            case MOVE ->
                pick(activities(session), one).ifPresent(activity -> {
                    activity.setAt(at());
                    session.save(activity);
                });
            case TURN, MOVE_AND_TURN ->
                pick(session.select(Call.TYPE).list(), one).ifPresent(call -> {
                    call.setDirection(
                            Direction.INCOMING.equals(call.getDirection()) ? Direction.OUTGOING : Direction.INCOMING);
                    if (kind == Kind.MOVE_AND_TURN) {
                        call.setAt(at());
                    }
                    session.save(call);
                });
            case DELETE_ACTIVITY -> pick(activities(session), one).ifPresent(session::delete);
            case DELETE_TARGET -> pick(office.targets(), one).ifPresent(session::deleteCascading);
            case MERGE ->
                merge(session, List.of(Account.TYPE, Contact.TYPE, Partner.TYPE).get(Math.floorMod(third, 3)));
            case SAVE_OLD ->
                pick(office.old, one).ifPresent(copy -> {
                    if (copy instanceof Account account) {
                        account.setDescription("edited " + minutes);
                    } else if (copy instanceof Contact contact) {
                        contact.setDescription("edited " + minutes);
                    }
                    session.save(copy);
                });
            case LOG_AND_UNDO ->
                session.inTransaction(within -> {
                    log(office, within);
                    unlink(office, within);
                    throw new Undone();
                });
            case LOG_MOVE_AND_DELETE ->
                session.inTransaction(within -> {
                    Activity logged = log(office, within);
                    logged.setAt(at().minusSeconds(30));
                    within.save(logged);
                    pick(activities(within), one).ifPresent(within::delete);
                });
        }
    }

    private Activity log(Office office, Session session) {
        Activity activity = activity();
        activity.setOwner(Ref.to(third % 2 == 0 ? office.olga : office.ivan));
        List<CrmRecord> targets = office.targets();
        CrmRecord first = pick(targets, other).orElseThrow();
        CrmRecord second = pick(targets, third).orElseThrow();
        return first.equals(second)
                ? new Activities(session).log(activity, first)
                : new Activities(session).log(activity, first, second);
    }

    private Activity activity() {
        return switch (Math.floorMod(one, KINDS)) {
            case 0 -> new Call("Call", Direction.INCOMING, at());
            case 1 -> new Call("Call", Direction.OUTGOING, at());
            case 2 ->
                new EmailMessage("From Ada", Office.ADA.toUpperCase(Locale.ROOT), at())
                        .addRecipient(Recipient.to(Office.US));
            case 3 ->
                new EmailMessage("To Bo", Office.US, at())
                        .addRecipient(Recipient.to(Office.BO))
                        .addRecipient(Recipient.cc(Office.ADA));
            case 4 -> new EmailMessage("Among us", Office.US, at()).addRecipient(Recipient.to("all@acme.example"));
            case 5 -> new Note("Nice people");
            case 6 -> new Task("Call them");
            case 7 -> new CalendarEvent("Lunch", at(), at().plusSeconds(1));
            default -> new Chat("Chat", at());
        };
    }

    private void unlink(Office office, Session session) {
        pick(session.select(ActivityLink.TYPE).list(), one).ifPresent(link -> {
            Activity activity = session.get(
                    Activity.TYPE,
                    Optional.ofNullable(link.getActivity()).orElseThrow().id());
            AnyRef target = Optional.ofNullable(link.getTarget()).orElseThrow();
            new Activities(session)
                    .unlink(activity, session.get(office.crm.schema().type(target.type()), target.id()));
        });
    }

    private <R extends CrmRecord> void merge(Session session, EntityType<R> type) {
        List<R> all = session.select(type).list();
        if (all.size() > 1) {
            R master = pick(all, one).orElseThrow();
            R absorbed = pick(all, other).orElseThrow();
            if (!master.equals(absorbed)) {
                session.apply(session.planMerge(
                        type, choices -> choices.master(master).absorb(List.of(absorbed))));
            }
        }
    }

    private static List<Activity> activities(Session session) {
        return session.select(Activity.TYPE).list();
    }

    private static AnyRef ref(Office office, CrmRecord record) {
        return new AnyRef(office.crm.schema().typeOf(record).name(), record.getId());
    }

    private static <T> Optional<T> pick(List<T> all, int number) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.floorMod(number, all.size())));
    }

    private Instant at() {
        return ActivityCase.NOON.plus(Duration.ofMinutes(minutes));
    }

    /** Ends a transaction that is to leave nothing. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undone() {
            super("undone", null, false, false);
        }
    }

    static Arbitrary<Happening> any() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Kind.LOG)), Tuple.of(6, Arbitraries.of(Kind.values())));
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 11);
        return Combinators.combine(
                        kinds, numbers, numbers, numbers, Arbitraries.integers().between(-3, 3))
                .as(Happening::new);
    }
}
