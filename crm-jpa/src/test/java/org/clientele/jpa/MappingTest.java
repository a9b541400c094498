package org.clientele.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.account.Account;
import org.clientele.criteria.TextFold;
import org.clientele.jpa.database.Database;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final int LAST_LETTER = 0x1FFF;

    /** A type of a host that it forgot to map. */
    static class Forgotten extends Account {

        static final EntityType<Forgotten> TYPE =
                EntityType.define("forgotten", Forgotten.class, Forgotten::new, type -> type.properties(Account.NAME));

        protected Forgotten() {}
    }

    @Test
    void everyPropertyOfEveryTypeIsMapped() {
        Crm crm = Crm.open(Database.shared().emptyStore(), config -> config.entity(Partner.TYPE, Visit.TYPE));
        assertThat(crm.schema().types()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(crm.schema().types().stream()
                        .mapToInt(type -> type.properties().size())
                        .sum())
                .isGreaterThan(150);
    }

    @Test
    void whatIsNotMappedIsNamedWhenTheCrmIsOpened() {
        assertThatThrownBy(() -> Crm.open(
                        Database.shared().emptyStore(),
                        config -> config.entity(Partner.TYPE, Visit.TYPE, Forgotten.TYPE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Forgotten.class.getName())
                .hasMessageContaining("mappingFiles");
    }

    @Test
    void textsAreFoldedAsOnTheHeap() {
        String letters = IntStream.rangeClosed(1, LAST_LETTER)
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .filter(Database::lowers)
                .collect(Collectors.joining(" "));
        String sql = "select " + Term.folded(Database.text());
        try (EntityManager entityManager = Database.shared().factory().createEntityManager()) {
            Object folded = entityManager
                    .createNativeQuery(sql)
                    .setParameter(1, letters)
                    .getSingleResult();
            assertThat(folded).isEqualTo(TextFold.fold(letters));
        }
    }

    @Test
    void aCustomNumberHasNoMoreDecimalsThanAreKept() {
        Crm crm = Crm.open();
        Property<Account, ?> finest = crm.define(Account.TYPE, custom -> custom.decimal("finest", 20));
        assertThat(finest.isCustom()).isTrue();
        assertThatThrownBy(() -> crm.define(Account.TYPE, custom -> custom.decimal("finer", 21)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20");
    }
}
