package org.clientele.testkit.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.ASSIGN;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Role;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.door.HandedOver;
import org.clientele.journal.Change;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordNotFoundException;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** How owners hand over what they own, and what stands against it. */
abstract class HandOverExamples extends DepartureExamples {

    private static final int MORE_THAN_AT_A_TIME = 501;

    @Test
    void allThatAUserOwnsGoesToAnotherInOneChangeSetAndTheUserCanGo() {
        Stage stage = new Stage(newStore());
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        Account bigBear = stage.account(stage.olga, "Big Bear Stores");
        Channel field = new Channel("Field sales", ChannelType.SALES).addEntity(Partner.TYPE.name());
        field.setOrganization(Ref.to(stage.acme));
        Partner partner = stage.owned(stage.ivan, new Partner("Acuserv", acuserv, stage.system.save(field)));
        Visit visit = stage.visit(stage.ivan, "demo");
        int before = stage.history().size();
        HandedOver done = stage.system.handOver(stage.ivan, stage.olga);
        assertThat(done.counts()).isEqualTo(Map.of(Account.TYPE, 1L, Partner.TYPE, 1L, Visit.TYPE, 1L));
        assertThat(done.total()).isEqualTo(3);
        assertThat(stage.history()).hasSize(before + 1);
        assertThat(stage.lastChangeSet().changes())
                .allMatch(change -> change.action() == Change.Action.UPDATE)
                .extracting(change -> change.record().id())
                .containsExactlyInAnyOrder(acuserv.getId(), partner.getId(), visit.getId());
        stage.system.delete(stage.ivan);
        assertThat(stage.system.select(Account.TYPE).list())
                .containsExactly(acuserv, bigBear)
                .allMatch(account -> Ref.to(stage.olga).equals(account.getOwner()));
    }

    @Test
    void aUnitHandsOverItsUsersAndAnOrganizationItsUnits() {
        Stage stage = new Stage(newStore());
        BusinessUnit sales = stage.unit("Sales");
        BusinessUnit service = stage.system.save(new BusinessUnit("Service", sales));
        stage.ivan.setOwner(Ref.to(sales));
        stage.system.save(stage.ivan);
        assertThat(stage.system.handOver(sales, service).counts()).isEqualTo(Map.of(User.TYPE, 1L));
        assertThat(stage.system.get(User.TYPE, stage.ivan.getId()).getOwner()).isEqualTo(Ref.to(service));
        Organization beta = stage.system.save(new Organization("Beta"));
        assertThat(stage.system.handOver(stage.acme, beta).counts()).isEqualTo(Map.of(BusinessUnit.TYPE, 2L));
        assertThat(stage.system.select(BusinessUnit.TYPE).list())
                .allMatch(unit -> Ref.to(beta).equals(unit.getOrganization()));
        assertThat(stage.system.get(User.TYPE, stage.ivan.getId()).getOrganization())
                .isEqualTo(Ref.to(stage.acme));
    }

    @Test
    void unitsFollowTheirParentsHoweverManyThereAre() {
        Stage stage = new Stage(newStore());
        List<BusinessUnit> units = new ArrayList<>();
        for (int i = 0; i <= MORE_THAN_AT_A_TIME; i++) {
            units.add(new BusinessUnit("Unit " + i, stage.acme));
        }
        List<BusinessUnit> saved = stage.system.saveAll(units);
        for (int i = 0; i < MORE_THAN_AT_A_TIME; i++) {
            saved.get(i).setParent(Ref.to(saved.get(i + 1)));
        }
        stage.system.saveAll(saved);
        Organization beta = stage.system.save(new Organization("Beta"));
        assertThat(stage.system.handOver(stage.acme, beta).total()).isEqualTo(units.size());
        assertThat(stage.lastChangeSet().changes()).hasSize(units.size());
    }

    @Test
    void nothingIsGivenAwayThatTheActorMayNotAssign() {
        Stage stage = new Stage(
                newStore(),
                Role.named("olga")
                        .grant(User.TYPE, ORGANIZATION, VIEW)
                        .grant(Account.TYPE, ORGANIZATION, VIEW, EDIT, ASSIGN)
                        .grant(Visit.TYPE, ORGANIZATION, VIEW, EDIT)
                        .grant(Visit.TYPE, USER, ASSIGN));
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        Visit visit = stage.visit(stage.ivan, "demo");
        Session olga = stage.crm.as(stage.olga);
        int before = stage.history().size();
        assertThatThrownBy(() -> olga.handOver(stage.ivan, stage.olga))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("ASSIGN visit");
        assertThatThrownBy(() -> olga.inTransaction(tx -> {
                    try {
                        tx.handOver(stage.ivan, stage.olga);
                    } catch (AccessDeniedException caught) {
                        tx.save(new Account("Big Bear Stores"));
                    }
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(stage.history()).hasSize(before);
        assertThat(stage.system.get(Account.TYPE, acuserv.getId()).getOwner()).isEqualTo(Ref.to(stage.ivan));
        stage.system.delete(visit);
        assertThat(olga.handOver(stage.ivan, stage.olga).total()).isEqualTo(1);
    }

    @Test
    void aFailureHalfWayThatIsCaughtLeavesNothing() {
        Stage stage = new Stage(
                newStore(),
                Role.named("olga")
                        .grant(User.TYPE, ORGANIZATION, VIEW)
                        .grant(Account.TYPE, ORGANIZATION, VIEW, EDIT, ASSIGN)
                        .grant(Visit.TYPE, ORGANIZATION, VIEW, EDIT));
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        stage.visit(stage.ivan, "demo");
        Session olga = stage.crm.as(stage.olga);
        assertThatThrownBy(() -> olga.inTransaction(tx -> assertThatThrownBy(() -> tx.handOver(stage.ivan, stage.olga))
                        .isInstanceOf(AccessDeniedException.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a write failed half-way");
        assertThat(stage.system.get(Account.TYPE, acuserv.getId()).getOwner()).isEqualTo(Ref.to(stage.ivan));
    }

    @Test
    void whatTheActorDoesNotSeeIsCountedAndNothingMoves() {
        Stage stage = new Stage(
                newStore(),
                Role.named("olga")
                        .grant(User.TYPE, ORGANIZATION, VIEW)
                        .grant(Account.TYPE, ORGANIZATION, VIEW, EDIT, ASSIGN));
        Account acuserv = stage.account(stage.ivan, "Acuserv");
        stage.visit(stage.ivan, "secret talks");
        stage.visit(stage.ivan, "more of them");
        assertThatThrownBy(() -> stage.crm.as(stage.olga).handOver(stage.ivan, stage.olga))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(
                        "user ivan owns 2 visits that you may not see and that would stay; let somebody hand over who may"
                                + " see all");
        assertThat(stage.system.get(Account.TYPE, acuserv.getId()).getOwner()).isEqualTo(Ref.to(stage.ivan));
    }

    @Test
    void whoCanNotOwnIsGivenNothing() {
        Stage stage = new Stage(newStore());
        stage.account(stage.ivan, "Acuserv");
        stage.account(stage.ivan, "Big Bear Stores");
        assertThatThrownBy(() -> stage.system.handOver(stage.ivan, stage.ivan))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("user ivan: has the records already; hand them over to another");
        User mary = new User("mary", "mary@acme.example", "Mary", "Example", stage.acme);
        assertThatThrownBy(() -> stage.system.handOver(stage.ivan, mary))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("user mary: was never saved; save it before it is given records");
        assertThatThrownBy(() -> stage.system.handOver(mary, stage.ivan))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("user mary: was never saved and owns nothing; hand over what a stored one has");
        User gone = stage.user("mike", stage.acme);
        stage.system.delete(gone);
        assertThatThrownBy(() -> stage.system.handOver(stage.ivan, gone)).isInstanceOf(RecordNotFoundException.class);
    }

    @Test
    void aDisabledUserIsGivenNothingWhateverTheOneHandedInSays() {
        Stage stage = new Stage(newStore());
        stage.account(stage.ivan, "Acuserv");
        User known = stage.system.get(User.TYPE, stage.olga.getId());
        stage.olga.setEnabled(false);
        stage.system.save(stage.olga);
        assertThatThrownBy(() -> stage.system.handOver(stage.ivan, known))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("user olga: is disabled and is given no records; enable it or choose another");
    }

    @Test
    void aUserIsGivenRecordsOfTheUsersOrganizationsOnly() {
        Stage stage = new Stage(newStore());
        stage.account(stage.ivan, "Acuserv");
        stage.account(stage.ivan, "Big Bear Stores");
        Organization beta = stage.system.save(new Organization("Beta"));
        User mark = stage.user("mark", beta);
        assertThatThrownBy(() -> stage.system.handOver(stage.ivan, mark))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage(
                        "user mark: does not belong to organization Acme, and 2 accounts (Acuserv, Big Bear Stores) of"
                                + " user ivan are in it; let it join or choose another");
        mark.setOrganizations(Set.of(Ref.to(beta), Ref.to(stage.acme)));
        assertThat(stage.system.handOver(stage.ivan, stage.system.save(mark)).total())
                .isEqualTo(2);
    }

    @Test
    void manyRecordsGoInOneChangeSet() {
        Stage stage = new Stage(newStore());
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 2 * MORE_THAN_AT_A_TIME; i++) {
            Visit visit = new Visit("visit " + i);
            visit.setOwner(Ref.to(stage.ivan));
            visit.setOrganization(Ref.to(stage.acme));
            visits.add(visit);
        }
        stage.system.saveAll(visits);
        assertThat(stage.system.handOver(stage.ivan, stage.olga).total()).isEqualTo(visits.size());
        assertThat(stage.lastChangeSet().changes()).hasSize(visits.size());
        assertThat(stage.system
                        .select(Visit.TYPE)
                        .where(Visit.OWNER.is(stage.olga))
                        .count())
                .isEqualTo(visits.size());
    }
}
