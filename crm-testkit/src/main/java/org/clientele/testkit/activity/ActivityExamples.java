package org.clientele.testkit.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Activity;
import org.clientele.activity.ActivityLink;
import org.clientele.activity.Attendee;
import org.clientele.activity.CalendarEvent;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.activity.EmailMessage;
import org.clientele.activity.Importance;
import org.clientele.activity.Invitation;
import org.clientele.activity.Note;
import org.clientele.activity.Recipient;
import org.clientele.activity.Reminder;
import org.clientele.activity.Task;
import org.clientele.activity.TaskPriority;
import org.clientele.activity.TaskStatus;
import org.clientele.activity.Timeline;
import org.clientele.merge.MergePlan;
import org.clientele.model.InvalidRecordException;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What the kinds of activities are, and what becomes of links. */
abstract class ActivityExamples extends AttachmentExamples {

    @Test
    void anEmailComesBackAsItWasSaved() {
        EmailMessage message = new EmailMessage("Prices", Office.ADA, NOON)
                .addRecipient(Recipient.to(Office.US).named("Olga"))
                .addRecipient(Recipient.bcc(Office.BO));
        message.setFromName("Ada");
        message.setImportance(Importance.HIGH);
        message.setMessageId("<1@acuserv.example>");
        message.setThreadId("1");
        message.setBody("How much?\n");
        EmailMessage stored = office().again(office().session.save(message));
        assertThat(EmailMessage.TYPE.properties())
                .allSatisfy(property -> assertThat(property.get(stored))
                        .isEqualTo(property.get(office().session.save(stored))));
        assertThat(stored.getRecipients()).isEqualTo(message.getRecipients());
        assertThat(stored.getImportance()).isEqualTo(Importance.HIGH);
        assertThat(stored.getSentAt()).isEqualTo(NOON);
        assertThat(stored.getBody()).isEqualTo("How much?\n");
    }

    @Test
    void anEmailNeedsAddresses() {
        assertThatThrownBy(() -> office().session
                        .save(new EmailMessage("Prices", "ada", NOON).addRecipient(Recipient.to("olga"))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("fromAddress");
        assertThatThrownBy(() -> office().session.save(new EmailMessage("x".repeat(999), Office.ADA, NOON)))
                .hasMessageContaining("has 999 characters, and 998 at most");
    }

    @Test
    void aTaskGoesThroughItsStates() {
        Task task = office().session.save(new Task("Call them"));
        assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
        assertThat(task.getPriority()).isEqualTo(TaskPriority.NORMAL);
        assertThat(task.getCreatedBy()).isEqualTo(Ref.to(office().olga));
        task = office().session.save(task.start());
        task = office().session.save(task.close());
        Task closed = task;
        assertThatThrownBy(closed::start).hasMessageContaining("task Call them is closed and can not be started");
        assertThatThrownBy(closed::close).hasMessageContaining("is closed already");
        closed.setStatus(TaskStatus.IN_PROGRESS);
        assertThatThrownBy(() -> office().session.save(closed)).hasMessageContaining("reopen it first");
        Task reopened = office().session.save(office().again(task).reopen());
        assertThat(reopened.getStatus()).isEqualTo(TaskStatus.OPEN);
        assertThatThrownBy(reopened::reopen).hasMessageContaining("is not closed");
        assertThatThrownBy(() -> office().session.save(new Task("Done").close()))
                .hasMessageContaining("save it open first");
    }

    @Test
    void aReminderNeedsADueDate() {
        Task task = new Task("Call them").addReminder(Reminder.minutesBefore(15));
        assertThatThrownBy(() -> office().session.save(task)).hasMessageContaining("no due date to remind of");
        task.setDueDate(NOON);
        assertThat(office().again(office().session.save(task)).getReminders())
                .containsExactly(Reminder.minutesBefore(15));
    }

    @Test
    void anEventEndsAfterItStarts() {
        assertThatThrownBy(() -> office().session.save(new CalendarEvent("Lunch", NOON, NOON)))
                .hasMessageContaining("does not end after it starts");
        CalendarEvent lunch = new CalendarEvent("Lunch", NOON, NOON.plusSeconds(1))
                .addAttendee(Attendee.of(Office.ADA).named("Ada").answering(Invitation.TENTATIVE))
                .addAttendee(Attendee.of(Office.BO));
        lunch.setAllDay(true);
        CalendarEvent stored = office().again(office().session.save(lunch));
        assertThat(stored.getAttendees()).isEqualTo(lunch.getAttendees());
        assertThat(stored.getAttendees().get(0).answer()).isEqualTo(Invitation.TENTATIVE);
        assertThat(stored.getAttendees().get(1).answer()).isEqualTo(Invitation.NONE);
        assertThat(stored.getEnd()).isEqualTo(NOON.plusSeconds(1));
        assertThat(stored.getAllDay()).isTrue();
    }

    @Test
    void aNoteIsKnownByItsFirstLine() {
        assertThat(office().session
                        .save(new Note("\n  Nice people  \nVery nice"))
                        .getSubject())
                .isEqualTo("Nice people");
        assertThat(office().session.save(new Note("x".repeat(300))).getSubject())
                .hasSize(255);
        assertThatThrownBy(() -> office().session.save(new Note(" ")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("message");
    }

    @Test
    void aTimelineOfAKindHasAllThatExtendIt() {
        Account acuserv = office().account("Acuserv");
        office().activities.log(new Call("Said hello", Direction.INCOMING, NOON), acuserv);
        office().activities.log(new Note("Nice people"), acuserv);
        Session session = office().session;
        for (Timeline timeline :
                List.of(Timeline.of(acuserv), Timeline.of(acuserv).includingInherited())) {
            assertThat(session.run(timeline.only(Activity.TYPE))).isEqualTo(session.run(timeline));
            assertThat(session.run(timeline.only(Activity.TYPE)).total()).isEqualTo(2);
            assertThat(session.run(timeline.only(Call.TYPE)).records())
                    .extracting(Timeline.Entry::kind)
                    .containsExactly("call");
        }
    }

    @Test
    void whatWasLoggedForBothIsLinkedOnceAfterAMerge() {
        Account acuserv = office().account("Acuserv");
        Account bigBear = office().account("Big Bear Stores");
        Account bodyToning = office().account("Body Toning");
        Call both = office().activities.log(new Call("Both", Direction.INCOMING, NOON), acuserv, bigBear);
        Call absorbed = office().activities.log(new Call("Absorbed", Direction.OUTGOING, NOON), bigBear, bodyToning);
        MergePlan<Account> plan = office().session
                .planMerge(Account.TYPE, choices -> choices.master(acuserv).absorb(bigBear, bodyToning));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.dropped())
                .filteredOn(dropped -> dropped.record().type().equals("activity link"))
                .hasSize(2)
                .allMatch(dropped -> dropped.property().equals("target")
                        && dropped.reason()
                                .equals("another activity link of the master has the same activity and target,"
                                        + " and no two may"));
        assertThat(plan.relinks())
                .filteredOn(relink -> relink.type().equals("activity link"))
                .singleElement()
                .matches(relink -> relink.count() == 1);
        Account master = office().session.apply(plan).orThrow().master();
        List<ActivityLink> links = office().system.select(ActivityLink.TYPE).list();
        assertThat(links)
                .extracting(ActivityLink::getActivity)
                .containsExactlyInAnyOrder(new Ref<>(both.getId()), new Ref<>(absorbed.getId()));
        assertThat(Tally.saidBy(master)).isEqualTo(new Tally(2, 1, 1, NOON, NOON, NOON));
        assertThat(Tally.saidBy(office().again(master))).isEqualTo(Tally.saidBy(master));
    }

    @Test
    void aRecordThatIsMadeWithItsActivityIsCountedAtOnce() {
        Account acuserv = new Account("Acuserv");
        office().session.inTransaction(within -> {
            Account saved = within.save(acuserv);
            new Activities(within).log(new Call("First", Direction.INCOMING, NOON), saved);
            Account edited = within.get(Account.TYPE, acuserv.getId());
            edited.setDescription("edited");
            within.save(edited);
            new Activities(within).log(new Call("Second", Direction.OUTGOING, NOON), saved);
        });
        assertThat(Tally.saidBy(office().again(acuserv))).isEqualTo(new Tally(2, 1, 1, NOON, NOON, NOON));
    }

    @Test
    void aLinkMadeByHandPointsToWhatItsMakerSees() {
        Account hidden = office().account("Acuserv");
        Session ivan = office().crm.as(office().ivan);
        Call his = ivan.save(new Call("His", Direction.INCOMING, NOON));
        String refusal = refusal(ivan, his, hidden.getId());
        assertThat(refusal).contains("no such record that they may see").doesNotContain("Acuserv");
        UUID nobody = UUID.randomUUID();
        assertThat(refusal(ivan, his, nobody).replace(nobody.toString(), "it"))
                .as("what is not there is not told from what is hidden")
                .isEqualTo(refusal.replace(hidden.getId().toString(), "it"));
        assertThat(office().system.select(ActivityLink.TYPE).count()).isZero();
    }

    private static String refusal(Session session, Call call, UUID target) {
        ActivityLink link = ActivityLink.TYPE.newRecord();
        ActivityLink.ACTIVITY.set(link, new Ref<>(call.getId()));
        ActivityLink.TARGET.set(link, new AnyRef(Account.TYPE.name(), target));
        try {
            session.save(link);
            throw new AssertionError("the link was saved");
        } catch (AccessDeniedException denied) {
            return String.valueOf(denied.getMessage());
        }
    }

    @Test
    void onlyTheSystemRecounts() {
        assertThatThrownBy(() -> office().session.recount(Account.TYPE))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("use crm.asSystem()");
        office().account("Acuserv");
        assertThat(office().system.recount(Account.TYPE)).isEqualTo(1);
    }
}
