package org.clientele.examples.account360;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.util.List;
import org.clientele.jpa.JpaStore;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class Account360Test {

    @Test
    void thePageShowsEveryChannel() {
        List<String> page = Account360.page(new InMemoryStore());
        assertThat(page.get(0)).startsWith("Acuserv   lifetime 18005.0000   tags [VIP]");
        assertThat(page)
                .contains(
                        "  contact  Ada Lovelace (default)",
                        "Opportunities: 3, won 2, lost 0",
                        "  Tier: gold",
                        "Website: 2 visits, 2 page views, 1 items added",
                        "Field sales: lifetime 17000.0000",
                        "  business customer  Acuserv Ltd  2 opportunity",
                        "Shop: lifetime 25.0000",
                        "  web customer  Ada Lovelace  1 web order",
                        "Storefront: lifetime 480.0000",
                        "  commerce customer  Acuserv purchasing  1 order");
    }

    @Test
    void itIsTheSamePageByJpa() {
        PersistenceConfiguration unit = new PersistenceConfiguration("account360")
                .property(
                        PersistenceConfiguration.JDBC_URL,
                        "jdbc:h2:mem:account360;INIT=runscript from 'classpath:db/crm/h2/V0_1__clientele.sql'")
                .property("hibernate.connection.pool_size", 1)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        try (EntityManagerFactory factory = unit.createEntityManagerFactory()) {
            assertThat(Account360.page(JpaStore.managing(factory)))
                    .containsExactlyElementsOf(Account360.page(new InMemoryStore()));
        }
    }
}
