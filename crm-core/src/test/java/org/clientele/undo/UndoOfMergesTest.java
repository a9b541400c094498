package org.clientele.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.merge.Clubs;
import org.clientele.merge.Clubs.Badge;
import org.clientele.merge.Clubs.Club;
import org.clientele.merge.Clubs.Member;
import org.clientele.merge.Clubs.Mention;
import org.clientele.merge.Clubs.Pass;
import org.clientele.merge.Clubs.Seat;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How what a merge moved leads back. */
class UndoOfMergesTest {

    private final Session session = Clubs.open();
    private final Club chess = session.save(new Club("Chess").in("Berlin"));
    private final Club rowing = session.save(new Club("Rowing").in("Rome"));

    private UUID merge(Club master, Club... absorbed) {
        return session.apply(session.planMerge(
                        Club.TYPE, choices -> choices.master(master).absorb(absorbed)))
                .orThrow()
                .receipt();
    }

    private static List<String> restored(Undo undo) {
        return undo.restored().stream().map(Restored::toString).toList();
    }

    @Test
    void whatMovedAtOnceMovesBackAtOnceWithWhatItCarries() {
        session.saveAll(List.of(new Badge(rowing, "1", "red"), new Badge(rowing, "2", "blue")));
        session.saveAll(List.of(new Mention("one", rowing), new Mention("two", rowing)));
        List<Member> members = session.saveAll(List.of(new Member("Ada", rowing), new Member("Bo", rowing)));
        UUID receipt = merge(chess, rowing);
        Undo plan = session.planUndo(receipt);
        assertThat(restored(plan))
                .containsExactly(
                        "club Rowing comes back",
                        "1 redirect goes",
                        "2 badges get back club",
                        "2 members get back club",
                        "2 mentions get back about");
        assertThat(session.select(Badge.TYPE).where(Badge.CLUB.is(chess)).count())
                .isEqualTo(2);
        Undo undo = session.undo(receipt).orThrow();
        assertThat(undo.restored()).isEqualTo(plan.restored());
        assertThat(session.select(Badge.TYPE).where(Badge.CLUB.is(rowing)).count())
                .isEqualTo(2);
        assertThat(session.select(Mention.TYPE).list())
                .extracting(Mention.ABOUT::get)
                .containsOnly(new AnyRef("club", rowing.getId()));
        assertThat(session.get(Member.TYPE, members.get(0).getId()))
                .returns(Ref.to(rowing), Member.CLUB::get)
                .returns("Rome", Member.CITY::get);
        Undo redo = session.undo(undo.receipt().orElseThrow()).orThrow();
        assertThat(restored(redo)).contains("club Rowing goes", "2 members get back club");
        assertThat(session.select(Badge.TYPE).where(Badge.CLUB.is(chess)).count())
                .isEqualTo(2);
        assertThat(session.select(Mention.TYPE)
                        .where(Mention.ABOUT.is(new AnyRef("club", chess.getId())))
                        .count())
                .isEqualTo(2);
        assertThat(session.get(Member.TYPE, members.get(1).getId()))
                .returns(Ref.to(chess), Member.CLUB::get)
                .returns("Berlin", Member.CITY::get);
    }

    @Test
    void whatSomebodyTurnedSinceStaysAndTheOthersMoveBack() {
        Club riding = session.save(new Club("Riding").in("Paris"));
        List<Member> members =
                session.saveAll(List.of(new Member("Ada", rowing), new Member("Bo", rowing), new Member("Cy", rowing)));
        UUID receipt = merge(chess, rowing);
        Member turned = session.get(Member.TYPE, members.get(1).getId());
        turned.moveTo(riding);
        session.save(turned);
        Undo undo = session.undo(receipt).orThrow();
        assertThat(restored(undo)).contains("2 members get back club");
        assertThat(undo.kept())
                .extracting(Kept::toString)
                .containsExactly("member Bo: club '" + riding.getId() + "' was changed since by the system");
        assertThat(session.select(Member.TYPE).where(Member.CLUB.is(rowing)).list())
                .containsExactly(members.get(0), members.get(2));
        assertThat(Member.CITY.get(session.get(Member.TYPE, turned.getId()))).isEqualTo("Paris");
    }

    @Test
    void ofTwoOneThatWasTurnedLeavesOneToBeLookedAtAlone() {
        List<Member> members = session.saveAll(List.of(new Member("Ada", rowing), new Member("Bo", rowing)));
        UUID receipt = merge(chess, rowing);
        Member turned = session.get(Member.TYPE, members.get(1).getId());
        turned.moveTo(null);
        session.save(turned);
        Undo undo = session.undo(receipt).orThrow();
        assertThat(restored(undo)).contains("1 member gets back club, city");
        assertThat(undo.kept())
                .extracting(Kept::toString)
                .containsExactly("member Bo: club was changed since by the system");
        assertThat(session.select(Member.TYPE).where(Member.CLUB.is(rowing)).list())
                .containsExactly(members.get(0));
    }

    @Test
    void whatFollowsInOthersLeadsBackToo() {
        Member ada = session.save(new Member("Ada", rowing));
        Pass pass = session.save(new Pass(ada));
        UUID receipt = merge(chess, rowing);
        assertThat(Pass.CITY.get(session.get(Pass.TYPE, pass.getId()))).isEqualTo("Berlin");
        session.undo(receipt).orThrow();
        assertThat(Pass.CITY.get(session.get(Pass.TYPE, pass.getId()))).isEqualTo("Rome");
    }

    @Test
    void aDoubleThatWentComesBack() {
        session.save(new Seat(chess, "A"));
        Seat same = session.save(new Seat(rowing, "A"));
        UUID receipt = merge(chess, rowing);
        assertThat(session.find(Seat.TYPE, same.getId())).isEmpty();
        assertThat(restored(session.undo(receipt).orThrow())).contains("1 seat comes back");
        assertThat(Seat.CLUB.get(session.get(Seat.TYPE, same.getId()))).isEqualTo(Ref.to(rowing));
    }

    @Test
    void nothingLeadsBackAtOnceToARecordThatCanNotComeBack() {
        session.saveAll(List.of(new Member("Ada", rowing), new Member("Bo", rowing)));
        UUID receipt = merge(chess, rowing);
        UUID undo = session.undo(receipt).orThrow().receipt().orElseThrow();
        session.undo(undo).orThrow();
        Undo late = session.undo(receipt);
        assertThat(late.isRefused()).isTrue();
        assertThat(late.restored()).isEmpty();
        assertThat(late.receipt()).isEmpty();
        assertThat(late.blocked())
                .extracting(Blocked::toString)
                .contains(
                        "club Rowing: was brought back and deleted again since; take the later deletion back instead");
        assertThat(session.select(Member.TYPE).where(Member.CLUB.is(chess)).count())
                .isEqualTo(2);
    }

    @Test
    void whatCameSinceFollowsThereAndBack() {
        List<Member> members = session.saveAll(List.of(new Member("Ada", rowing), new Member("Bo", rowing)));
        UUID receipt = merge(chess, rowing);
        Pass pass = session.save(new Pass(members.get(0)));
        assertThat(Pass.CITY.get(pass)).isEqualTo("Berlin");
        UUID undo = session.undo(receipt).orThrow().receipt().orElseThrow();
        assertThat(Pass.CITY.get(session.get(Pass.TYPE, pass.getId()))).isEqualTo("Rome");
        session.undo(undo).orThrow();
        assertThat(Pass.CITY.get(session.get(Pass.TYPE, pass.getId()))).isEqualTo("Berlin");
    }

    @Test
    void whatCanNotBeWithoutTheAbsorbedMovesAwayBeforeItGoesAgain() {
        Member ada = session.save(new Member("Ada", chess));
        Member augusta = session.save(new Member("Augusta", rowing));
        session.saveAll(List.of(new Pass(augusta), new Pass(augusta)));
        UUID receipt = session.apply(session.planMerge(
                        Member.TYPE, choices -> choices.master(ada).absorb(augusta)))
                .orThrow()
                .receipt();
        UUID undo = session.undo(receipt).orThrow().receipt().orElseThrow();
        assertThat(session.select(Pass.TYPE).where(Pass.MEMBER.is(augusta)).count())
                .isEqualTo(2);
        session.undo(undo).orThrow();
        assertThat(session.find(Member.TYPE, augusta.getId())).isEmpty();
        assertThat(session.select(Pass.TYPE).where(Pass.MEMBER.is(ada)).count()).isEqualTo(2);
    }

    @Test
    void aCountThatAMergeWasGivenIsCountedAnewOfThoseWhoPart() {
        Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        Session sales = crm.as(crm.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator")));
        Account acuserv = sales.save(new Account("Acuserv"));
        Account bigBear = sales.save(new Account("Big Bear Stores"));
        for (Account account : List.of(acuserv, bigBear, bigBear)) {
            new Activities(sales).log(new Call("Call", Direction.INCOMING, Instant.EPOCH), account);
        }
        UUID receipt = sales.apply(sales.planMerge(
                        Account.TYPE,
                        choices -> choices.master(acuserv).absorb(bigBear).take(Account.TIMES_CONTACTED, bigBear)))
                .orThrow()
                .receipt();
        assertThat(times(sales, acuserv)).isEqualTo(2);
        sales.undo(receipt).orThrow();
        assertThat(times(sales, acuserv)).isEqualTo(1);
        assertThat(times(sales, bigBear)).isEqualTo(2);
    }

    private static @Nullable Integer times(Session session, Account account) {
        return Account.TIMES_CONTACTED.get(session.get(Account.TYPE, account.getId()));
    }

    @Test
    void whatPartedIsNotedAsDistinctEachFromEachWhileTheyAreFew() {
        List<Club> few = clubs(3);
        session.undo(merge(chess, few.toArray(Club[]::new))).orThrow();
        assertThat(session.distinctPairs(Club.TYPE)).hasSize(3 + 3);
        List<Club> many = clubs(21);
        session.undo(merge(rowing, many.toArray(Club[]::new))).orThrow();
        assertThat(session.distinctPairs(Club.TYPE)).hasSize(6 + 21);
    }

    private List<Club> clubs(int count) {
        return new ArrayList<>(session.saveAll(
                IntStream.range(0, count).mapToObj(i -> new Club("Club " + i)).toList()));
    }
}
