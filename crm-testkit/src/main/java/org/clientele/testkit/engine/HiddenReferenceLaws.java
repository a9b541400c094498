package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.exchange.cell.Codecs.by;
import static org.clientele.exchange.cell.Codecs.setOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.form.EmptyCells;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.work.OnMatch;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** Of references to what somebody may not see: an export names it by its identity, and the import of that leaves it there. */
abstract class HiddenReferenceLaws {

    private static final List<EntityType<? extends CrmRecord>> TYPES =
            List.of(Account.TYPE, Contact.TYPE, Partner.TYPE, Lead.TYPE, Opportunity.TYPE, Visit.TYPE);

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    /** Sees and changes what is the clerk's own, and no user at all. */
    private static Role clerk() {
        Role clerk = Role.named("clerk").allow(Capability.values());
        for (EntityType<?> type : TYPES) {
            clerk = clerk.grant(type, AccessLevel.USER, Permission.values());
        }
        return clerk;
    }

    @Property(tries = 12)
    void whatSomebodyExportsImportsUnchangedWhateverIsHidden(@ForAll("dice") List<Integer> numbers) {
        MergeWorld world = new MergeWorld(
                newStore(), RolePolicy.of(clerk(), Role.administrator("administrator")), new Dice(numbers));
        Session clerk = world.crm.as(world.ivan);
        Rows before = Rows.of(world.crm);
        for (EntityType<?> type : TYPES) {
            for (EmptyCells emptyCells : EmptyCells.values()) {
                ImportReport report = roundTrip(clerk, type, emptyCells);
                assertThat(report.unchanged())
                        .as("%s: %s", type, report.failures())
                        .isEqualTo(report.read());
            }
        }
        assertThat(Rows.of(world.crm)).isEqualTo(before);
    }

    private static <R extends CrmRecord> ImportReport roundTrip(
            Session session, EntityType<R> type, EmptyCells emptyCells) {
        Sheet sheet = new Sheet();
        session.exporter(session.select(type), ExportLayout::conventional).write(sheet);
        return session.importer(type, layout -> layout.conventional().emptyCells(emptyCells))
                .run(sheet);
    }

    /** Ivan, who is a clerk, and what only the system sees. */
    private record Office(Crm crm, Session ivans, Contact hidden, Contact other, Account hiddenAccount) {

        static Office of(RecordStore store) {
            Crm crm = Crm.open(store, config -> config.access(RolePolicy.of(clerk())));
            Session system = crm.asSystem();
            Organization acme = system.save(new Organization("Acme"));
            User ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "West", acme).addRole("clerk"));
            User olga = system.save(new User("olga", "olga@acme.example", "Olga", "East", acme));
            Contact hidden = olgas(new Contact("Ada", "Lovelace"), olga, acme);
            Contact other = olgas(new Contact("Grace", "Hopper"), olga, acme);
            Account account = new Account("Oro");
            account.setOwner(Ref.to(olga));
            account.setOrganization(Ref.to(acme));
            return new Office(crm, crm.as(ivan), system.save(hidden), system.save(other), system.save(account));
        }

        private static Contact olgas(Contact contact, User olga, Organization acme) {
            contact.setOwner(Ref.to(olga));
            contact.setOrganization(Ref.to(acme));
            return contact;
        }

        Account acuserv(Contact... contacts) {
            Account acuserv = new Account("Acuserv");
            acuserv.setContacts(
                    Set.copyOf(List.of(contacts).stream().map(Ref::to).toList()));
            acuserv.setReferredBy(Ref.to(hiddenAccount));
            return ivans.get(Account.TYPE, ivans.save(acuserv).getId());
        }
    }

    @Test
    void whatStandsBesideAHiddenReferenceCanBeChanged() {
        Office office = Office.of(newStore());
        Contact ivansOwn = office.ivans.save(new Contact("Alan", "Turing"));
        Account acuserv = office.acuserv(office.hidden);
        ImportReport report = office.ivans
                .importer(Account.TYPE, layout -> layout.conventional().onMatch(OnMatch.UPDATE))
                .run(Sheet.of(List.of(
                        List.of(
                                "Account name",
                                "Contacts 1 First name",
                                "Contacts 1 Last name",
                                "Contacts 2 First name",
                                "Contacts 2 Last name"),
                        List.of(
                                "Acuserv",
                                "Alan",
                                "Turing",
                                office.hidden.getId().toString(),
                                ""))));
        assertThat(report.failures()).isEmpty();
        assertThat(office.ivans.get(Account.TYPE, acuserv.getId()).getContacts())
                .containsExactlyInAnyOrder(Ref.to(ivansOwn), Ref.to(office.hidden));
    }

    @Test
    void noImportTurnsAReferenceToWhatIsHidden() {
        Office office = Office.of(newStore());
        office.acuserv(office.hidden);
        String other = office.other.getId().toString();
        String account = office.hiddenAccount.getId().toString();
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("Account name", "Contacts 1 First name", "Contacts 1 Last name", "Referred By"),
                List.of("Acuserv", other, "", ""),
                List.of("Body Toning", "", "", account)));
        ImportReport report = office.ivans
                .importer(Account.TYPE, layout -> layout.conventional())
                .run(Sheet.of(rows));
        assertThat(report.failed()).isEqualTo(2);
        assertThat(report.failures().get(0).toString())
                .contains("Contacts 1 First name: no contact that you may see has")
                .contains(other);
        assertThat(report.failures().get(1).toString())
                .contains("Referred By: no account that you may see has name '" + account);
    }

    @Test
    void whatIsHiddenIsNoValueWhereALayoutTakesTheUnknownForNone() {
        Office office = Office.of(newStore());
        ImportReport report = office.ivans
                .importer(
                        Account.TYPE,
                        layout -> layout.column("Name", Account.NAME)
                                .column(
                                        "Referred by",
                                        Account.REFERRED_BY,
                                        by(Account.TYPE, Account.NAME).orNull()))
                .run(Sheet.of(List.of(
                        List.of("Name", "Referred by"),
                        List.of("Acuserv", office.hiddenAccount.getId().toString()))));
        assertThat(report.created()).as("%s", report.failures()).isEqualTo(1);
        assertThat(office.ivans.select(Account.TYPE).list().get(0).getReferredBy())
                .isNull();
    }

    @Test
    void columnsOfALayoutLeaveHiddenReferencesAsWell() {
        Office office = Office.of(newStore());
        Account acuserv = office.acuserv(office.hidden, office.other);
        Sheet sheet = new Sheet();
        office.ivans
                .exporter(
                        office.ivans.select(Account.TYPE),
                        columns -> columns.column("Name", Account.NAME)
                                .column("Contacts", Account.CONTACTS, setOf(by(Contact.TYPE, Contact.LAST_NAME)))
                                .column("Referred by", Account.REFERRED_BY, by(Account.TYPE, Account.NAME)))
                .write(sheet);
        assertThat(sheet.rows().get(1).get(2))
                .isEqualTo(office.hiddenAccount.getId().toString());
        ImportReport report = office.ivans
                .importer(
                        Account.TYPE,
                        layout -> layout.column("Name", Account.NAME)
                                .column("Contacts", Account.CONTACTS, setOf(by(Contact.TYPE, Contact.LAST_NAME)))
                                .column("Referred by", Account.REFERRED_BY, by(Account.TYPE, Account.NAME))
                                .matchOn(Account.NAME))
                .run(sheet);
        assertThat(report.unchanged()).as("%s", report.failures()).isEqualTo(1);
        assertThat(office.ivans.get(Account.TYPE, acuserv.getId()).getReferredBy())
                .isEqualTo(Ref.to(office.hiddenAccount));
    }
}
