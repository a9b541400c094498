package org.clientele.testkit.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.VIEW;

import java.util.List;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.door.Door;
import org.clientele.door.Outlook;
import org.clientele.journal.Change;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.User;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.Write;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What becomes of the records that point to one that is deleted. */
abstract class DepartureExamples extends OwnerCase {

    /** A visit that is part of another record, as a share or an item would be. */
    private static AnyReferenceProperty<Visit> partOf(Stage stage) {
        return stage.crm.define(
                Visit.TYPE, custom -> custom.anyReference("partOf").with(WhenTargetGoes.GO_ALONG));
    }

    /** A visit that comes after another and makes no sense without it. */
    private static ReferenceProperty<Visit, Visit> after(Stage stage) {
        return stage.crm.define(
                Visit.TYPE, custom -> custom.reference("after", Visit.class).with(WhenTargetGoes.GO_ALONG));
    }

    private static Visit part(Stage stage, AnyReferenceProperty<Visit> partOf, String subject, Account of) {
        Visit visit = new Visit(subject);
        partOf.set(visit, ref(of));
        return stage.owned(stage.ivan, visit);
    }

    private static Visit part(Stage stage, ReferenceProperty<Visit, Visit> after, String subject, Visit first) {
        Visit visit = new Visit(subject);
        after.set(visit, Ref.to(first));
        return stage.owned(stage.ivan, visit);
    }

    @Test
    void whatIsNothingWithoutARecordGoesAlongAndSoDoesWhatIsNothingWithoutThat() {
        Stage stage = new Stage(newStore(), accountsOnly("olga"));
        AnyReferenceProperty<Visit> partOf = partOf(stage);
        ReferenceProperty<Visit, Visit> after = after(stage);
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        Visit stays = part(stage, partOf, "elsewhere", stage.account(stage.ivan, "Big Bear Stores"));
        Visit first = part(stage, partOf, "first", acuserv);
        Visit second = part(stage, after, "second", first);
        first.setFollows(Ref.to(second));
        stage.system.save(first);
        Session olga = stage.crm.as(stage.olga);
        assertThat(olga.select(Visit.TYPE).count()).isZero();
        olga.delete(acuserv);
        assertThat(stage.system.select(Visit.TYPE).list()).containsExactly(stays);
        assertThat(stage.lastChangeSet().changes())
                .extracting(Change::action, Change::name)
                .containsExactlyInAnyOrder(
                        tuple(Change.Action.DELETE, "Acuserv"),
                        tuple(Change.Action.DELETE, "first"),
                        tuple(Change.Action.DELETE, "second"));
    }

    @Test
    void whatGoesAlongIsBackAfterARehearsal() {
        Stage stage = new Stage(newStore());
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        Visit visit = part(stage, partOf(stage), "demo", acuserv);
        boolean gone = stage.system.rehearse("try", transaction -> {
            transaction.write(List.of(new Write.Delete<>(Account.TYPE, acuserv)));
            return transaction.find(Visit.TYPE, visit.getId()).isEmpty();
        });
        assertThat(gone).isTrue();
        assertThat(stage.system.find(Visit.TYPE, visit.getId())).isPresent();
    }

    @Test
    void theOutlookOfADeletionTellsWhatGoesAlong() {
        Stage stage = new Stage(newStore());
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        Visit visit = part(stage, partOf(stage), "demo", acuserv);
        Outlook outlook = stage.system.inTransaction(
                "look",
                transaction ->
                        ((Door) transaction).outlook(List.of(new Write.Delete<>(Account.TYPE, acuserv)), List.of()));
        assertThat(outlook.violations()).isEmpty();
        assertThat(outlook.consequences())
                .singleElement()
                .isInstanceOf(Write.Delete.class)
                .satisfies(write -> assertThat(write.record()).isEqualTo(visit));
    }

    @Test
    void whatIsMovedInTheSameBatchStaysAndWhatIsOnlyChangedGoes() {
        Stage stage = new Stage(newStore());
        AnyReferenceProperty<Visit> partOf = partOf(stage);
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        Account bigBear = stage.account(stage.ivan, "Big Bear Stores");
        Visit moved = part(stage, partOf, "moved", acuserv);
        Visit renamed = part(stage, partOf, "renamed", acuserv);
        Visit movedAway = Visit.TYPE.copy(moved);
        partOf.set(movedAway, ref(bigBear));
        Visit other = Visit.TYPE.copy(renamed);
        other.setSubject("another subject");
        stage.system.inTransaction(
                "move",
                transaction -> transaction.write(List.of(
                        new Write.Update<>(Visit.TYPE, moved, movedAway),
                        new Write.Update<>(Visit.TYPE, renamed, other),
                        new Write.Delete<>(Account.TYPE, acuserv))));
        assertThat(stage.system.select(Visit.TYPE).list()).containsExactly(moved);
        assertThat(partOf.get(stage.system.get(Visit.TYPE, moved.getId()))).isEqualTo(ref(bigBear));
    }

    @Test
    void whatIsNeededByARecordThatNeedsTheOneThatGoesAlongRefuses() {
        Stage stage = new Stage(newStore(), accountsOnly("olga"));
        AnyReferenceProperty<Visit> partOf = partOf(stage);
        ReferenceProperty<Visit, Visit> needs = stage.crm.define(
                Visit.TYPE, custom -> custom.reference("needs", Visit.class).with(WhenTargetGoes.REFUSE));
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        Visit first = part(stage, partOf, "first", acuserv);
        part(stage, needs, "second", first);
        assertThatThrownBy(() -> stage.crm.as(stage.olga).delete(acuserv))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage(
                        "visit that you may not see: can not be deleted while visit that you may not see points to it"
                                + " by needs; delete or re-point it first, or delete cascading");
        assertThat(stage.system.find(Account.TYPE, acuserv.getId())).isPresent();
        stage.system.deleteCascading(acuserv);
        assertThat(stage.system.select(Visit.TYPE).count()).isZero();
    }

    @Test
    void aMergeMovesWhatWouldGoAlong() {
        Stage stage = new Stage(newStore());
        AnyReferenceProperty<Visit> partOf = partOf(stage);
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        Account bigBear = stage.account(stage.ivan, "Big Bear Stores");
        Visit visit = part(stage, partOf, "demo", bigBear);
        stage.system
                .apply(stage.system.planMerge(
                        Account.TYPE, choices -> choices.master(acuserv).absorb(bigBear)))
                .orThrow();
        assertThat(partOf.get(stage.system.get(Visit.TYPE, visit.getId()))).isEqualTo(ref(acuserv));
    }

    @Test
    void aSetOfReferencesCanNotGoAlong() {
        Stage stage = new Stage(newStore());
        assertThatThrownBy(() -> stage.crm.define(
                        Visit.TYPE,
                        custom -> custom.references("shown", Contact.class).with(WhenTargetGoes.GO_ALONG)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "visit.shown points to many records and can not go along with one of them; make it a reference"
                                + " to one, or let it CLEAR or REFUSE");
    }

    @Test
    void anOwnerIsNotDeletedAndTheRefusalCountsWhatIsOwned() {
        Stage stage = new Stage(newStore(), accountsOnly("olga"));
        List.of("Acuserv", "Big Bear Stores", "Body Toning", "Casual Corner")
                .forEach(name -> stage.account(stage.ivan, name));
        stage.visit(stage.ivan, "demo");
        assertThatThrownBy(() -> stage.system.delete(stage.ivan))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining(
                        "user ivan: can not be deleted while 4 accounts (Acuserv, Big Bear Stores, Body Toning,"
                                + " ...) point to it by owner; hand them over with session.handOver(...), or delete or re-point"
                                + " them first")
                .hasMessageContaining(
                        "user ivan: can not be deleted while visit demo points to it by owner; hand it over"
                                + " with session.handOver(...), or delete or re-point it first");
    }

    @Test
    void aUnitThatOwnsAUserIsNotDeletedThoughAUserNeedsNoOwner() {
        Stage stage = new Stage(newStore());
        BusinessUnit sales = stage.unit("Sales");
        User ivan = stage.ivan;
        ivan.setOwner(Ref.to(sales));
        stage.system.save(ivan);
        assertThatThrownBy(() -> stage.system.delete(sales))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("business unit Sales: can not be deleted while user ivan points to it by owner");
        assertThatThrownBy(() -> stage.system.delete(stage.acme))
                .hasMessageContaining("organization Acme: can not be deleted while business unit Sales points to it by"
                        + " organization; hand it over with session.handOver(...), or delete or re-point it first")
                .hasMessageContaining(
                        "while 2 users (olga, ivan) point to it by organizations; delete or re-point them first")
                .hasMessageNotContaining("cascading");
    }

    @Test
    void aRefusalNamesOnlyWhatTheActorMaySee() {
        Stage stage = new Stage(newStore(), accountsOnly("olga").grant(User.TYPE, ORGANIZATION, VIEW, DELETE));
        stage.visit(stage.ivan, "secret talks");
        stage.visit(stage.ivan, "more of them");
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        assertThatThrownBy(() -> stage.crm.as(stage.olga).delete(stage.ivan))
                .hasMessageContaining("while account Acuserv points to it by owner")
                .hasMessageContaining("while 2 visits that you may not see point to it by owner")
                .hasMessageNotContaining("secret");
        assertThat(stage.system.find(Account.TYPE, acuserv.getId())).isPresent();
    }

    @Test
    void whatGoesOrIsGivenAwayInTheSameBatchDoesNotCount() {
        Stage stage = new Stage(newStore());
        Account goes = stage.account(stage.ivan, "Acuserv");
        Account given = stage.account(stage.ivan, "Big Bear Stores");
        Account stays = stage.account(stage.ivan, "Body Toning");
        Account olgas = Account.TYPE.copy(given);
        olgas.setOwner(Ref.to(stage.olga));
        List<Write<?>> writes = List.of(
                new Write.Delete<>(User.TYPE, stage.ivan),
                new Write.Delete<>(Account.TYPE, goes),
                new Write.Update<>(Account.TYPE, given, olgas));
        assertThatThrownBy(() -> stage.system.inTransaction("remove", transaction -> transaction.write(writes)))
                .hasMessage(
                        "user ivan: can not be deleted while account Body Toning points to it by owner; hand it over"
                                + " with session.handOver(...), or delete or re-point it first");
        stage.system.delete(stays);
        stage.system.inTransaction("remove", transaction -> transaction.write(writes));
        assertThat(stage.system.find(User.TYPE, stage.ivan.getId())).isEmpty();
        assertThat(stage.system.select(Account.TYPE).list()).containsExactly(given);
    }

    @Test
    void aCascadeStopsAtWhatIsOwned() {
        Stage stage = new Stage(newStore());
        ReferenceProperty<Visit, User> guide = stage.crm.define(
                Visit.TYPE,
                custom -> custom.reference("guide", User.class).with(Traits.required(), WhenTargetGoes.REFUSE));
        Visit visit = new Visit("demo");
        guide.set(visit, Ref.to(stage.ivan));
        stage.owned(stage.olga, visit);
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        assertThatThrownBy(() -> stage.system.deleteCascading(stage.ivan))
                .hasMessage(
                        "user ivan: can not be deleted while account Acuserv points to it by owner; hand it over with"
                                + " session.handOver(...), or delete or re-point it first");
        assertThatThrownBy(() -> stage.system.deleteCascading(stage.acme)).isInstanceOf(InvalidRecordException.class);
        stage.system.delete(acuserv);
        stage.system.deleteCascading(stage.ivan);
        assertThat(stage.system.select(Visit.TYPE).count()).isZero();
    }
}
