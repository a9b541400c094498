package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.account.Account;
import org.clientele.model.CrmRecord;
import org.clientele.tag.TagChange;
import org.clientele.tag.TagTakenException;
import org.clientele.tag.TagUse;
import org.clientele.tag.UnknownTagException;
import org.clientele.testkit.engine.TagWorld.Seed;

/** That tags are counted, given, taken, renamed and merged as if somebody went through all records that the actor sees. */
public abstract class TagLaws extends TagExamples {

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
}
