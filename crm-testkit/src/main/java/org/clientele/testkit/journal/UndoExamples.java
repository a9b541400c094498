package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.journal.Journal;
import org.clientele.merge.MergePlan;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.RecordStore;
import org.clientele.store.StaleRecordException;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.undo.Blocked;
import org.clientele.undo.Kept;
import org.clientele.undo.Restored;
import org.clientele.undo.Undo;
import org.clientele.undo.UndoBlockedException;
import org.clientele.undo.UnknownChangeSetException;
import org.clientele.value.Ref;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader learns about undo; part of {@link UndoLaws}. */
abstract class UndoExamples {

    private Session sales;
    private Session system;
    private Crm crm;
    private User olga;
    private User ivan;

    protected abstract RecordStore newStore();

    @BeforeEach
    final void open() {
        Role clerk = Role.named("clerk").grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW);
        crm = Crm.open(
                newStore(),
                config -> config.entity(Partner.TYPE, Visit.TYPE)
                        .access(RolePolicy.of(Role.administrator("administrator"), clerk)));
        system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator"));
        ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "West", acme).addRole("clerk"));
        sales = crm.as(olga);
    }

    private UUID lastOf(CrmRecord record) {
        return system.history(record).get(0).id();
    }

    private Account account(String name) {
        return sales.save(new Account(name));
    }

    @Test
    void aSaveIsTakenBackAndWhatSomebodyChangedSinceIsKeptAndNamed() {
        Account acuserv = account("Acuserv");
        acuserv.setName("Acuserv Ltd");
        acuserv.setDescription("sells bears");
        Account renamed = sales.save(acuserv);
        UUID rename = lastOf(renamed);
        renamed.setDescription("sells engines");
        sales.save(renamed);
        UUID edit = lastOf(renamed);

        Undo undo = sales.undo(rename);

        assertThat(undo.restored()).singleElement().satisfies(restored -> {
            assertThat(restored.effect()).isEqualTo(Restored.Effect.CHANGES);
            assertThat(restored.properties()).containsExactly("name");
        });
        assertThat(undo.kept())
                .containsExactly(new Kept(
                        "account",
                        acuserv.getId(),
                        "Acuserv Ltd",
                        "description",
                        "sells engines",
                        edit,
                        sales.actor().name(),
                        "was changed since"));
        Account now = sales.get(Account.TYPE, acuserv.getId());
        assertThat(now.getName()).isEqualTo("Acuserv");
        assertThat(now.getDescription()).isEqualTo("sells engines");
        assertThat(sales.history(now).get(0).reason()).isEqualTo("undo of save");
        assertThat(sales.history(now).get(0).undoes()).isEqualTo(rename);
        assertThat(sales.undo(rename).restored()).isEmpty();
    }

    @Test
    void whatIsTakenBackAlreadyStaysSoUntilThatIsTakenBackItself() {
        Account acuserv = account("Acuserv");
        acuserv.setName("Acuserv Ltd");
        Account renamed = sales.save(acuserv);
        UUID first = lastOf(renamed);
        renamed.setName("Acuserv");
        renamed.setDescription("sells bears");
        UUID second = lastOf(sales.save(renamed));
        assertThat(sales.undo(second).restored()).hasSize(1);
        Undo undo = sales.undo(first);
        assertThat(undo.restored()).hasSize(1);

        assertThat(sales.undo(second).isNothing())
                .as("though the name is what it made of it")
                .isTrue();
        assertThat(sales.undo(first).isNothing()).isTrue();
        sales.undo(undo.receipt().orElseThrow()).orThrow();
        assertThat(sales.get(Account.TYPE, acuserv.getId()).getName()).isEqualTo("Acuserv Ltd");
        assertThat(sales.undo(second).isNothing()).isTrue();
        assertThat(sales.undo(first).restored()).hasSize(1);
        assertThat(sales.get(Account.TYPE, acuserv.getId()).getName()).isEqualTo("Acuserv");
    }

    @Test
    void whatWasKeptIsStillTakenBackOnceItIsAsItWas() {
        Account acuserv = account("Acuserv");
        acuserv.setName("Acuserv Ltd");
        acuserv.setDescription("sells bears");
        Account renamed = sales.save(acuserv);
        UUID rename = lastOf(renamed);
        renamed.setDescription("sells engines");
        Account edited = sales.save(renamed);
        assertThat(sales.undo(rename).kept()).hasSize(1);
        edited = sales.get(Account.TYPE, edited.getId());
        edited.setDescription("sells bears");
        sales.save(edited);

        assertThat(sales.undo(rename).restored())
                .singleElement()
                .satisfies(restored -> assertThat(restored.properties()).containsExactly("description"));
        assertThat(sales.get(Account.TYPE, acuserv.getId()).getDescription()).isNull();
    }

    @Test
    void whatWasDeletedComesBackAsTheSameRecordInANewerVersion() {
        Account acuserv = account("Acuserv");
        acuserv.setName("Acuserv Ltd");
        Account last = sales.save(acuserv);
        UUID deletion = sales.deleteCascading(last);
        assertThat(system.inTransaction("look", door -> new Journal(door).of(last.getId()))
                        .get(2)
                        .id())
                .isEqualTo(deletion);
        sales.undo(deletion).orThrow();
        Account back = sales.get(Account.TYPE, last.getId());
        assertThat(back.getName()).isEqualTo("Acuserv Ltd");
        assertThat(back.getCreatedAt()).isEqualTo(last.getCreatedAt());
        assertThat(back.getVersion()).isGreaterThan(last.getVersion());
        last.setName("lost otherwise");
        assertThatThrownBy(() -> sales.save(last)).isInstanceOf(StaleRecordException.class);
    }

    @Test
    void whatWasCreatedGoesUnlessOthersNeedItByNow() {
        Account acuserv = account("Acuserv");
        Account bigBear = account("Big Bear Stores");
        UUID creation = lastOf(acuserv);
        bigBear.setReferredBy(Ref.to(acuserv));
        Account referred = sales.save(bigBear);

        Undo undo = sales.undo(creation);
        assertThat(undo.receipt()).isEmpty();
        assertThat(undo.blocked())
                .containsExactly(new Blocked(
                        "account",
                        acuserv.getId(),
                        "Acuserv",
                        "is needed by account Big Bear Stores, which points to it by referredBy; delete or re-point that"
                                + " first"));
        assertThatThrownBy(undo::orThrow).isInstanceOf(UndoBlockedException.class);

        referred.setReferredBy(null);
        sales.save(referred);
        sales.undo(creation).orThrow();
        assertThat(sales.find(Account.TYPE, acuserv.getId())).isEmpty();
    }

    @Test
    void aStatusGoesBackAlthoughNoMoveLeadsThere() {
        Account acuserv = account("Acuserv");
        Opportunity engine = sales.save(new Opportunity("Engine", acuserv));
        engine.setStatus(OpportunityStatus.LOST);
        engine.setCloseReason(org.clientele.sales.CloseReason.CANCELLED);
        Opportunity lost = sales.save(engine);
        assertThat(lost.getClosedAt()).isNotNull();
        sales.undo(lastOf(lost)).orThrow();
        Opportunity open = sales.get(Opportunity.TYPE, engine.getId());
        assertThat(open.getStatus()).isEqualTo(OpportunityStatus.IN_PROGRESS);
        assertThat(open.getClosedAt()).isNull();
    }

    @Test
    void aChainOfMergesIsTakenBackFromItsMiddle() {
        Account acuserv = account("Acuserv");
        Account bigBear = account("Big Bear Stores");
        Account body = account("Body Toning");
        Opportunity engine = sales.save(new Opportunity("Engine", bigBear));
        UUID first = merge(acuserv, bigBear);
        merge(sales.get(Account.TYPE, acuserv.getId()), body);
        sales.undo(first).orThrow();
        assertThat(sales.select(Account.TYPE).list())
                .extracting(Account::getName)
                .containsExactlyInAnyOrder("Acuserv", "Big Bear Stores");
        assertThat(sales.get(Opportunity.TYPE, engine.getId()).getAccount()).isEqualTo(Ref.to(bigBear));
    }

    private UUID merge(Account master, Account absorbed) {
        MergePlan<Account> plan =
                sales.planMerge(Account.TYPE, choices -> choices.master(master).absorb(absorbed));
        return sales.apply(plan).orThrow().receipt();
    }

    @Test
    void aMergeIsTakenBackAndWhatWasRePointedSinceStays() {
        Account acuserv = account("Acuserv");
        Account bigBear = account("Big Bear Stores");
        Account body = account("Body Toning");
        Opportunity engine = sales.save(new Opportunity("Engine", bigBear));
        Opportunity bear = sales.save(new Opportunity("Bear", bigBear));
        UUID merge = merge(acuserv, bigBear);
        Opportunity moved = sales.get(Opportunity.TYPE, bear.getId());
        moved.setAccount(Ref.to(body));
        sales.save(moved);

        Undo undo = sales.undo(merge);

        assertThat(sales.get(Opportunity.TYPE, engine.getId()).getAccount()).isEqualTo(Ref.to(bigBear));
        assertThat(sales.get(Opportunity.TYPE, bear.getId()).getAccount()).isEqualTo(Ref.to(body));
        assertThat(undo.kept()).extracting(Kept::property).containsExactly("account");
        sales.undo(undo.receipt().orElseThrow()).orThrow();
        assertThat(sales.get(Opportunity.TYPE, engine.getId()).getAccount()).isEqualTo(Ref.to(acuserv));
        assertThat(sales.find(Account.TYPE, bigBear.getId())).isEmpty();
    }

    @Test
    void nothingComesBackWhenAUniqueValueIsTakenSince() {
        User mary = system.save(new User("mary", "mary@acme.example", "Mary", "Sue", organization()));
        system.delete(mary);
        UUID deletion = lastDeletion(mary);
        system.save(new User("mary", "mary2@acme.example", "Mary", "Ann", organization()));
        Undo undo = system.undo(deletion);
        assertThat(undo.receipt()).isEmpty();
        assertThat(undo.restored()).isEmpty();
        assertThat(undo.blocked())
                .singleElement()
                .satisfies(blocked -> assertThat(blocked.reason()).contains("belongs to another"));
        assertThat(system.find(User.TYPE, mary.getId())).isEmpty();
    }

    private Organization organization() {
        return system.select(Organization.TYPE).first().orElseThrow();
    }

    private UUID lastDeletion(CrmRecord record) {
        return system.inTransaction("look", door -> {
            var sets = new Journal(door).of(record.getId());
            return sets.get(sets.size() - 1).id();
        });
    }

    @Test
    void whoMayNotDoItByHandMayNotTakeItBack() {
        Account acuserv = account("Acuserv");
        acuserv.setName("Acuserv Ltd");
        UUID rename = lastOf(sales.save(acuserv));
        Undo undo = crm.as(ivan).undo(rename);
        assertThat(undo.receipt()).isEmpty();
        assertThat(undo.blocked())
                .singleElement()
                .satisfies(blocked -> assertThat(blocked.reason()).contains("EDIT"));
        assertThat(sales.get(Account.TYPE, acuserv.getId()).getName()).isEqualTo("Acuserv Ltd");
        Contact ada = sales.save(new Contact("Ada", "Lovelace"));
        assertThatThrownBy(() -> crm.as(ivan).undo(lastOf(ada))).isInstanceOf(UnknownChangeSetException.class);
        assertThatThrownBy(() -> sales.undo(UUID.randomUUID())).isInstanceOf(UnknownChangeSetException.class);
    }

    @Test
    void elementsOfACollectionAreTakenBackOneByOne() {
        Contact ada = new Contact("Ada", "Lovelace");
        ada.addTag("VIP").addTag("retail");
        Contact saved = sales.save(ada);
        saved.setTags(new java.util.TreeSet<>(List.of("VIP", "sport")));
        Contact changed = sales.save(saved);
        UUID change = lastOf(changed);
        changed.addTag("press");
        sales.save(changed);
        sales.undo(change).orThrow();
        assertThat(sales.get(Contact.TYPE, ada.getId()).getTags()).containsExactly("VIP", "press", "retail");
    }

    @Test
    void aPlanSaysWhatWouldBeDoneAndDoesNothing() {
        Account acuserv = account("Acuserv");
        UUID creation = lastOf(acuserv);
        Undo plan = sales.planUndo(creation);
        assertThat(plan.receipt()).isEmpty();
        assertThat(plan).hasToString("""
                undo of save
                  restored:
                    account Acuserv goes
                  kept: none
                  blocked: none
                """);
        assertThat(sales.find(Account.TYPE, acuserv.getId())).isPresent();
        assertThat(sales.undo(creation).restored()).isEqualTo(plan.restored());
    }
}
