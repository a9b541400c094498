package org.clientele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.clientele.account.Account;
import org.clientele.criteria.Slice;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A selection in slices. */
class SliceTest {

    private final Session system = Crm.open(new InMemoryStore()).asSystem();

    private final Organization acme = system.save(new Organization("Acme"));
    private final User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme));

    private Account saved(String name) {
        Account account = new Account(name);
        account.setOwner(Ref.to(olga));
        account.setOrganization(Ref.to(acme));
        return system.save(account);
    }

    private Selection<Account> byName() {
        return system.select(Account.TYPE).orderBy(Account.NAME.asc());
    }

    private static List<String> names(Slice<Account> slice) {
        return slice.records().stream().map(Account::getName).toList();
    }

    @Test
    void slicesFollowOneAnotherToTheEnd() {
        List.of("b", "e", "a, \\0", "d", "A").forEach(this::saved);
        Slice<Account> first = byName().slice(2, null);
        assertThat(names(first)).containsExactly("A", "a, \\0");
        Slice<Account> second = byName().slice(2, first.next().orElseThrow());
        assertThat(names(second)).containsExactly("b", "d");
        Slice<Account> third = byName().slice(2, second.next().orElseThrow());
        assertThat(names(third)).containsExactly("e");
        assertThat(third.next()).isEmpty();
        assertThat(byName().slice(5, null).next()).isEmpty();
        assertThat(byName().slice(Integer.MAX_VALUE, null).records()).hasSize(5);
    }

    @Test
    void whatComesAndGoesMeanwhileNeitherRepeatsNorSkipsAnything() {
        List.of("a", "c", "e").forEach(this::saved);
        Slice<Account> first = byName().slice(2, null);
        system.delete(first.records().get(1));
        saved("b");
        saved("d");
        assertThat(names(byName().slice(9, first.next().orElseThrow()))).containsExactly("d", "e");
    }

    @Test
    void whereNothingIsGivenComesLastInBothDirections() {
        Account first = saved("first");
        Account second = saved("second");
        second.setReferredBy(Ref.to(first));
        second.setDescription("");
        system.save(second);
        Account third = saved("third");
        third.setDescription("x");
        system.save(third);
        for (Sort<Account> sort : List.of(
                Account.DESCRIPTION.asc(),
                Account.DESCRIPTION.desc(),
                Account.REFERRED_BY.asc(),
                Account.NAME.desc())) {
            Selection<Account> selection = system.select(Account.TYPE).orderBy(sort);
            List<Account> all = new ArrayList<>();
            String next = null;
            do {
                Slice<Account> slice = selection.slice(1, next);
                all.addAll(slice.records());
                next = slice.next().orElse(null);
            } while (next != null);
            assertThat(all).isEqualTo(selection.list());
        }
    }

    @Test
    void withoutAnOrderOrByIdentityTheLatestCanComeFirst() {
        Account first = saved("first");
        Account second = saved("second");
        String next = system.select(Account.TYPE).slice(1, null).next().orElseThrow();
        assertThat(system.select(Account.TYPE).slice(1, next).records()).containsExactly(second);
        Selection<Account> latest = system.select(Account.TYPE).orderBy(new Sort<>(CrmRecord.ID, false));
        Slice<Account> slice = latest.slice(1, null);
        assertThat(slice.records()).containsExactly(second);
        assertThat(latest.slice(1, slice.next().orElseThrow()).records()).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[name ascending],018f0000-0000-7000-8000-000000000000,a\u0000,",
                "",
                "x",
                "x,",
                "[name ascending],x,y,",
                "[name ascending],018f0000-0000-7000-8000-000000000000,"
            })
    void aTextThatNoSliceGaveIsRefused(String text) {
        assertThatThrownBy(() -> byName().slice(1, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'" + text + "' is no place in the order [name ascending]; hand in what a slice of this very"
                                + " order gave as its next, or begin without");
    }

    @Test
    void thePlaceOfAnotherOrderIsRefused() {
        saved("a");
        saved("b");
        String next = byName().slice(1, null).next().orElseThrow();
        assertThatThrownBy(() ->
                        system.select(Account.TYPE).orderBy(Account.NAME.desc()).slice(1, next))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no place in the order [name descending]");
    }

    @Test
    void anOrderByWhatIsNoPropertyHasNoSlices() {
        saved("a");
        saved("b");
        Selection<Account> byKind = system.select(Account.TYPE).orderBy(new Sort<>(CrmRecord.KIND, true));
        assertThatThrownBy(() -> byKind.slice(1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which is no property, can not be given in slices");
        assertThatThrownBy(() -> byName().slice(0, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a slice of 0 records: ask for 1 at least");
    }
}
