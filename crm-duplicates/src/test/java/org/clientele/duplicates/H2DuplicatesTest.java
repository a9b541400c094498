package org.clientele.duplicates;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientele.jpa.JpaStore;
import org.clientele.store.RecordStore;

/** The same on a database, which is empty again for each test. */
class H2DuplicatesTest extends DuplicatesLaws {

    private static final String URL = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    private static final EntityManagerFactory UNIT = unit();

    private static EntityManagerFactory unit() {
        run("runscript from 'classpath:db/crm/h2/V0_1__clientele.sql'");
        run("runscript from 'classpath:db/partner.sql'");
        PersistenceConfiguration unit = new PersistenceConfiguration("duplicates")
                .property(PersistenceConfiguration.JDBC_URL, URL)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        return unit.mappingFile("META-INF/host/partner.orm.xml").createEntityManagerFactory();
    }

    private static void run(String sql) {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    RecordStore newStore() {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            statement.execute("set referential_integrity false");
            for (String table : tables(statement)) {
                statement.execute("truncate table " + table);
            }
            statement.execute("set referential_integrity true");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return JpaStore.managing(UNIT);
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
