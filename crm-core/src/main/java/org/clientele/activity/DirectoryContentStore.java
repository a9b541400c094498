package org.clientele.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps contents in a directory, each in a file that is named by its key. A content is written to a file of its own first
 * and moved to its place when it is whole, so that nobody ever sees half of one; what a process that was killed left behind
 * lies in {@code coming} and can be deleted. Nothing but keys becomes part of a path. Thread-safe, also between processes on
 * a file system that moves atomically.
 */
public final class DirectoryContentStore implements ContentStore {

    private final Path kept;
    private final Path coming;
    private final Clock clock;

    private DirectoryContentStore(Path directory, Clock clock) {
        this.kept = directory.resolve("kept");
        this.coming = directory.resolve("coming");
        this.clock = clock;
    }

    /** The contents in a directory, which is made with the first of them. */
    public static DirectoryContentStore at(Path directory) {
        return at(directory, Clock.systemUTC());
    }

    /** The contents in a directory, by a clock. */
    public static DirectoryContentStore at(Path directory, Clock clock) {
        return new DirectoryContentStore(
                Objects.requireNonNull(directory, "directory"), Objects.requireNonNull(clock, "clock"));
    }

    @Override
    public Content put(InputStream content) throws IOException {
        Files.createDirectories(coming);
        Path written = Files.createTempFile(coming, "content", null);
        try {
            MessageDigest digest = Digest.begin();
            long size;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(written), digest)) {
                size = content.transferTo(out);
            }
            Instant now = clock.instant();
            Files.setLastModifiedTime(written, FileTime.from(now));
            String key = Digest.end(digest);
            Path place = place(key);
            Files.createDirectories(place.getParent());
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Content(key, size, now);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Spread over directories, for file systems that do not like many files in one. */
    private Path place(String key) {
        return kept.resolve(key.substring(0, 2)).resolve(key);
    }

    @Override
    public Optional<InputStream> open(String key) throws IOException {
        if (!Content.isKey(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(place(key)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String key, Instant putBefore) throws IOException {
        if (Content.isKey(key)) {
            Path place = place(key);
            if (Files.exists(place)
                    && Files.getLastModifiedTime(place).toInstant().isBefore(putBefore)) {
                Files.deleteIfExists(place);
            }
        }
    }

    @Override
    public Stream<Content> list() throws IOException {
        if (!Files.exists(kept)) {
            return Stream.empty();
        }
        List<Content> all = new ArrayList<>();
        try (Stream<Path> found = Files.find(kept, 2, (path, file) -> file.isRegularFile() && isContent(path))) {
            found.forEach(path -> content(path).ifPresent(all::add));
        }
        return all.stream();
    }

    private static boolean isContent(Path path) {
        return Content.isKey(path.getFileName().toString());
    }

    /** What was deleted meanwhile is left out. */
    private static Optional<Content> content(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new Content(
                    path.getFileName().toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
