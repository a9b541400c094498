package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.NONE;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.customer.Customer;
import org.clientele.journal.ChangeSet;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.RecordStore;
import org.clientele.tag.TagChange;
import org.clientele.tag.TagTakenException;
import org.clientele.tag.TagUse;
import org.clientele.tag.UnknownTagException;
import org.clientele.testkit.engine.TagWorld.Seed;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.junit.jupiter.api.Test;

/** That tags are counted, given, taken, renamed and merged as if somebody went through all records that the actor sees. */
public abstract class TagLaws {

    private static final int MANY = 1100;

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    @Provide
    Arbitrary<List<Seed>> seeds() {
        Arbitrary<Set<String>> tags = Arbitraries.of(TagWorld.TAGS).set().ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1),
                        tags,
                        tags)
                .as(Seed::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    @Provide
    Arbitrary<Set<String>> some() {
        return Arbitraries.of(TagWorld.TAGS).set().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> name() {
        return Arbitraries.of("VIP", "vip", "gold", " key account ");
    }

    @Property(tries = 12)
    void whatIsListedIsWhatTheRecordsCarryThatAreSeen(@ForAll("seeds") List<Seed> seeds) {
        TagWorld world = new TagWorld(newStore(), seeds);
        for (Session session : List.of(world.olga, world.ivan)) {
            Map<String, Map<String, Long>> counted = new TreeMap<>();
            world.records(session)
                    .values()
                    .forEach(record -> world.tags(record)
                            .forEach(tag -> counted.computeIfAbsent(tag, newTag -> new TreeMap<>())
                                    .merge(world.crm.schema().typeOf(record).name(), 1L, Long::sum)));
            List<TagUse> list = session.tags().list();
            Map<String, Map<String, Long>> listed = new TreeMap<>();
            list.forEach(use -> listed.put(use.tag(), use.byType()));
            assertThat(listed).isEqualTo(counted);
            assertThat(list.stream().map(TagUse::tag).map(String::toLowerCase)).isSorted();
            list.forEach(use -> assertThat(session.tags().find(use.tag())).contains(use));
            assertThat(session.tags().find("nothing")).isEmpty();
            TagWorld.TAGS.forEach(tag -> assertThat(
                            session.tags().tagged(Account.TYPE, tag).list())
                    .isEqualTo(session.select(Account.TYPE).list().stream()
                            .filter(account -> world.tags(account).contains(tag))
                            .toList()));
        }
    }

    @Property(tries = 15)
    void givingAndTakingIsUnionAndDifference(@ForAll("seeds") List<Seed> seeds, @ForAll("some") Set<String> some) {
        TagWorld world = new TagWorld(newStore(), seeds);
        Map<UUID, Set<String>> before = world.tags();
        List<CrmRecord> records = List.copyOf(world.records(world.olga).values());
        String[] tags = some.toArray(String[]::new);
        TagChange given = world.olga.tags().assign(records, tags);
        assertThat(world.tags()).isEqualTo(each(before, carried -> union(carried, some)));
        assertThat(given.total()).isEqualTo(changed(before, world.tags()));
        TagChange taken = world.olga.tags().remove(records, tags);
        Map<UUID, Set<String>> without = each(before, carried -> difference(carried, some));
        assertThat(world.tags()).isEqualTo(without);
        assertThat(world.olga.tags().remove(records, tags).receipt()).isEmpty();
        undo(world.olga, taken);
        undo(world.olga, given);
        assertThat(world.tags()).isEqualTo(before);
    }

    @Property(tries = 25)
    void aRenamedTagIsAnotherOneWhereverItIsSeenOrNowhere(
            @ForAll("seeds") List<Seed> seeds, @ForAll("name") String name, @ForAll boolean byIvan) {
        TagWorld world = new TagWorld(newStore(), seeds);
        Session session = byIvan ? world.ivan : world.olga;
        String from = "VIP";
        Set<String> seen = seenTags(world, session);
        if (!seen.contains(from)) {
            isRefused(world, UnknownTagException.class, () -> session.tags().rename(from, name));
        } else if (seen.contains(name.strip())) {
            isRefused(world, TagTakenException.class, () -> session.tags().rename(from, name));
        } else {
            replaced(
                    world,
                    session,
                    Set.of(from),
                    name.strip(),
                    () -> session.tags().rename(from, name));
        }
    }

    @Property(tries = 25)
    void tagsThatAreMergedAreOneWhereverTheyAreSeenOrNowhere(
            @ForAll("seeds") List<Seed> seeds,
            @ForAll("name") String into,
            @ForAll("some") Set<String> from,
            @ForAll boolean byIvan) {
        TagWorld world = new TagWorld(newStore(), seeds);
        Session session = byIvan ? world.ivan : world.olga;
        Set<String> others = difference(from, Set.of(into.strip()));
        String[] named = from.toArray(String[]::new);
        if (seenTags(world, session).containsAll(others)) {
            replaced(world, session, others, into.strip(), () -> session.tags().merge(into, named));
        } else {
            isRefused(world, UnknownTagException.class, () -> session.tags().merge(into, named));
        }
    }

    private static Set<String> seenTags(TagWorld world, Session session) {
        Set<String> seen = new HashSet<>();
        world.records(session).values().forEach(record -> seen.addAll(world.tags(record)));
        return seen;
    }

    private interface Change {
        TagChange run();
    }

    private static void replaced(TagWorld world, Session session, Set<String> from, String to, Change change) {
        Set<CrmRecord> fixed = world.fixed(session, from);
        if (!fixed.isEmpty()) {
            String refusal = isRefused(world, AccessDeniedException.class, change);
            fixed.forEach(record -> assertThat(refusal)
                    .contains(world.crm.schema().typeOf(record).nameOf(record)));
            assertThat(refusal.lines()).hasSize(fixed.size());
            return;
        }
        Map<UUID, Set<String>> before = world.tags();
        Set<UUID> seen = world.records(session).keySet();
        Map<UUID, Set<String>> expected = new TreeMap<>(before);
        expected.replaceAll((id, tags) -> seen.contains(id) && tags.stream().anyMatch(from::contains)
                ? union(difference(tags, from), Set.of(to))
                : tags);
        TagChange done = change.run();
        assertThat(world.tags()).isEqualTo(expected);
        assertThat(done.total()).isEqualTo(changed(before, expected));
        assertThat(done.receipt().isPresent()).isEqualTo(!expected.equals(before));
        undo(session, done);
        assertThat(world.tags()).isEqualTo(before);
    }

    private static String isRefused(TagWorld world, Class<? extends Exception> as, Change change) {
        Map<UUID, Set<String>> before = world.tags();
        List<ChangeSet> history = world.crm.asSystem().history().list();
        String[] refusal = new String[1];
        assertThatThrownBy(change::run)
                .isInstanceOf(as)
                .satisfies(refused -> refusal[0] = String.valueOf(refused.getMessage()));
        assertThat(world.tags()).isEqualTo(before);
        assertThat(world.crm.asSystem().history().list()).isEqualTo(history);
        return refusal[0];
    }

    private static void undo(Session session, TagChange change) {
        change.receipt().ifPresent(receipt -> session.undo(receipt).orThrow());
    }

    private static Map<UUID, Set<String>> each(Map<UUID, Set<String>> all, UnaryOperator<Set<String>> change) {
        Map<UUID, Set<String>> changed = new TreeMap<>(all);
        changed.replaceAll((id, tags) -> change.apply(tags));
        return changed;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> rest = new TreeSet<>(one);
        other.forEach(rest::remove);
        return rest;
    }

    private static long changed(Map<UUID, Set<String>> before, Map<UUID, Set<String>> after) {
        Map<UUID, Set<String>> differing = new HashMap<>(after);
        differing.entrySet().removeAll(before.entrySet());
        return differing.size();
    }

    @Test
    void aHostsTypeIsAmongThoseItExtends() {
        TagWorld world = new TagWorld(newStore(), List.of(new Seed(3, 0, Set.of("retail"), Set.of())));
        assertThat(world.olga.tags().tagged(Customer.TYPE, "retail").list())
                .hasSize(1)
                .first()
                .isInstanceOf(Partner.class);
        assertThatThrownBy(() -> world.olga.tags().tagged(Visit.TYPE, "retail"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("visit carry no tags");
    }

    @Test
    void aTagThatIsCarriedElsewhereInTheRecordIsNotGivenAgain() {
        TagWorld world = new TagWorld(newStore(), List.of(new Seed(0, 0, Set.of(), Set.of("VIP"))));
        Account account = world.olga.select(Account.TYPE).first().orElseThrow();
        world.olga.tags().assign(List.of(account), "VIP", " gold ");
        Account tagged = world.olga.get(Account.TYPE, account.getId());
        assertThat(tagged.getTags()).containsExactly("gold");
        assertThat(world.labels.get(tagged)).containsExactly("VIP");
    }

    @Test
    void manyAreRenamedInOneChangeSetOrNone() {
        List<Seed> seeds = IntStream.range(0, MANY)
                .mapToObj(i -> new Seed(i % 10 == 0 ? 2 : 0, i == MANY - 1 || i == 3 ? 0 : 1, Set.of("VIP"), Set.of()))
                .toList();
        TagWorld world = new TagWorld(newStore(), seeds);
        String refusal = isRefused(
                world, AccessDeniedException.class, () -> world.ivan.tags().rename("VIP", "gold"));
        assertThat(refusal.lines()).hasSize(2);
        TagChange done = world.olga.tags().rename("VIP", "gold");
        assertThat(done.total()).isEqualTo(MANY);
        assertThat(world.olga.tags().find("gold").orElseThrow().total()).isEqualTo(MANY);
        assertThat(world.olga.history().latest(1).get(0).id())
                .isEqualTo(done.receipt().orElseThrow());
        undo(world.olga, done);
        assertThat(world.olga.tags().list()).extracting(TagUse::tag).containsExactly("VIP");
    }

    @Test
    void onlyStoredRecordsOfTypesWithTagsAreTagged() {
        TagWorld world = new TagWorld(newStore(), List.of(new Seed(1, 0, Set.of("VIP"), Set.of())));
        List<CrmRecord> hidden = new ArrayList<>(world.records(world.olga).values());
        assertThatThrownBy(() -> world.ivan.tags().assign(hidden, "gold")).isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> world.olga.tags().assign(List.of(new Account("never saved")), "gold"))
                .isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> world.olga.tags().assign(List.of(new Visit("Lunch")), "gold"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> world.olga.tags().assign(hidden, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blank");
        assertThatThrownBy(() -> world.olga.tags().assign(hidden)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Where the tags themselves do not show, they are neither told of nor renamed. */
    @Test
    void hiddenTagsAreNotToldOf() {
        Role blind = Role.named("blind")
                .grant(Account.TYPE, ORGANIZATION, VIEW, EDIT)
                .restrict(Account.TYPE, Account.TAGS, NONE, VIEW);
        Crm crm = Crm.open(
                newStore(), config -> config.entity(Partner.TYPE, Visit.TYPE).access(RolePolicy.of(blind)));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        Session eve = crm.as(system.save(new User("eve", "eve@acme.example", "Eve", "Nord", acme).addRole("blind")));
        Account account = new Account("Acuserv");
        account.setTags(Set.of("VIP"));
        account.setOwner(eve.actor().user());
        account.setOrganization(eve.actor().organization());
        Account saved = system.save(account);
        assertThat(eve.tags().list()).isEmpty();
        assertThat(eve.tags().find("VIP")).isEmpty();
        assertThat(eve.tags().tagged(Account.TYPE, "VIP").list()).isEmpty();
        assertThatThrownBy(() -> eve.tags().rename("VIP", "gold")).isInstanceOf(UnknownTagException.class);
        assertThatThrownBy(() -> eve.tags().assign(List.of(saved), "gold")).isInstanceOf(AccessDeniedException.class);
        assertThat(system.tags().find("VIP")).isPresent();
    }
}
