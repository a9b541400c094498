package org.clientele.jpa.schema;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import liquibase.command.CommandScope;
import liquibase.exception.CommandExecutionException;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables are made and brought up to date by Flyway and by Liquibase, as a host runs them. */
class MigrationsTest {

    private final String url = Database.newUrl();

    @BeforeAll
    static void tellNobody() {
        System.setProperty("liquibase.analytics.enabled", "false");
    }

    private Flyway flyway(String... locations) {
        return Flyway.configure()
                .dataSource(url, null, null)
                .table("crm_schema_history")
                .locations(locations)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    private void liquibase(String changelog) throws CommandExecutionException {
        new CommandScope("update")
                .addArgumentValue("url", url)
                .addArgumentValue("changelogFile", changelog)
                .execute();
    }

    private PersistenceConfiguration unit() {
        PersistenceConfiguration unit = new PersistenceConfiguration("migrated")
                .property(PersistenceConfiguration.JDBC_URL, url)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        return unit;
    }

    /** What somebody does with the CRM on these tables; Hibernate looks at them first. */
    private <T> T onTheTables(Function<Session, T> work) {
        return with(unit().property("hibernate.hbm2ddl.auto", Database.check()), work);
    }

    private static <T> T with(PersistenceConfiguration unit, Function<Session, T> work) {
        try (EntityManagerFactory factory = Database.open(unit)) {
            return work.apply(Crm.open(JpaStore.managing(factory)).asSystem());
        }
    }

    private static Account acuserv(Session session) {
        Organization acme = session.save(new Organization("Acme"));
        User olga = session.save(new User("olga", "olga@acme.example", "Olga", "Example", acme));
        Account account = new Account("Acuserv").addTag("VIP");
        account.setOwner(Ref.to(olga));
        account.setOrganization(Ref.to(acme));
        return session.save(account);
    }

    private void theHostHasTables() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table host_thing (id integer)");
        }
    }

    private long rated() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("update crm_account set rating = 'A' where name = 'Acuserv'");
            try (ResultSet rows = statement.executeQuery("select count(*) from crm_account where rating = 'A'")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void assertKept(Account acuserv) throws SQLException {
        assertThat(rated()).isOne();
        Account kept = onTheTables(session -> session.get(Account.TYPE, acuserv.getId()));
        assertThat(kept.getName()).isEqualTo("Acuserv");
        assertThat(kept.getTags()).containsExactly("VIP");
    }

    @Test
    void flywayMakesTheTablesOnceAndLaterMigrationsKeepWhatTheyHold() throws SQLException {
        String tables = "classpath:" + Database.folder();
        theHostHasTables();
        assertThat(flyway(tables).migrate().migrationsExecuted).isOne();
        assertThat(flyway(tables).migrate().migrationsExecuted).isZero();
        Account acuserv = onTheTables(MigrationsTest::acuserv);
        assertThat(flyway(tables, "classpath:db/later").migrate().targetSchemaVersion)
                .isEqualTo("0.2");
        assertKept(acuserv);
    }

    @Test
    void soDoesLiquibase() throws SQLException, CommandExecutionException {
        liquibase("db/crm/changelog.xml");
        liquibase("db/crm/changelog.xml");
        Account acuserv = onTheTables(MigrationsTest::acuserv);
        liquibase("db/later/changelog.xml");
        assertKept(acuserv);
    }

    @Test
    void soDoesTheProviderByTheScript() {
        PersistenceConfiguration unit = unit().property(PersistenceConfiguration.SCHEMAGEN_DATABASE_ACTION, "create")
                .property(PersistenceConfiguration.SCHEMAGEN_CREATE_SOURCE, "script")
                .property(
                        PersistenceConfiguration.SCHEMAGEN_CREATE_SCRIPT_SOURCE,
                        Database.folder() + "/V0_1__clientele.sql")
                .property(
                        "hibernate.hbm2ddl.import_files_sql_extractor",
                        "org.hibernate.tool.schema.internal.script.MultiLineSqlScriptExtractor");
        Account acuserv = with(unit, MigrationsTest::acuserv);
        assertThat(onTheTables(session -> session.get(Account.TYPE, acuserv.getId()))
                        .getName())
                .isEqualTo("Acuserv");
    }
}
