package org.clientele.testkit.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Activity;
import org.clientele.activity.ActivityLink;
import org.clientele.activity.Attachment;
import org.clientele.activity.Attendee;
import org.clientele.activity.CalendarEvent;
import org.clientele.activity.Call;
import org.clientele.activity.Contacted;
import org.clientele.activity.Content;
import org.clientele.activity.ContentStore;
import org.clientele.activity.Direction;
import org.clientele.activity.EmailMessage;
import org.clientele.activity.Note;
import org.clientele.activity.Recipient;
import org.clientele.activity.Task;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.world.World.Owner;
import org.clientele.value.AnyRef;

/** Steps that log activities and attach files. */
final class ActivitySteps {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String US = "office@acme.example";

    private ActivitySteps() {}

    /** What was done. */
    enum Kind {
        CALL,
        EMAIL,
        TASK,
        NOTE,
        EVENT
    }

    /** An activity about up to as many records as there are numbers, at a time of so many hours from noon. */
    record AddActivity(Kind kind, Owner owner, Set<Integer> about, boolean incoming, int hours, String text)
            implements Step {
        @Override
        public void build(World world) {
            Activity activity = made(world);
            List<CrmRecord> contacted = contacted(world);
            CrmRecord[] targets = about.stream()
                    .filter(number -> !contacted.isEmpty())
                    .map(number -> contacted.get(Math.floorMod(number, contacted.size())))
                    .distinct()
                    .toArray(CrmRecord[]::new);
            world.add(activity, owner);
            for (CrmRecord target : targets) {
                new Activities(world.transactions()).link(activity, target);
            }
            world.takeIn(ActivityLink.TYPE);
        }

        /** People are in contact with these; the rest of the world, which is more, would have most of the links. */
        private static List<CrmRecord> contacted(World world) {
            return world.made().stream()
                    .filter(record -> record instanceof Account
                            || record instanceof Contact
                            || record instanceof Customer
                            || record instanceof Lead
                            || record instanceof Opportunity)
                    .filter(Contacted.class::isInstance)
                    .toList();
        }

        private Activity made(World world) {
            Instant at = NOON.plusSeconds(hours * 3600L);
            return switch (kind) {
                case CALL -> call(world.name(Call.TYPE), at);
                case EMAIL -> email(world.name(EmailMessage.TYPE), at);
                case TASK -> task(world.name(Task.TYPE), at);
                case NOTE -> new Note(world.name(Note.TYPE) + "\n" + text);
                case EVENT ->
                    new CalendarEvent(world.name(CalendarEvent.TYPE), at, at.plusSeconds(60))
                            .addAttendee(Attendee.of(theirs()));
            };
        }

        private Call call(String subject, Instant at) {
            Call call = new Call(subject, incoming ? Direction.INCOMING : Direction.OUTGOING, at);
            call.setNotes(text);
            return call;
        }

        private EmailMessage email(String subject, Instant at) {
            EmailMessage email = new EmailMessage(subject, incoming ? theirs() : US, at);
            email.setBody(text);
            return email.addRecipient(Recipient.to(incoming ? US : theirs()));
        }

        /** The first address of one of the contacts, if there is such a contact and it has one. */
        private String theirs() {
            return "contact." + (Math.floorMod(hours, 4) + 1) + ".0@example.org";
        }

        private Task task(String subject, Instant at) {
            Task task = new Task(subject);
            task.setDueDate(at);
            task.setDescription(text);
            return task;
        }
    }

    /** A file at any record. The system, which makes worlds, owns nothing and can not attach it as a user does. */
    record AddAttachment(int record, Owner owner) implements Step {
        @Override
        public void build(World world) {
            List<CrmRecord> made = world.made();
            CrmRecord to = made.get(Math.floorMod(record, made.size()));
            Attachment attachment = Attachment.TYPE.newRecord();
            attachment.setFileName(world.name(Attachment.TYPE));
            Schema schema = world.crm().schema();
            Attachment.RECORD.set(attachment, new AnyRef(schema.typeOf(to).name(), to.getId()));
            Attachment.MEDIA_TYPE.set(attachment, "text/plain");
            Content content = put(schema.setting(Attachment.CONTENT_STORE), world.name(Attachment.TYPE));
            Attachment.SIZE.set(attachment, content.size());
            Attachment.CONTENT.set(attachment, content.key());
            world.add(attachment, owner);
        }

        private static Content put(ContentStore contents, String text) {
            try {
                return contents.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException failure) {
                throw new UncheckedIOException("a content could not be put", failure);
            }
        }
    }

    static Arbitrary<AddActivity> activities() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Worlds.owners(),
                        Arbitraries.integers().between(0, 30).set().ofMaxSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-40, 40),
                        Worlds.texts())
                .as(AddActivity::new);
    }

    static Arbitrary<AddAttachment> attachments() {
        return Combinators.combine(Arbitraries.integers().between(0, 60), Worlds.owners())
                .as(AddAttachment::new);
    }
}
