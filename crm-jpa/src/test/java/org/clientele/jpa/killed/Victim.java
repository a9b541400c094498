package org.clientele.jpa.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that is killed. */
final class Victim {

    private Victim() {}

    /**
     * Runs a program in a process of its own and kills it when it has told this many lines and one more.
     *
     * @return what it told; more lines than it was granted if it was killed, else it came to its end
     */
    static List<String> run(Path directory, int lines, Class<?> program, String... arguments) throws Exception {
        Path errors = directory.resolve("errors");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        List<String> told = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                told.add(line);
                if (told.size() == lines + 1) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        int exit = process.waitFor();
        if (told.size() <= lines) {
            assertThat(exit).as(Files.readString(errors)).isZero();
        }
        return told;
    }
}
