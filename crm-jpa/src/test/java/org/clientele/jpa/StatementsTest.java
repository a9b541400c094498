package org.clientele.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clientele.Crm;
import org.clientele.contact.Contact;
import org.clientele.criteria.Query;
import org.clientele.property.TextProperty;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** How many statements it takes. */
class StatementsTest {

    private static final int COLLECTIONS_OF_A_CONTACT = 5;

    private final Database database = Database.h2();
    private final JpaStore store = database.emptyStore();
    private final Crm crm = Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE));
    private final Statistics statistics =
            database.factory().unwrap(SessionFactory.class).getStatistics();

    private void keep(int contacts) {
        List<Write<?>> writes = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            Contact contact = new Contact("Ada " + i, "Lovelace")
                    .addEmail("ada" + i + "@example.org")
                    .addEmail("zoe" + i + "@example.org")
                    .addTag("VIP");
            writes.add(new Write.Insert<>(Contact.TYPE, contact));
        }
        store.inTransaction(records -> records.write(writes));
    }

    private <T> long statements(Function<Records, T> work) {
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            store.inTransaction(work);
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void aSelectionTakesAsManyStatementsAsTheTypeHasCollections() {
        keep(500);
        long all = statements(
                records -> records.select(Contact.TYPE, Query.<Contact>all()).toList());
        long few = statements(records ->
                records.select(Contact.TYPE, Query.<Contact>all().stretch(0, 3)).toList());
        assertThat(all).isEqualTo(few).isEqualTo(1 + 1 + COLLECTIONS_OF_A_CONTACT);
    }

    @Test
    void customValuesTakeOneMore() {
        TextProperty<Contact> tier = crm.define(Contact.TYPE, custom -> custom.text("tier"));
        keep(100);
        long all = statements(records ->
                records.select(Contact.TYPE, Query.<Contact>of(tier.isBlank())).toList());
        assertThat(all).isEqualTo(1 + 1 + COLLECTIONS_OF_A_CONTACT + 1);
    }

    @Test
    void aLargeSelectionComesInChunksAndLeavesNothingInThePersistenceContext() {
        keep(2 * JpaRecords.CHUNK + 1);
        statistics.setStatisticsEnabled(true);
        long loaded = statistics.getEntityLoadCount();
        long read = statements(records -> records.select(Contact.TYPE, Query.<Contact>all())
                .mapToInt(contact -> contact.getEmails().size())
                .sum());
        assertThat(read).isEqualTo(1 + 3 * (1 + COLLECTIONS_OF_A_CONTACT));
        assertThat(statistics.getEntityLoadCount()).isEqualTo(loaded);
    }

    @Test
    void aStreamThatIsNotReadToItsEndReadsOneChunkOnly() {
        keep(2 * JpaRecords.CHUNK + 1);
        long first = statements(records ->
                records.select(Contact.TYPE, Query.<Contact>all()).findFirst().orElseThrow());
        assertThat(first).isEqualTo(1 + 1 + COLLECTIONS_OF_A_CONTACT);
    }

    @Test
    void changingARecordDoesNotWriteTheCollectionsThatStayAsTheyAre() {
        keep(1);
        long look = 1 + 1 + COLLECTIONS_OF_A_CONTACT;
        long compare = 1 + COLLECTIONS_OF_A_CONTACT;
        long change = statements(records -> {
            Contact contact = records.select(Contact.TYPE, Query.<Contact>all())
                    .findFirst()
                    .orElseThrow();
            contact.setFirstName("Augusta");
            return records.write(List.of(new Write.Update<>(Contact.TYPE, contact, contact)));
        });
        assertThat(change).isEqualTo(look + compare + 1);
    }
}
