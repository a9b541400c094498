package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose import was interrupted. */
class CsvResumeTest {

    @TempDir
    private Path directory;

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final Session sales = crm.as(crm.asSystem()
            .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator")));

    private Path file;
    private Path rejected;
    private boolean isWell;

    /** What ends a program without asking. */
    private static final class OutOfLuckError extends Error {

        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void interrupt() throws IOException {
        file = Files.writeString(
                directory.resolve("accounts.csv"), "Account name\nAcuserv\n\"\"\nBody Toning\nCasper\n");
        rejected = directory.resolve("rejected.csv");
        assertThatThrownBy(() -> accounts().run(file)).isInstanceOf(OutOfLuckError.class);
        isWell = true;
        Files.delete(rejected);
    }

    private CsvImport<Account> accounts() {
        return CsvImport.into(
                sales,
                Account.TYPE,
                layout -> layout.column("Account name", Account.NAME)
                        .derive((row, account) -> {
                            if (!isWell && row.cell("Account name").equals("Casper")) {
                                throw new OutOfLuckError();
                            }
                        })
                        .commitEvery(2)
                        .rejectsTo(rejected));
    }

    @Test
    void theSameLineGoesOnWithIt() throws IOException {
        assertThat(sales.select(Account.TYPE).count()).isEqualTo(1);
        ImportReport report = accounts().run(file);
        assertThat(report).hasToString("4 read: 3 created, 0 updated, 0 unchanged, 0 skipped, 1 failed");
        assertThat(sales.select(Account.TYPE).count()).isEqualTo(3);
        assertThat(rejected).hasContent("Refused because,Account name\nAccount name: name is missing; give one,");
        sales.undo(report.receipt()).orThrow();
        assertThat(sales.select(Account.TYPE).count()).isZero();
    }

    @Test
    void aFileThatWasMendedMeanwhileBeginsAnewOnceTheFormerOneIsGivenUp() throws IOException {
        Files.writeString(file, "Account name\nAcuserv\nBig Bear Stores\nBody Toning\nCasper\n");
        assertThatThrownBy(() -> accounts().run(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith("accounts.csv is not the file whose import was interrupted after row 2; ");
        ImportReport begun = accounts().giveUp(file);
        assertThat(begun.created()).isEqualTo(1);
        sales.undo(begun.receipt()).orThrow();
        assertThat(accounts().run(file).created()).isEqualTo(4);
        assertThat(sales.select(Account.TYPE).count()).isEqualTo(4);
    }
}
