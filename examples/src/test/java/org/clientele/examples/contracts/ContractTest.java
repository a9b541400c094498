package org.clientele.examples.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.exchange.cell.Codecs.dates;
import static org.clientele.exchange.cell.Codecs.money;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.csv.CsvExport;
import org.clientele.csv.CsvImport;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.job.JointImport;
import org.clientele.exchange.job.JointReport;
import org.clientele.jpa.JpaStore;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Money;
import org.clientele.workflow.Place;
import org.clientele.workflow.Step;
import org.clientele.workflow.Transition;
import org.clientele.workflow.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on entities says of the contract, on either store. */
class ContractTest {

    private static final String SCHEMA =
            "runscript from 'classpath:db/crm/h2/V0_1__clientele.sql'\\;runscript from 'classpath:contracts/schema.sql'";

    private static final Step<Contract> DRAFTED = Step.named(
            "drafted",
            step -> step.looksLike(Contract.STATUS.is(ContractStatus.DRAFT))
                    .allowOnly(Contract.STATUS, ContractStatus.DRAFT));
    private static final Step<Contract> RUNNING = Step.named(
            "running",
            step -> step.looksLike(Contract.STATUS.is(ContractStatus.ACTIVE))
                    .allowOnly(Contract.STATUS, ContractStatus.ACTIVE)
                    .last());
    private static final Workflow<Contract> SIGNING = Workflow.define(
            "signing",
            Contract.TYPE,
            flow -> flow.start(DRAFTED)
                    .steps(RUNNING)
                    .transitions(Transition.from(
                            DRAFTED,
                            "sign",
                            RUNNING,
                            transition -> transition.set(Contract.STATUS, ContractStatus.ACTIVE))));

    @TempDir
    private Path directory;

    /** One CRM of the host, with two users of two organizations. */
    private static final class Host {

        private final Session olga;
        private final Session ivan;

        Host(RecordStore store) {
            Crm crm = Crm.open(
                    store,
                    config -> config.entity(Contract.TYPE)
                            .workflow(SIGNING)
                            .access(RolePolicy.of(Role.administrator("administrator"))));
            olga = user(crm, "olga", "Acme");
            ivan = user(crm, "ivan", "Other");
        }

        private static Session user(Crm crm, String name, String organization) {
            Session system = crm.asSystem();
            return crm.as(system.save(
                    new User(name, name + "@acme.example", name, "Example", system.save(new Organization(organization)))
                            .addRole("administrator")));
        }
    }

    @Test
    void aContractIsOneOfOursOnTheHeap() throws IOException {
        check(new Host(new InMemoryStore()));
    }

    @Test
    void aContractIsOneOfOursByJpa() throws IOException {
        PersistenceConfiguration unit = new PersistenceConfiguration("contracts")
                .property(PersistenceConfiguration.JDBC_URL, "jdbc:h2:mem:contracts;INIT=" + SCHEMA)
                .property("hibernate.connection.pool_size", 1)
                .validationMode(ValidationMode.NONE)
                .managedClass(Contract.class)
                .managedClass(ContractLine.class);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        try (EntityManagerFactory factory = unit.createEntityManagerFactory()) {
            check(new Host(JpaStore.managing(factory)));
        }
    }

    private void check(Host host) throws IOException {
        Session olga = host.olga;
        Account acuserv = olga.save(new Account("Acuserv"));
        Contract signed = new Contract("C-1", acuserv);
        signed.setStart(LocalDate.of(2026, 1, 31));
        signed.setTags(Set.of(" VIP "));
        signed.setLines(List.of(
                new ContractLine("Cog", new BigDecimal("2.5"), null),
                new ContractLine("Cog", new BigDecimal("2.5"), null)));
        Contract saved = olga.save(signed);
        assertThat(saved.getEnd()).isEqualTo("2027-01-31");
        assertThat(saved.getTags()).containsExactly("VIP");
        assertThat(saved.getLines()).hasSize(2);
        checkRules(host, acuserv, saved);
        checkFiles(host);
    }

    private static void checkRules(Host host, Account acuserv, Contract saved) {
        Session olga = host.olga;
        assertThatThrownBy(() -> olga.save(new Contract("c-1", acuserv)))
                .hasMessageContaining("number 'c-1' belongs to another contract");
        assertThatThrownBy(() -> host.ivan.save(new Contract("C-1", host.ivan.save(new Account("Nordlys")))))
                .hasMessageContaining("belongs to another contract");
        Contract sameDay = new Contract("C-2", acuserv);
        sameDay.setStart(LocalDate.of(2026, 1, 31));
        assertThatThrownBy(() -> olga.save(sameDay)).hasMessageContaining("has the same account and start");
        Contract late = new Contract("C-3", acuserv);
        late.setStart(LocalDate.of(2026, 2, 1));
        late.setEnd(LocalDate.of(2026, 1, 1));
        late.setLines(List.of(new ContractLine("Cog", BigDecimal.TEN, BigDecimal.ONE)));
        assertThatThrownBy(() -> olga.save(late))
                .hasMessageContaining("end is before the start date; give a later one")
                .hasMessageContaining("lines 1 At most is less than the quantity");
        assertThatThrownBy(() -> olga.delete(acuserv)).hasMessageContaining("C-1");
    }

    private void checkFiles(Host host) throws IOException {
        Path file = Files.writeString(
                directory.resolve("contracts.csv"),
                "Contract number;Account;Value;Start date;Status\nC-4;Acuserv;1.200,50;31.3.2026;running\n");
        host.olga.workflows().activate(host.olga.workflows().planActivation(SIGNING));
        CsvImport<Contract> contracts = CsvImport.into(
                host.olga,
                Contract.TYPE,
                layout -> layout.conventional()
                        .column("Value", Contract.WORTH, money("EUR").decimalComma())
                        .column("Start date", Contract.START, dates())
                        .matchOn(Contract.NUMBER));
        assertThat(contracts.rehearse(file).failures().toString())
                .contains("status is 'active', but in the step 'drafted' of the signing it is draft");
        host.olga.workflows().deactivate(SIGNING);
        assertThat(contracts.run(file).created()).isEqualTo(1);
        host.olga.workflows().activate(host.olga.workflows().planActivation(SIGNING));
        Contract imported = host.olga
                .select(Contract.TYPE)
                .where(Contract.NUMBER.is("C-4"))
                .first()
                .orElseThrow();
        assertThat(imported.getWorth()).isEqualTo(Money.of("1200.50", "EUR"));
        assertThat(host.olga.workflows().of(imported)).extracting(Place::step).containsExactly(RUNNING);
    }

    @Test
    void anExportIsLoadedIntoAnotherCrm() throws IOException {
        Host from = new Host(new InMemoryStore());
        Account acuserv = from.olga.save(new Account("Acuserv"));
        Contract signed = new Contract("C-1", acuserv);
        signed.setLines(List.of(new ContractLine("Cog", new BigDecimal("2.5"), null)));
        from.olga.save(signed);
        Account twin = from.olga.save(new Account("Twin"));
        from.olga.save(new Account("Twin"));
        from.olga.save(new Contract("C-2", twin));
        Path accounts = directory.resolve("accounts.csv");
        Path contracts = directory.resolve("contracts.csv");
        CsvExport.of(from.olga, from.olga.select(Account.TYPE), ExportLayout::conventional)
                .write(accounts);
        CsvExport.of(
                        from.olga,
                        from.olga.select(Contract.TYPE).orderBy(Contract.NUMBER.asc()),
                        ExportLayout::conventional)
                .write(contracts);
        Session into = new Host(new InMemoryStore()).olga;
        assertThat(CsvImport.into(into, Account.TYPE, ImportLayout::conventional)
                        .rehearse(accounts)
                        .failed())
                .isEqualTo(3);
        JointReport report = JointImport.of(
                        CsvImport.into(
                                        into,
                                        Account.TYPE,
                                        layout -> layout.conventional()
                                                .ignore("Id")
                                                .matchOn(Account.NAME))
                                .from(accounts),
                        CsvImport.into(
                                        into,
                                        Contract.TYPE,
                                        layout -> layout.conventional()
                                                .ignore("Id")
                                                .matchOn(Contract.NUMBER))
                                .from(contracts))
                .run();
        assertThat(report.sources().get(0).report())
                .hasToString("3 read: 2 created, 0 updated, 1 unchanged, 0 skipped, 0 failed");
        assertThat(report.sources().get(1).report().failures().toString()).contains("Account Account name");
        assertThat(into.select(Contract.TYPE).list())
                .singleElement()
                .satisfies(contract -> assertThat(contract.getLines()).isEqualTo(signed.getLines()));
    }

    /** The page shows nothing but what is in the files here. */
    @Test
    void thePageShowsTheFiles() throws IOException {
        StringBuilder files = new StringBuilder();
        for (String place : List.of("main/java/", "test/java/", "main/resources/contracts")) {
            String directory = place.endsWith("/") ? place + "org/clientele/examples/contracts" : place;
            try (Stream<Path> all = Files.walk(Path.of("src", directory))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.append(Files.readString(file).replaceAll("\\s+", " "));
                }
            }
        }
        List<String> shown = Pattern.compile("```(?:java|sql)\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/entities.md")))
                .results()
                .map(found -> found.group(1).strip().replaceAll("\\s+", " "))
                .toList();
        assertThat(shown).hasSize(7).allSatisfy(block -> assertThat(files).contains(block));
    }
}
