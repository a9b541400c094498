package org.clientele.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** One large account with customers in two channels and activities, among others. */
final class ClientDatabase {

    static final UUID ORGANIZATION = new UUID(1, 0);
    static final UUID USER = new UUID(2, 0);
    static final UUID ACCOUNT = new UUID(4, 0);

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

    private ClientDatabase() {}

    /**
     * Fills a database.
     *
     * @param accounts how many other accounts there are
     */
    static FilledDatabase of(String kind, int accounts, int customers, int activities)
            throws SQLException, IOException {
        return new FilledDatabase(
                kind, FILL, Map.of("others", accounts, "customers", customers, "activities", activities));
    }
}
