package org.clientele.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A CSV file of contacts with twelve columns, the same each time; some cells are empty, some in quotes. */
final class ContactsFile implements AutoCloseable {

    static final String[] TITLES = {
        "Name prefix",
        "First name",
        "Middle name",
        "Last name",
        "Name suffix",
        "Job Title",
        "Description",
        "Fax",
        "Skype",
        "Twitter",
        "Gender",
        "Birthday"
    };

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1950, 1, 1);
    private static final int DAYS = 20_000;

    private final Path file;

    ContactsFile(int rows) {
        try {
            file = Files.createTempFile("contacts", ".csv");
            try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                writer.write(String.join(",", TITLES));
                writer.newLine();
                for (int number = 0; number < rows; number++) {
                    writer.write(row(number));
                    writer.newLine();
                }
            }
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    private static String row(int number) {
        return String.join(
                ",",
                number % 3 == 0 ? "Dr." : "",
                "Ada" + number % 1_000,
                number % 5 == 0 ? "King" : "",
                "Lovelace" + number,
                number % 50 == 0 ? "Jr." : "",
                "Head of engines",
                "\"Met at the fair, " + number % 97 + " years ago; says \"\"hello\"\"\"",
                "+44 20 7946 0" + (100 + number % 900),
                "ada.lovelace." + number,
                number % 2 == 0 ? "https://twitter.example/ada" + number : "",
                number % 4 == 0 ? "" : number % 2 == 0 ? "female" : "male",
                FIRST_BIRTHDAY.plusDays(number % DAYS).toString());
    }

    Path path() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
