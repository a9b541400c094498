package org.clientele.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.clientele.activity.ContentStore;
import org.clientele.activity.DirectoryContentStore;
import org.clientele.testkit.activity.ContentStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryContentStoreTest extends ContentStoreContract {

    @TempDir
    Path directory;

    @Override
    protected ContentStore newStore(Clock clock) {
        return DirectoryContentStore.at(directory, clock);
    }

    @Test
    void nothingIsLeftOfWhatCouldNotBeRead() throws IOException {
        ContentStore store = DirectoryContentStore.at(directory);
        assertThatThrownBy(() -> store.put(broken())).isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void anotherStoreOfTheDirectoryReadsWhatOneWrote() throws IOException {
        String key = DirectoryContentStore.at(directory)
                .put(InputStream.nullInputStream())
                .key();
        assertThat(DirectoryContentStore.at(directory).open(key)).isPresent();
    }
}
