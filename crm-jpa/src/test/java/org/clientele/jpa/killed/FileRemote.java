package org.clientele.jpa.killed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clientele.sync.Connector;
import org.clientele.sync.Outgoing;
import org.clientele.sync.RemotePage;
import org.clientele.sync.RemoteRecord;
import org.clientele.sync.Written;
import org.clientele.testkit.host.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A remote that survives whoever asks it: a file to which each change is added as a line of external id, the identity here,
 * subject, minutes and the external id of the visit that it follows. For one process at a time.
 */
final class FileRemote implements Connector<Visit> {

    static final int LINES = 260;
    static final int VISITS = 120;

    private static final int PAGE = 10;

    private final Path file;

    FileRemote(Path file) {
        this.file = file;
    }

    /** Lines of visits, some without the subject that they need, some that follow later ones, many changed again. */
    static void write(Path file, Random random) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            int visit = i < VISITS ? i : random.nextInt(VISITS);
            String subject = i < VISITS && random.nextInt(20) == 0 ? "" : "Visit " + visit;
            String follows = random.nextInt(4) == 0 ? "v" + random.nextInt(VISITS) : "";
            lines.add(String.join("\t", "v" + visit, "", subject, String.valueOf(random.nextInt(90)), follows));
        }
        Files.write(file, lines);
    }

    Path path() {
        return file;
    }

    private List<String[]> lines() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    /** The last line of each visit. */
    Map<String, String[]> rows() {
        Map<String, String[]> rows = new LinkedHashMap<>();
        lines().forEach(line -> rows.put(line[0], line));
        return rows;
    }

    /** The subjects of visits that follow one which can not be taken as it is now, whoever follows whom. */
    Set<String> waiting() {
        Map<String, String[]> rows = rows();
        Set<String> lost = new HashSet<>();
        rows.forEach((id, row) -> {
            if (row[2].isEmpty()) {
                lost.add(id);
            }
        });
        while (rows.values().stream().anyMatch(row -> lost.contains(row[4]) && lost.add(row[0]))) {
            continue;
        }
        return lost.stream().map(id -> rows.get(id)[2]).collect(Collectors.toSet());
    }

    /** The minutes that a visit has or had, and those of one which has been here before. */
    Set<String> minutes(String subject) {
        Set<String> minutes = new HashSet<>(Set.of("null"));
        lines().stream().filter(line -> line[2].equals(subject)).forEach(line -> minutes.add(line[3]));
        return minutes;
    }

    /** The state that each visit has, in order. */
    List<String> lastStates() {
        Map<String, String[]> rows = rows();
        return rows.values().stream().map(row -> state(row, rows)).sorted().toList();
    }

    private static String state(String[] line, Map<String, String[]> rows) {
        return line[2] + " " + (line[3].isEmpty() ? null : line[3]) + " "
                + (line[4].isEmpty() ? "" : rows.get(line[4])[2]);
    }

    @Override
    public RemotePage<Visit> changes(@Nullable String mark) {
        List<String[]> lines = lines();
        int from = mark == null ? 0 : Integer.parseInt(mark);
        int to = Math.min(lines.size(), from + PAGE);
        List<RemoteRecord<Visit>> records = new ArrayList<>();
        for (int number = from; number < to; number++) {
            records.add(record(lines.get(number), number + 1));
        }
        return new RemotePage<>(records, String.valueOf(to), to < lines.size());
    }

    private static RemoteRecord<Visit> record(String[] line, int revision) {
        return RemoteRecord.of(
                line[0],
                values -> values.revision(revision)
                        .ours(line[1].isEmpty() ? null : UUID.fromString(line[1]))
                        .setText(Visit.SUBJECT, given(line[2]))
                        .setText(Visit.MINUTES, given(line[3]))
                        .point(Visit.FOLLOWS, given(line[4])));
    }

    private static @Nullable String given(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    @Override
    public boolean isTwoWay() {
        return true;
    }

    @Override
    public Written write(Outgoing<Visit> record) {
        System.out.println("sends");
        String identity = record.identity().toString();
        List<String[]> lines = lines();
        String id = record.externalId()
                .orElseGet(() -> lines.stream()
                        .filter(line -> line[1].equals(identity))
                        .map(line -> line[0])
                        .findFirst()
                        .orElse("n" + lines.size()));
        String[] line =
                rows().getOrDefault(id, new String[] {id, "", "", "", ""}).clone();
        line[1] = identity;
        put(record, "subject", line, 2);
        put(record, "minutes", line, 3);
        put(record, "follows", line, 4);
        try {
            Files.writeString(file, String.join("\t", line) + System.lineSeparator(), StandardOpenOption.APPEND);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
        System.out.println("sent");
        return new Written(id, lines.size() + 1);
    }

    private static void put(Outgoing<Visit> record, String property, String[] line, int cell) {
        if (record.properties().contains(property)) {
            String text = record.text(
                    List.of(Visit.SUBJECT, Visit.MINUTES, Visit.FOLLOWS).get(cell - 2));
            line[cell] = text == null ? "" : text;
        }
    }
}
