package org.clientele.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clientele.jpa.JpaStore;
import org.jspecify.annotations.Nullable;

/**
 * One large account with customers in two channels and activities, among others, in H2 or in a PostgreSQL with its defaults
 * that is started for it. Filled by SQL alone: what is measured is reading.
 */
final class ClientDatabase implements AutoCloseable {

    static final UUID ORGANIZATION = new UUID(1, 0);
    static final UUID USER = new UUID(2, 0);
    static final UUID ACCOUNT = new UUID(4, 0);

    private static final Pattern IDENTITY = Pattern.compile("@\\{(\\d+),(\\w+)}");

    private static final String FILL = """
            insert into crm_organization (id, version, name, enabled) values (@{1,0}, 0, 'Acme', true);
            insert into crm_user (id, version, username, email, first_name, last_name, enabled, organization_id)
                values (@{2,0}, 0, 'olga', 'olga@acme.example', 'Olga', 'Example', true, @{1,0});
            insert into crm_user_organization (user_id, organization_id) values (@{2,0}, @{1,0});
            insert into crm_user_role (user_id, role_name) values (@{2,0}, 'seller');
            insert into crm_channel (id, version, name, channel_type, customer_identity, active, organization_id)
                values (@{3,1}, 0, 'Field sales', 'sales', 'business customer', true, @{1,0}),
                    (@{3,2}, 0, 'Resellers', 'sales', 'business customer', true, @{1,0});
            insert into crm_account (id, version, created_at, updated_at, name, direct_lifetime, times_contacted, organization_id, owner_id)
                select @{4,n}, 0, current_timestamp, current_timestamp, 'Account ' || n, 0, 0, @{1,0}, @{2,0}
                from #{0,others};
            insert into crm_account_tag (account_id, tag) select @{4,n}, 'VIP' from #{0,others};
            insert into crm_contact (id, version, first_name, last_name, email, organization_id, owner_id)
                select @{5,n}, 0, 'Ada', 'Number ' || n, 'ada' || n || '@acme.example', @{1,0}, @{2,0} from #{0,others};
            insert into crm_account_contact (account_id, contact_id) select @{4,n}, @{5,n} from #{0,others};
            insert into crm_contact (id, version, first_name, last_name, email, organization_id, owner_id)
                select @{6,n}, 0, 'Eve', 'Number ' || n, 'eve' || n || '@acme.example', @{1,0}, @{2,0} from #{1,20};
            insert into crm_account_contact (account_id, contact_id) select @{4,0}, @{6,n} from #{1,20};
            update crm_account set default_contact_id = @{5,0} where id = @{4,0};
            insert into crm_customer (id, kind, version, created_at, name, account_id, channel_id, lifetime, times_contacted, shares_account, organization_id, owner_id)
                select @{7,n}, 'business customer', 0, current_timestamp, 'Customer ' || n, @{4,n}, @{3,1}, 0, 0, false, @{1,0}, @{2,0}
                from #{1,others};
            insert into crm_business_customer (id) select @{7,n} from #{1,others};
            insert into crm_customer (id, kind, version, created_at, name, account_id, channel_id, lifetime, times_contacted, shares_account, organization_id, owner_id)
                select @{8,n}, 'business customer', 0, current_timestamp, 'Client ' || n, @{4,0},
                    case when mod(n, 2) = 0 then @{3,1} else @{3,2} end, 0, 0, false, @{1,0}, @{2,0}
                from #{1,customers};
            insert into crm_business_customer (id) select @{8,n} from #{1,customers};
            insert into crm_opportunity (id, version, created_at, name, status, account_id, customer_id, organization_id, owner_id)
                select @{9,n}, 0, current_timestamp, 'Deal ' || n, case when mod(n, 3) = 0 then 'won' else 'in_progress' end,
                    @{4,n}, @{7,n}, @{1,0}, @{2,0}
                from #{1,others};
            insert into crm_opportunity (id, version, created_at, name, status, account_id, customer_id, organization_id, owner_id)
                select @{10,n}, 0, current_timestamp, 'Sale ' || n, case when mod(n, 3) = 0 then 'won' else 'in_progress' end,
                    @{4,0}, @{8,n}, @{1,0}, @{2,0}
                from #{1,customers};
            insert into crm_activity (id, kind, version, subject, took_place_at, organization_id, owner_id)
                select @{11,n}, 'call', 0, 'Call ' || n, timestamp '2020-01-01 00:00:00' + n * interval '1' minute, @{1,0}, @{2,0}
                from #{1,activities};
            insert into crm_call (id) select @{11,n} from #{1,activities};
            insert into crm_activity_link (id, version, activity_id, took_place_at, kind, direction, target_type, target_id)
                select @{12,n}, 0, @{11,n}, timestamp '2020-01-01 00:00:00' + n * interval '1' minute, 'call',
                    case when mod(n, 2) = 0 then 'incoming' else 'outgoing' end, 'account', @{4,0}
                from #{1,activities};
            """;

    private final @Nullable EmbeddedPostgres server;
    private final String url;
    private final EntityManagerFactory factory;

    /**
     * Fills a database.
     *
     * @param accounts how many other accounts there are
     */
    ClientDatabase(String kind, int accounts, int customers, int activities) throws SQLException, IOException {
        this.server = kind.equals("postgresql") ? EmbeddedPostgres.start() : null;
        this.url = server == null
                ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"
                : server.getJdbcUrl("postgres", "postgres");
        fill(accounts, customers, activities);
        PersistenceConfiguration unit = new PersistenceConfiguration("clients")
                .property(PersistenceConfiguration.JDBC_URL, url)
                .property("hibernate.type.java_time_use_direct_jdbc", true)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        this.factory = unit.createEntityManagerFactory();
    }

    private void fill(int accounts, int customers, int activities) throws SQLException, IOException {
        String sql = IDENTITY.matcher(FILL)
                .replaceAll(found -> id(found.group(1), found.group(2)))
                .replace("others}", accounts + "}")
                .replace("customers}", customers + "}")
                .replace("activities}", activities + "}")
                .replaceAll(
                        "#\\{(\\d+),(\\d+)}",
                        server == null ? "(select x as n from system_range($1, $2))" : "generate_series($1, $2) n");
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                InputStream script =
                        Objects.requireNonNull(JpaStore.class.getResourceAsStream("/db/crm/schema.sql"), "schema")) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            for (String one : sql.split(";\\n", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute(server == null ? "analyze" : "vacuum analyze");
        }
    }

    /** An identity in SQL: its digits are those of {@code high}, and then of {@code low}, which may be an expression. */
    private static String id(String high, String low) {
        return "cast('00000000-0000-00" + (high.length() == 1 ? "0" : "") + high + "-0000-' || lpad(cast(" + low
                + " as varchar(20)), 12, '0') as uuid)";
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** A connection of one's own, which does not commit by itself. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void close() throws IOException {
        factory.close();
        if (server != null) {
            server.close();
        }
    }
}
