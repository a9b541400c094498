package org.clientele.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.Session;
import org.clientele.contact.ContactGroup;
import org.clientele.merge.Clubs.Badge;
import org.clientele.merge.Clubs.Club;
import org.clientele.merge.Clubs.Member;
import org.clientele.merge.Clubs.Mention;
import org.clientele.merge.Clubs.Pass;
import org.clientele.merge.Clubs.Seat;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What becomes of the records that point to merged ones. */
class RelatedRecordsTest {

    private final Session session = Clubs.open();
    private final Club chess = session.save(new Club("Chess").in("Berlin"));
    private final Club rowing = session.save(new Club("Rowing").in("Berlin"));
    private final Club riding = session.save(new Club("Riding").in("Rome"));

    private MergePlan<Club> plan(Club... absorbed) {
        return session.planMerge(Club.TYPE, choices -> choices.master(chess).absorb(absorbed));
    }

    private MergePlan<Club> keeping(EntityType<?> kind, Club from) {
        return session.planMerge(
                Club.TYPE,
                choices -> choices.master(chess).absorb(rowing, riding).replace(kind, from));
    }

    private static Stream<String> reasons(MergePlan<Club> plan, CrmRecord record) {
        return plan.dropped().stream()
                .filter(dropped -> dropped.record().id().equals(record.getId()))
                .map(dropped -> dropped.property() + " " + dropped.value() + ": " + dropped.reason());
    }

    private static List<String> relinks(MergePlan<Club> plan) {
        return plan.relinks().stream().map(Relink::toString).toList();
    }

    @Test
    void whatTheMasterHasAlreadyDoesNotMoveToItASecondTime() {
        Seat own = session.save(new Seat(chess, "A"));
        Seat same = session.save(new Seat(rowing, "A"));
        Seat later = session.save(new Seat(riding, "B"));
        Seat earlier = session.save(new Seat(rowing, "B"));
        MergePlan<Club> plan = plan(riding, rowing);
        String reason = "another seat of the master has the same club and row, and no two may";
        assertThat(reasons(plan, same)).containsExactly("club club " + rowing.getId() + ": " + reason);
        assertThat(reasons(plan, later)).containsExactly("club club " + riding.getId() + ": " + reason);
        assertThat(relinks(plan)).containsExactly("seat.club: 1");
        session.apply(plan).orThrow();
        assertThat(session.select(Seat.TYPE).where(Seat.CLUB.is(chess)).list()).containsExactlyInAnyOrder(own, earlier);
        assertThat(session.select(Seat.TYPE).count()).isEqualTo(2);
    }

    @Test
    void whatChangesOnlyElsewhereKeepsItsPlace() {
        Seat own = session.save(new Seat(chess, "A").withGuest(rowing));
        Seat same = session.save(new Seat(rowing, "A"));
        MergePlan<Club> plan = plan(rowing);
        assertThat(relinks(plan)).containsExactly("seat.guest: 1");
        session.apply(plan).orThrow();
        assertThat(session.find(Seat.TYPE, same.getId())).isEmpty();
        assertThat(Seat.GUEST.get(session.get(Seat.TYPE, own.getId()))).isEqualTo(Ref.to(chess));
    }

    @Test
    void whatLacksTheValueThatTellsItApartMovesFreely() {
        session.save(new Seat(chess, null));
        session.saveAll(List.of(new Seat(rowing, null), new Seat(riding, null)));
        session.save(new Badge(chess, null, null));
        session.saveAll(List.of(new Badge(rowing, null, "red"), new Badge(riding, "1", null)));
        MergePlan<Club> plan = plan(rowing, riding);
        assertThat(relinks(plan)).containsExactly("badge.club: 2", "seat.club: 2");
        session.apply(plan).orThrow();
        assertThat(session.select(Seat.TYPE).where(Seat.CLUB.is(chess)).count()).isEqualTo(3);
        assertThat(session.select(Badge.TYPE).where(Badge.CLUB.is(chess)).count())
                .isEqualTo(3);
    }

    @Test
    void whatMovesAtOnceIsToldApartLikewise() {
        Badge own = session.save(new Badge(chess, "1", "red"));
        Badge both = session.save(new Badge(rowing, "1", "red"));
        Badge later = session.save(new Badge(riding, "2", "blue"));
        Badge earlier = session.save(new Badge(rowing, "3", "blue"));
        MergePlan<Club> plan = plan(rowing, riding);
        assertThat(reasons(plan, both))
                .containsExactly("club club " + rowing.getId()
                        + ": another badge of the master has the same club and number, and no two may");
        assertThat(reasons(plan, later))
                .containsExactly("club club " + riding.getId()
                        + ": another badge of the master has the same club and colour, and no two may");
        assertThat(relinks(plan)).containsExactly("badge.club: 1");
        session.apply(plan).orThrow();
        assertThat(session.select(Badge.TYPE).list()).containsExactlyInAnyOrder(own, earlier);
        assertThat(Badge.CLUB.get(session.get(Badge.TYPE, earlier.getId()))).isEqualTo(Ref.to(chess));
    }

    @Test
    void whatGoesMakesRoomForWhatComes() {
        Badge own = session.save(new Badge(chess, "1", "red"));
        Badge same = session.save(new Badge(rowing, "1", "red"));
        MergePlan<Club> plan = keeping(Badge.TYPE, rowing);
        assertThat(reasons(plan, own))
                .containsExactly("club club " + chess.getId() + ": only those of club " + rowing.getId()
                        + " were to be kept of every badge");
        session.apply(plan).orThrow();
        assertThat(session.select(Badge.TYPE).list()).containsExactly(same);
        assertThat(Badge.CLUB.get(session.get(Badge.TYPE, same.getId()))).isEqualTo(Ref.to(chess));
    }

    @Test
    void ofAKindThatIsReplacedOthersLetGoWhenTheyCan() {
        Mention kept = session.save(new Mention("kept", rowing));
        Mention own = session.save(new Mention("own", chess));
        Mention other = session.save(new Mention("other", riding));
        MergePlan<Club> plan = keeping(Mention.TYPE, rowing);
        assertThat(reasons(plan, own)).hasSize(1);
        assertThat(reasons(plan, other)).hasSize(1);
        assertThat(relinks(plan)).containsExactly("mention.about: 1");
        session.apply(plan).orThrow();
        assertThat(Mention.ABOUT.get(session.get(Mention.TYPE, kept.getId())))
                .isEqualTo(new AnyRef("club", chess.getId()));
        assertThat(Mention.ABOUT.get(session.get(Mention.TYPE, own.getId()))).isNull();
        assertThat(Mention.ABOUT.get(session.get(Mention.TYPE, other.getId()))).isNull();
    }

    @Test
    void whatCanNotLetGoIsAProblem() {
        session.save(new Seat(riding, "A"));
        MergePlan<Club> plan = keeping(Seat.TYPE, chess);
        assertThat(plan.problems())
                .containsExactly("seat A can not be without its club; append them instead of replacing");
        assertThat(session.apply(plan)).isInstanceOf(MergeOutcome.Rejected.class);
    }

    @Test
    void aKindIsAppendedAgainAndNamesAMemberAndPointsThere() {
        session.save(new Seat(riding, "A"));
        MergePlan<Club> appended = session.planMerge(
                Club.TYPE,
                choices -> choices.master(chess)
                        .absorb(riding)
                        .replace(Seat.TYPE, chess)
                        .append(Mention.TYPE, Seat.TYPE));
        assertThat(appended.problems()).isEmpty();
        assertThat(relinks(appended)).containsExactly("seat.club: 1");
        MergePlan<Club> foreign = session.planMerge(
                Club.TYPE, choices -> choices.master(chess).absorb(rowing).replace(Mention.TYPE, riding));
        assertThat(foreign.problems())
                .containsExactly("every mention is to be kept of " + riding.getId()
                        + ", which takes no part in the merge; choose one of its records");
        MergePlan<Member> unrelated = session.planMerge(
                Member.TYPE,
                choices -> choices.master(session.save(new Member("Ada", chess)))
                        .absorb(session.save(new Member("Bo", chess)))
                        .replace(Seat.TYPE, session.save(new Member("Cy", chess))));
        assertThat(unrelated.problems())
                .contains("seat records do not point to any member; leave the kind out of the choices");
    }

    @Test
    void whatRecordsCarryOfTheMasterIsForetoldAndCounted() {
        session.saveAll(List.of(new Member("Ada", rowing), new Member("Bo", riding), new Member("Cy", chess)));
        MergePlan<Club> plan = plan(rowing, riding);
        assertThat(plan.carried()).extracting(CarriedOver::toString).containsExactly("member.city: 1");
        MergePlan<Club> moved = session.planMerge(
                Club.TYPE,
                choices -> choices.master(chess).absorb(rowing, riding).take(Club.CITY, riding));
        assertThat(moved.carried()).extracting(CarriedOver::toString).containsExactly("member.city: 2");
        assertThat(plan(rowing).carried()).isEmpty();
        session.apply(moved).orThrow();
        assertThat(session.select(Member.TYPE).list())
                .extracting(Member.CITY::get)
                .containsExactly("Rome", "Rome", "Rome");
    }

    @Test
    void whatIsCarriedOnByOthersIsLookedAtOneByOne() {
        Member ada = session.save(new Member("Ada", riding));
        Pass pass = session.save(new Pass(ada));
        assertThat(Pass.CITY.get(pass)).isEqualTo("Rome");
        MergePlan<Club> plan = plan(riding);
        assertThat(plan.carried()).extracting(CarriedOver::toString).containsExactly("member.city: 1", "pass.city: 1");
        assertThat(relinks(plan)).containsExactly("member.club: 1");
        session.apply(plan).orThrow();
        assertThat(Pass.CITY.get(session.get(Pass.TYPE, pass.getId()))).isEqualTo("Berlin");
    }

    @Test
    void aReferenceFromOneMemberToAnotherIsNamedAndGoes() {
        Club.PARENT.set(chess, Ref.to(rowing));
        session.save(chess);
        Club.PARENT.set(rowing, Ref.to(rowing));
        session.save(rowing);
        MergePlan<Club> plan = plan(rowing);
        assertThat(reasons(plan, chess))
                .containsExactly("parent " + rowing.getId() + ": the merged record would point to itself");
        assertThat(reasons(plan, rowing))
                .contains("parent " + rowing.getId() + ": the merged record would point to itself");
        session.apply(plan).orThrow();
        assertThat(Club.PARENT.get(session.get(Club.TYPE, chess.getId()))).isNull();
    }

    @Test
    void whatBelongsToAnOrganizationGoesAlongWhenThatIsMerged() {
        Organization acme = session.save(new Organization("Acme"));
        Organization bolt = session.save(new Organization("Bolt"));
        User olga = session.save(new User("olga", "olga@bolt.example", "Olga", "Example", bolt));
        ContactGroup friends = new ContactGroup("Friends");
        friends.setOwner(Ref.to(olga));
        friends.setOrganization(Ref.to(bolt));
        session.save(friends);
        MergePlan<Organization> plan = session.planMerge(
                Organization.TYPE, choices -> choices.master(acme).absorb(bolt));
        assertThat(plan.relinks().stream().map(Relink::toString)).contains("contact group.organization: 1");
        UUID receipt = session.apply(plan).orThrow().receipt();
        assertThat(session.get(ContactGroup.TYPE, friends.getId()).getOrganization())
                .isEqualTo(Ref.to(acme));
        session.undo(receipt).orThrow();
        assertThat(session.get(ContactGroup.TYPE, friends.getId()).getOrganization())
                .isEqualTo(Ref.to(bolt));
    }

    @Test
    void aMasterThatPointsToItselfDoesSoAfterwards() {
        Club.PARENT.set(chess, Ref.to(chess));
        session.save(chess);
        MergePlan<Club> plan = plan(rowing);
        assertThat(reasons(plan, chess)).isEmpty();
        session.apply(plan).orThrow();
        assertThat(Club.PARENT.get(session.get(Club.TYPE, chess.getId()))).isEqualTo(Ref.to(chess));
    }
}
