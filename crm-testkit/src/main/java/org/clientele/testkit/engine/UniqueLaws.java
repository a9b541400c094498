package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.contact.ContactGroup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Purchase;

/** That a value which is to be unique is so, however many records are saved at once, and that each offender is told of. */
public abstract class UniqueLaws {

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    private Session session() {
        Crm crm = Crm.open(
                newStore(),
                config -> config.entity(Purchase.TYPE).access(RolePolicy.of(Role.administrator("administrator"))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        return crm.as(crm.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator")));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("one", "One", "two", "TWO", "three", "four", "B\u00e4r", "B\u00c4R", "five", "six")
                .list()
                .ofMaxSize(5);
    }

    @Property(tries = 25)
    void whatIsSavedTogetherIsComparedWithWhatIsStoredAndWithEachOther(
            @ForAll("texts") List<String> former, @ForAll("texts") List<String> texts) {
        check(former, texts, ContactGroup.TYPE, ContactGroup::new);
        check(former, texts, Purchase.TYPE, Purchase::new);
    }

    private <R extends CrmRecord> void check(
            List<String> former, List<String> texts, EntityType<R> type, Function<String, R> made) {
        Session session = session();
        List<String> stored = new ArrayList<>();
        for (String text : former) {
            if (!stored.contains(plain(text))) {
                session.save(made.apply(text));
                stored.add(plain(text));
            }
        }
        List<String> plain = texts.stream().map(UniqueLaws::plain).toList();
        List<String> taken = texts.stream()
                .filter(text ->
                        stored.contains(plain(text)) || plain.indexOf(plain(text)) != plain.lastIndexOf(plain(text)))
                .toList();
        List<R> records = texts.stream().map(made).toList();
        if (taken.isEmpty()) {
            assertThat(session.saveAll(records)).hasSameSizeAs(texts);
            return;
        }
        assertThatThrownBy(() -> session.saveAll(records))
                .isInstanceOfSatisfying(
                        InvalidRecordException.class,
                        refused -> assertThat(refused.violations())
                                .hasSameSizeAs(taken)
                                .allSatisfy(violation ->
                                        assertThat(violation.message()).contains("belongs to another")));
        assertThat(session.select(type).count()).isEqualTo(stored.size());
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
