package org.clientele.testkit.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.activity.Activity;
import org.clientele.activity.CalendarEvent;
import org.clientele.activity.Call;
import org.clientele.activity.Contacted;
import org.clientele.activity.Direction;
import org.clientele.activity.EmailMessage;
import org.clientele.activity.Note;
import org.clientele.activity.Recipient;
import org.clientele.activity.Task;
import org.clientele.contact.Contact;
import org.clientele.model.CrmRecord;
import org.clientele.testkit.host.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rows of conformance.txt. */
abstract class ConformanceExamples extends CounterExamples {

    private static final int FEWEST_ROWS = 12;

    private static List<List<String>> rows() {
        try (InputStream file = Objects.requireNonNull(
                ConformanceExamples.class.getResourceAsStream("/org/clientele/testkit/activity/conformance.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void whatHappensComesToWhatTheTableSays() {
        List<List<String>> rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(FEWEST_ROWS);
        for (List<String> row : rows) {
            Play play = new Play(startAfresh(), row.get(0));
            parts(row.get(3)).forEach(play::perform);
            parts(row.get(4)).forEach(play::check);
        }
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(";")).map(String::strip).toList();
    }

    /** One row: Ada, with whom people are in contact, a visit with which nobody is, and activities by their names. */
    private static final class Play {

        private final Office office;
        private final String row;
        private final CrmRecord ada;
        private final CrmRecord visit;
        private final Map<String, Activity> activities = new HashMap<>();

        Play(Office office, String row) {
            this.office = office;
            this.row = row;
            ada = office.session.save(new Contact("Ada", "Example").addEmail(Office.ADA));
            visit = office.session.save(new Visit("Visit"));
        }

        void perform(String part) {
            List<String> words = new ArrayList<>(List.of(part.split(" ")));
            String name = words.get(1);
            switch (words.get(0)) {
                case "log" -> activities.put(name, office.activities.log(activity(words), ada));
                case "log-visit" -> activities.put(name, office.activities.log(activity(words), visit));
                case "delete" -> office.session.delete(known(name));
                case "unlink" -> office.activities.unlink(known(name), ada);
                case "turn" -> {
                    ((Call) known(name)).setDirection(direction(words.get(2)));
                    activities.put(name, office.session.save(known(name)));
                }
                case "move" -> {
                    known(name).setAt(day(words.get(2)));
                    activities.put(name, office.session.save(known(name)));
                }
                default -> throw new IllegalArgumentException(part);
            }
        }

        private Activity known(String name) {
            return Objects.requireNonNull(activities.get(name), name);
        }

        /** log NAME KIND DAY and, for calls, a direction, for e-mails, from and to. */
        private static Activity activity(List<String> words) {
            Instant at = day(words.get(3));
            return switch (words.get(2)) {
                case "call" -> new Call("Call", direction(words.get(4)), at);
                case "email" -> new EmailMessage("E-mail", words.get(4), at).addRecipient(Recipient.to(words.get(5)));
                case "email-bcc" ->
                    new EmailMessage("E-mail", words.get(4), at)
                            .addRecipient(Recipient.to(Office.US))
                            .addRecipient(Recipient.bcc(words.get(5)));
                case "task" -> new Task("Task");
                case "note" -> new Note("Note");
                case "event" -> new CalendarEvent("Event", at, at.plusSeconds(1));
                default -> throw new IllegalArgumentException(words.get(2));
            };
        }

        private static Direction direction(String word) {
            return word.equals("in") ? Direction.INCOMING : Direction.OUTGOING;
        }

        private static Instant day(String word) {
            return NOON.plus(Duration.ofDays(Integer.parseInt(word.substring(1))));
        }

        void check(String part) {
            List<String> words = List.of(part.split("="));
            Tally tally = Tally.saidBy((Contacted) office.again(ada));
            Object said = said(tally, words.get(0));
            String expected = words.get(1);
            if (said instanceof Integer times) {
                assertThat(times).as(row + " " + part).isEqualTo(Integer.parseInt(expected));
            } else {
                assertThat(said).as(row + " " + part).isEqualTo(expected.equals("null") ? null : day(expected));
            }
        }

        private static @Nullable Object said(Tally tally, String word) {
            return switch (word) {
                case "all" -> tally.all();
                case "in" -> tally.in();
                case "out" -> tally.out();
                case "last" -> tally.last();
                case "last-in" -> tally.lastIn();
                case "last-out" -> tally.lastOut();
                default -> throw new IllegalArgumentException(word);
            };
        }
    }
}
