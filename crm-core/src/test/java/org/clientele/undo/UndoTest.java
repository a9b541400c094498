package org.clientele.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
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
import org.junit.jupiter.api.Test;

/** Changes that are taken back after others came. */
class UndoTest {

    private final Session session = Clubs.open();
    private final Club chess = session.save(new Club("Chess").in("Berlin"));
    private final Club rowing = session.save(new Club("Rowing").in("Rome"));

    private UUID last() {
        return session.history().latest(1).get(0).id();
    }

    private void rename(Club club, String name) {
        Club stored = session.get(Club.TYPE, club.getId());
        Club.NAME.set(stored, name);
        session.save(stored);
    }

    private void merge(Club master, Club absorbed) {
        session.apply(session.planMerge(
                        Club.TYPE, choices -> choices.master(master).absorb(absorbed)))
                .orThrow();
    }

    private static List<String> kept(Undo undo) {
        return undo.kept().stream().map(Kept::toString).toList();
    }

    private static List<String> blocked(Undo undo) {
        return undo.blocked().stream().map(Blocked::toString).toList();
    }

    @Test
    void whatIsGoneSinceStaysSo() {
        rename(chess, "Checkers");
        UUID rename = last();
        session.delete(session.get(Club.TYPE, chess.getId()));
        Undo undo = session.undo(rename);
        assertThat(kept(undo)).containsExactly("club Checkers was deleted since by the system");
        assertThat(undo.kept()).extracting(Kept::record).containsExactly(chess.getId());
        assertThat(undo.receipt()).isEmpty();
        assertThat(undo.isNothing()).isTrue();
        assertThat(session.find(Club.TYPE, chess.getId())).isEmpty();
    }

    /** Whoever could see what was made is told that nothing is left of it, and nobody else that it ever was. */
    @Test
    void whatWasMadeAndIsGoneIsNothingToTakeBackForWhoCouldSeeIt() {
        Role clerk = Role.named("clerk").grant(Account.TYPE, AccessLevel.USER, Permission.values());
        Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"), clerk)));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        User olga = crm.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator"));
        User ivan = crm.asSystem().save(new User("ivan", "ivan@acme.example", "Ivan", "West", acme).addRole("clerk"));
        Account account = crm.as(olga).save(new Account("Acuserv"));
        UUID creation = crm.as(olga).history().latest(1).get(0).id();
        crm.as(olga).delete(account);
        assertThat(crm.as(olga).undo(creation).isNothing()).isTrue();
        assertThatThrownBy(() -> crm.as(ivan).undo(creation)).isInstanceOf(UnknownChangeSetException.class);
    }

    @Test
    void whatWasMadeAndEditedSinceStays() {
        Club riding = session.save(new Club("Riding"));
        UUID creation = last();
        rename(riding, "Polo");
        Undo undo = session.undo(creation);
        assertThat(kept(undo)).containsExactly("club Polo: name 'Polo' was changed since by the system");
        assertThat(undo.receipt()).isEmpty();
        assertThat(session.find(Club.TYPE, riding.getId())).isPresent();
        rename(riding, "Riding");
        assertThat(session.undo(creation).receipt()).isPresent();
        assertThat(session.find(Club.TYPE, riding.getId())).isEmpty();
        assertThat(session.undo(creation).isNothing()).isTrue();
    }

    @Test
    void whatWasMadeGoesAlthoughAMergeMovedItsReference() {
        Mention mention = session.save(new Mention("about Rowing", rowing));
        UUID creation = last();
        Member ada = session.save(new Member("Ada", rowing));
        UUID second = last();
        merge(chess, rowing);
        assertThat(session.undo(creation).orThrow().kept()).isEmpty();
        assertThat(session.find(Mention.TYPE, mention.getId())).isEmpty();
        assertThat(session.undo(second).orThrow().kept()).isEmpty();
        assertThat(session.find(Member.TYPE, ada.getId())).isEmpty();
    }

    @Test
    void aReferenceLeadsBackToTheRecordThatStandsForItsTarget() {
        Member ada = session.save(new Member("Ada", rowing));
        ada.moveTo(chess);
        Member moved = session.save(ada);
        UUID move = last();
        Club riding = session.save(new Club("Riding"));
        merge(riding, rowing);
        Undo undo = session.undo(move).orThrow();
        assertThat(undo.kept()).isEmpty();
        assertThat(Member.CLUB.get(session.get(Member.TYPE, moved.getId()))).isEqualTo(Ref.to(riding));
    }

    @Test
    void aReferenceToWhatIsGoneIsNotPutBack() {
        Member ada = session.save(new Member("Ada", rowing));
        Member.NAME.set(ada, "Augusta");
        ada.moveTo(chess);
        Member moved = session.save(ada);
        UUID move = last();
        session.delete(rowing);
        Undo undo = session.undo(move).orThrow();
        assertThat(kept(undo))
                .containsExactly("member Augusta: club does not point to " + rowing.getId()
                        + " again, which is not there any more");
        assertThat(session.get(Member.TYPE, moved.getId()))
                .returns("Ada", Member.NAME::get)
                .returns(null, Member.CLUB::get);
    }

    @Test
    void whatHasToPointToWhatIsGoneIsNotPutBack() {
        Seat seat = session.save(new Seat(rowing, "A"));
        Seat.CLUB.set(seat, Ref.to(chess));
        session.save(seat);
        UUID move = last();
        Badge badge = session.save(new Badge(rowing, "1", "red"));
        Badge.CLUB.set(badge, Ref.to(chess));
        session.save(badge);
        UUID other = last();
        session.delete(rowing);
        String rest = " points to " + rowing.getId() + " by club, which is not there any more; bring that back first";
        Undo undo = session.undo(move);
        assertThat(blocked(undo)).containsExactly("seat A:" + rest);
        assertThat(undo.isRefused()).isFalse();
        assertThat(undo.receipt()).isEmpty();
        assertThatThrownBy(undo::orThrow)
                .isInstanceOf(UndoBlockedException.class)
                .hasMessage("seat A:" + rest);
        assertThat(blocked(session.undo(other))).containsExactly("badge 1:" + rest);
    }

    @Test
    void whatWasDeletedTogetherComesBackTogether() {
        Badge badge = session.save(new Badge(rowing, "1", "red"));
        Member ada = session.save(new Member("Ada", rowing));
        session.delete(rowing);
        UUID deletion = last();
        assertThat(session.find(Badge.TYPE, badge.getId())).isEmpty();
        Undo undo = session.undo(deletion).orThrow();
        assertThat(undo.restored())
                .extracting(Restored::toString)
                .containsExactlyInAnyOrder("club Rowing comes back", "1 badge comes back", "1 member gets back club");
        assertThat(session.get(Badge.TYPE, badge.getId()))
                .returns("1", Badge.NUMBER::get)
                .returns(Ref.to(rowing), Badge.CLUB::get)
                .returns(badge.getCreatedAt(), Badge::getCreatedAt);
        assertThat(Member.CLUB.get(session.get(Member.TYPE, ada.getId()))).isEqualTo(Ref.to(rowing));
        session.undo(undo.receipt().orElseThrow()).orThrow();
        Undo late = session.undo(deletion);
        assertThat(blocked(late))
                .contains(
                        "club Rowing: was brought back and deleted again since; take the later deletion back instead");
        assertThat(late.isRefused()).isTrue();
    }

    @Test
    void severalChangesOfOneTransactionAreOne() {
        session.inTransaction(transaction -> {
            Club first = transaction.get(Club.TYPE, chess.getId());
            Club.NAME.set(first, "between");
            Club second = transaction.save(first);
            Club.NAME.set(second, "Checkers");
            transaction.save(second);
            Club made = transaction.save(new Club("made"));
            Club.NAME.set(made, "made and renamed");
            transaction.save(made);
            transaction.delete(transaction.save(new Club("made and deleted")));
            transaction.delete(rowing);
        });
        UUID all = last();
        assertThat(session.select(Club.TYPE).list())
                .extracting(Club.NAME::get)
                .containsExactly("Checkers", "made and renamed");
        Undo undo = session.undo(all).orThrow();
        assertThat(undo.kept()).isEmpty();
        assertThat(undo.restored())
                .extracting(Restored::toString)
                .containsExactly(
                        "club Checkers gets back name", "club made and renamed goes", "club Rowing comes back");
        assertThat(session.select(Club.TYPE).list()).extracting(Club.NAME::get).containsExactly("Chess", "Rowing");
    }

    @Test
    void whoNeedsARecordIsNamedUpToThree() {
        Club riding = session.save(new Club("Riding"));
        UUID creation = last();
        session.saveAll(IntStream.range(0, 5)
                .mapToObj(i -> new Seat(riding, "row " + i))
                .toList());
        assertThat(blocked(session.undo(creation))).containsExactly(need("row 0"), need("row 1"), need("row 2"));
        assertThat(session.find(Club.TYPE, riding.getId())).isPresent();
    }

    private static String need(String seat) {
        return "club Riding: is needed by seat " + seat + ", which points to it by club; delete or re-point that first";
    }

    @Test
    void whatGoesWithItDoesNotNeedIt() {
        session.inTransaction(transaction -> {
            Club riding = transaction.save(new Club("Riding"));
            Member ada = transaction.save(new Member("Ada", riding));
            transaction.save(new Pass(ada));
            Member own = transaction.get(
                    Member.TYPE, transaction.save(new Member("Bo", chess)).getId());
            own.moveTo(riding);
            transaction.save(own);
        });
        session.undo(last()).orThrow();
        assertThat(session.select(Club.TYPE).count()).isEqualTo(2);
        assertThat(session.select(Member.TYPE).count()).isZero();
        assertThat(session.select(Pass.TYPE).count()).isZero();
    }

    @Test
    void aCarriedValueThatChangedSinceIsNobodysEdit() {
        Member ada = session.save(new Member("Ada", chess));
        UUID creation = last();
        Club stored = session.get(Club.TYPE, chess.getId());
        session.save(stored.in("Paris"));
        assertThat(Member.CITY.get(session.get(Member.TYPE, ada.getId()))).isEqualTo("Paris");
        Undo undo = session.undo(creation).orThrow();
        assertThat(undo.kept()).isEmpty();
        assertThat(session.find(Member.TYPE, ada.getId())).isEmpty();
    }

    @Test
    void aCarriedValueThatIsFreeByNowIsAnEdit() {
        Member ada = session.save(new Member("Ada", chess));
        UUID creation = last();
        ada.moveTo(null);
        Member.CITY.set(ada, "Paris");
        session.save(ada);
        assertThat(kept(session.undo(creation)))
                .containsExactlyInAnyOrder(
                        "member Ada: club was changed since by the system",
                        "member Ada: city 'Paris' was changed since by the system");
        assertThat(session.find(Member.TYPE, ada.getId())).isPresent();
    }

    @Test
    void aMentionOfSomethingElseSinceStays() {
        Mention mention = session.save(new Mention("first", chess));
        Mention.ABOUT.set(mention, new AnyRef("club", rowing.getId()));
        Mention.TEXT.set(mention, "second");
        Mention saved = session.save(mention);
        UUID change = last();
        Mention.ABOUT.set(saved, null);
        session.save(saved);
        assertThat(kept(session.undo(change))).containsExactly("mention second: about was changed since by the system");
        assertThat(session.get(Mention.TYPE, mention.getId()))
                .returns("first", Mention.TEXT::get)
                .returns(null, Mention.ABOUT::get);
    }

    @Test
    void severalChangeSetsAreTakenBackTheLastFirst() {
        rename(chess, "Checkers");
        UUID first = last();
        rename(chess, "Draughts");
        UUID second = last();
        rename(rowing, "Sailing");
        UUID third = last();
        rename(rowing, "Rowing");
        UndoAll undo = session.undo(List.of(first, third, second)).orThrow();
        assertThat(undo.each()).extracting(Undo::changeSet).containsExactly(second, third, first);
        assertThat(undo.isNothing()).isFalse();
        assertThat(undo.receipt()).hasSize(2);
        assertThat(undo.restored())
                .extracting(Restored::toString)
                .containsExactly("club Draughts gets back name", "club Checkers gets back name");
        assertThat(undo.kept()).isEmpty();
        assertThat(undo.blocked()).isEmpty();
        assertThat(undo).asString().contains("undo of save\n  restored:\n    club Draughts gets back name");
        assertThat(Club.NAME.get(session.get(Club.TYPE, chess.getId()))).isEqualTo("Chess");
        session.undo(undo.receipt()).orThrow();
        assertThat(Club.NAME.get(session.get(Club.TYPE, chess.getId()))).isEqualTo("Draughts");
        rename(chess, "Go");
        UndoAll nothing = session.undo(List.of(first, second));
        assertThat(nothing.isNothing()).isTrue();
        assertThat(nothing.receipt()).isEmpty();
        assertThat(nothing.kept()).hasSize(2);
        session.delete(session.get(Club.TYPE, rowing.getId()));
        UUID deletion = last();
        session.undo(session.undo(deletion).receipt().orElseThrow()).orThrow();
        UndoAll refused = session.undo(List.of(deletion));
        assertThat(refused.blocked()).hasSize(1);
        assertThatThrownBy(refused::orThrow).isInstanceOf(UndoBlockedException.class);
    }

    @Test
    void whatStandsInTheWayIsCalledByNameWhenItMayBeSeen() {
        assertThat(new Blocked("club", null, "", "is needed")).hasToString("club that you may not see: is needed");
        assertThat(new Blocked("club", chess.getId(), "Chess", "is needed")).hasToString("club Chess: is needed");
        assertThat(new Kept("club", null, "", null, null, null, "", "was deleted since"))
                .hasToString("club that you may not see was deleted since");
        assertThat(new Kept("club", chess.getId(), "Chess", "city", null, null, "Olga", "was changed since"))
                .hasToString("club Chess: city was changed since by Olga");
    }
}
