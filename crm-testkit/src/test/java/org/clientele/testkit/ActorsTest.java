package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.clientele.Crm;
import org.clientele.access.Actor;
import org.clientele.access.Directory;
import org.clientele.access.Member;
import org.clientele.criteria.Criterion;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.clientele.value.TimeOrderedId;

/** What a directory says of units need not be a tree: a host's may be broken or go round in circles. */
class ActorsTest {

    private static final int UNITS = 6;
    private static final int UNKNOWN = UNITS;

    private final List<Ref<BusinessUnit>> units = IntStream.rangeClosed(0, UNKNOWN)
            .mapToObj(number -> new Ref<BusinessUnit>(TimeOrderedId.next()))
            .toList();

    /** A directory of one user, whose units stand below one another as the numbers say: -1 is nowhere, the last unknown. */
    private record Crooked(Member member, List<Unit> all) implements Directory {

        @Override
        public Optional<Member> find(Ref<User> user, Records stored) {
            return Optional.of(member);
        }

        @Override
        public Collection<Unit> units(Ref<Organization> organization, Records stored) {
            return all;
        }

        @Override
        public Criterion<User> membersOf(Set<Ref<BusinessUnit>> units) {
            return Criterion.never();
        }

        @Override
        public Criterion<User> workersIn(Ref<Organization> organization) {
            return Criterion.always();
        }
    }

    @Property
    void aDivisionIsTheUnitsWhoseWayUpMeetsOnesOwn(
            @ForAll @Size(UNITS) List<@IntRange(min = -1, max = UNKNOWN) Integer> parents,
            @ForAll Set<@IntRange(max = UNKNOWN) Integer> own) {
        List<Directory.Unit> all = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            all.add(new Directory.Unit(units.get(i), parents.get(i) < 0 ? null : units.get(parents.get(i))));
        }
        List<Integer> known = own.stream().filter(number -> number < UNITS).toList();
        Actor actor = actor(all, own.stream().map(units::get).toList());
        assertThat(actor.units())
                .containsExactlyInAnyOrderElementsOf(
                        known.stream().map(units::get).toList());
        assertThat(actor.division())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, UNITS)
                        .filter(number -> meets(number, parents, known))
                        .mapToObj(units::get)
                        .toList());
    }

    /** Going up as many steps as there are units, one has been everywhere where one can come. */
    private static boolean meets(int unit, List<Integer> parents, List<Integer> own) {
        int here = unit;
        for (int step = 0; step < UNITS && here >= 0 && here < UNITS; step++) {
            if (own.contains(here)) {
                return true;
            }
            here = parents.get(here);
        }
        return false;
    }

    private static Actor actor(List<Directory.Unit> all, List<Ref<BusinessUnit>> own) {
        Organization acme = new Organization("Acme");
        User olga = new User("olga", "olga@acme.example", "Olga", "Example", acme);
        Member member = new Member("olga", true, Set.of(Ref.to(acme)), Set.copyOf(own), Set.of());
        Crm crm = Crm.open(config -> config.directory(new Crooked(member, all)));
        crm.asSystem().save(acme);
        return crm.as(olga).actor();
    }
}
