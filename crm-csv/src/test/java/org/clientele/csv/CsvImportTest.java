package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.exchange.ImportReport;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {

    @TempDir
    private Path directory;

    private final Crm crm =
            Crm.open(config -> config.clock(Clock.fixed(Instant.parse("2026-03-01T10:15:30Z"), ZoneOffset.UTC))
                    .access(RolePolicy.of(Role.administrator("administrator"))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final User olga = crm.asSystem()
            .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
    private final Session sales = crm.as(olga);

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void goodRowsBecomeRecordsAndBadOnesAFileToMend() throws IOException {
        Path rejected = directory.resolve("rejected.csv");
        CsvImport<Account> accounts = CsvImport.into(
                sales,
                Account.TYPE,
                layout -> layout.column("Account name", Account.NAME)
                        .column("Description", Account.DESCRIPTION)
                        .matchOn(Account.NAME)
                        .rejectsTo(rejected));
        Path file = file("accounts.csv", "Account name,Description\nAcuserv,\"one, two\"\n,nobody\nBody Toning,gym\n");

        ImportReport rehearsal = accounts.rehearse(file);
        assertThat(rehearsal).hasToString("3 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 1 failed");
        assertThat(sales.select(Account.TYPE).count()).isZero();
        assertThat(rejected).doesNotExist();

        ImportReport done = accounts.run(file);
        assertThat(done).hasToString(rehearsal.toString());
        assertThat(sales.select(Account.TYPE).orderBy(Account.NAME.asc()).list())
                .extracting(Account::getName)
                .containsExactly("Acuserv", "Body Toning");
        assertThat(rejected)
                .hasContent(
                        "Account name,Description,Refused because\n\"\",nobody,\"there is no name, by which records are matched; give one\"");
        assertThat(accounts.run(file)).hasToString("3 read: 0 created, 0 updated, 2 unchanged, 0 skipped, 1 failed");
    }
}
