package org.clientele.examples.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.clientele.jpa.JpaStore;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class SearchDeskTest {

    private static final String TOLD = """
            Olga: [TagUse[tag=fair 2026, byType={account=1, contact=1}], TagUse[tag=VIP, byType={account=1, contact=1}], TagUse[tag=vip, byType={account=1}]]
            Ivan: [TagUse[tag=fair 2026, byType={account=1}], TagUse[tag=VIP, byType={account=1}], TagUse[tag=vip, byType={account=1}]]
            the tag 'vip' can not be renamed to 'VIP', which records carry already; make one of the two by merge("VIP", "vip")
            ivan may EDIT account up to USER by role 'trainee', but olga owns Body Toning; missing: EDIT account at ORGANIZATION
            merged: {account=1}, now VIP: 3
            taken back: Body Toning
            bear: 3 {account=2, contact=1}
              EXACT contact Ada Bear (lastName: Bear)
              WORD account Big Bear Stores (name: Big Bear Stores)
              ELSEWHERE account Body Toning (description: Sells what the bear market leaves)
            bear stores: 2 {account=1, contact=1}
              WORD account Big Bear Stores (name: Big Bear Stores)
              ELSEWHERE contact Ada Bear (email: ada@stores.example)
            "body toning", by Ivan: 1 {account=1}
              EXACT account Body Toning (name: Body Toning)
            VIP, contacts only: 1 {contact=1}
              ELSEWHERE contact Ada Bear (tags: VIP)
            bear, the second page of one: 3 {account=2, contact=1}
              WORD account Big Bear Stores (name: Big Bear Stores)
            """;

    @Test
    void recordsAreFoundOnTheHeap() {
        assertThat(told(new InMemoryStore())).isEqualTo(TOLD);
    }

    @Test
    void recordsAreFoundByJpa() {
        PersistenceConfiguration unit = new PersistenceConfiguration("search")
                .property(
                        PersistenceConfiguration.JDBC_URL,
                        "jdbc:h2:mem:search;INIT=runscript from 'classpath:db/crm/h2/V0_1__clientele.sql'")
                .property("hibernate.connection.pool_size", 1)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        try (EntityManagerFactory factory = unit.createEntityManagerFactory()) {
            assertThat(told(JpaStore.managing(factory))).isEqualTo(TOLD);
        }
    }

    private static String told(RecordStore store) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SearchDesk(store, new PrintStream(bytes, true, StandardCharsets.UTF_8)).work();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
