package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactGroup;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.form.EmptyCells;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.work.OnMatch;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Purchase;
import org.clientele.testkit.host.Visit;

/**
 * The laws of columns by convention, over small generated worlds full of references and of records that share a name, for
 * every type that there is. Extend it and give a store; each try opens a CRM of its own on an empty one.
 */
public abstract class ColumnLaws {

    private static final int TRIES = 8;

    /**
     * What can be made of a template's example alone: nothing that has to name another record. A web customer's name follows from
     * others, so that it is not found by the one in the file.
     */
    private static final List<EntityType<?>> BY_TEMPLATE = List.of(
            Account.TYPE,
            Contact.TYPE,
            BusinessCustomer.TYPE,
            Lead.TYPE,
            Opportunity.TYPE,
            WebCustomer.TYPE,
            CommerceCustomer.TYPE,
            Partner.TYPE,
            Visit.TYPE,
            ContactGroup.TYPE,
            BusinessUnit.TYPE,
            Organization.TYPE,
            Channel.TYPE);

    private static final List<EntityType<?>> SHUFFLED =
            List.of(Contact.TYPE, Lead.TYPE, Partner.TYPE, Visit.TYPE, Purchase.TYPE);

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    /** What a world is made by. */
    @Provide
    Arbitrary<List<Integer>> dice() {
        return Arbitraries.integers().between(0, 59).list().ofSize(300);
    }

    private MergeWorld world(List<Integer> dice) {
        return new MergeWorld(newStore(), RolePolicy.of(Role.administrator("administrator")), new Dice(dice));
    }

    private static <R extends CrmRecord> Sheet exported(Session session, EntityType<R> type) {
        Sheet sheet = new Sheet();
        session.exporter(session.select(type), ExportLayout::conventional).write(sheet);
        return sheet;
    }

    private static <R extends CrmRecord> ImportReport imported(
            Session session, EntityType<R> type, EmptyCells emptyCells, Sheet sheet) {
        return session.importer(
                        type,
                        layout -> layout.conventional().emptyCells(emptyCells).commitEvery(3))
                .run(sheet);
    }

    @Property(tries = TRIES)
    void aWorldThatIsExportedImportsUnchanged(@ForAll("dice") List<Integer> numbers) {
        MergeWorld world = world(numbers);
        Rows before = Rows.of(world.crm);
        for (EntityType<?> type : world.crm.schema().types()) {
            if (!type.isAbstract() && !type.isMadeByCrm()) {
                Sheet sheet = exported(world.session, type);
                for (EmptyCells emptyCells : EmptyCells.values()) {
                    ImportReport report = imported(world.session, type, emptyCells, sheet);
                    assertThat(report.unchanged())
                            .as("%s of %s %s: %s", report, type, sheet.rows(), report.failures())
                            .isEqualTo(report.read());
                    assertThat(report.receipt()).isEmpty();
                }
            }
        }
        assertThat(Rows.of(world.crm)).isEqualTo(before);
    }

    @Property(tries = TRIES)
    void whereColumnsStandDoesNotMatter(@ForAll("dice") List<Integer> numbers, @ForAll Random random) {
        EntityType<?> type = SHUFFLED.get(random.nextInt(SHUFFLED.size()));
        Copied usual = copied(world(numbers).session, type, sheet -> sheet);
        Copied shuffled = copied(world(numbers).session, type, sheet -> shuffled(sheet, random));
        assertThat(shuffled.report.failed()).isEqualTo(usual.report.failed());
        assertThat(shuffled.contents).isEqualTo(usual.contents);
    }

    /** What came of importing an export as new records, and what there is then. */
    private record Copied(ImportReport report, List<List<String>> contents) {}

    private static <R extends CrmRecord> Copied copied(
            Session session, EntityType<R> type, UnaryOperator<Sheet> change) {
        ImportReport report = session.importer(
                        type, layout -> layout.conventional().ignore("Id").onMatch(OnMatch.CREATE))
                .run(change.apply(exported(session, type)));
        return new Copied(report, contents(session, type));
    }

    private static Sheet shuffled(Sheet sheet, Random random) {
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, sheet.rows().get(0).size()).boxed().toList());
        Collections.shuffle(order, random);
        return Sheet.of(sheet.rows().stream()
                .map(row -> order.stream().map(row::get).toList())
                .toList());
    }

    /** The rows of an export, in no order, without the identities that differ between worlds. */
    private static List<List<String>> contents(Session session, EntityType<?> type) {
        return exported(session, type).rows().stream()
                .map(row -> row.subList(1, row.size()).stream()
                        .map(cell -> cell.replaceAll("[0-9a-f-]{36}", "an identity"))
                        .toList())
                .sorted((one, two) -> one.toString().compareTo(two.toString()))
                .toList();
    }

    @Property(tries = TRIES)
    void aTemplateImportsAsItIs(@ForAll("dice") List<Integer> numbers) {
        MergeWorld world = world(numbers);
        for (EntityType<?> type : BY_TEMPLATE) {
            importsAsItIs(world, type);
        }
    }

    private static <R extends CrmRecord> void importsAsItIs(MergeWorld world, EntityType<R> type) {
        Sheet template = new Sheet();
        world.session.template(type).write(template);
        ImportReport rehearsal =
                world.session.importer(type, ImportLayout::conventional).rehearse(template);
        assertThat(rehearsal.created())
                .as("%s %s: %s", type, template.rows(), rehearsal.failures())
                .isEqualTo(1);
        assertThat(imported(world.session, type, EmptyCells.CLEAR, template).created())
                .isEqualTo(1);
        ImportReport again = imported(world.session, type, EmptyCells.KEEP, template);
        if (type != WebCustomer.TYPE) {
            assertThat(again.unchanged()).as("%s %s", type, again.failures()).isEqualTo(1);
        }
    }

    @Property(tries = TRIES)
    @Tag("alike-items")
    void itemsThatWereTakenAwayComeBackAsTheyWere(@ForAll("dice") List<Integer> numbers) {
        MergeWorld world = world(numbers);
        Session session = world.session;
        Sheet orders = exported(session, WebOrder.TYPE);
        Sheet contacts = exported(session, Contact.TYPE);
        List<WebOrder> ordersBefore = session.select(WebOrder.TYPE).list();
        List<Contact> contactsBefore = session.select(Contact.TYPE).list();
        session.select(WebOrder.TYPE).list().forEach(order -> {
            order.setItems(List.of());
            session.save(order);
        });
        session.select(Contact.TYPE).list().forEach(contact -> {
            contact.setPhones(List.of());
            contact.setAddresses(List.of());
            contact.setGroups(Set.of());
            session.save(contact);
        });
        assertThat(imported(session, WebOrder.TYPE, EmptyCells.CLEAR, orders).failures())
                .isEmpty();
        assertThat(imported(session, Contact.TYPE, EmptyCells.KEEP, contacts).failures())
                .isEmpty();
        assertThat(session.select(WebOrder.TYPE).list())
                .extracting(WebOrder::getItems)
                .isEqualTo(ordersBefore.stream().map(WebOrder::getItems).toList());
        for (Contact contact : session.select(Contact.TYPE).list()) {
            Contact former = contactsBefore.get(contactsBefore.indexOf(contact));
            assertThat(contact.getPhones()).containsExactlyInAnyOrderElementsOf(former.getPhones());
            assertThat(contact.getAddresses()).containsExactlyInAnyOrderElementsOf(former.getAddresses());
            assertThat(contact.getGroups()).isEqualTo(former.getGroups());
        }
    }

    @Property(tries = 5)
    void howOftenTheStoreIsAskedDoesNotGrowWithRowsThatAreMatched(@ForAll("dice") List<Integer> numbers) {
        assertThat(callsFor(numbers, 200)).isEqualTo(callsFor(numbers, 20));
    }

    private int callsFor(List<Integer> numbers, int rows) {
        CountingStore store = new CountingStore(newStore());
        MergeWorld world = new MergeWorld(store, RolePolicy.of(Role.administrator("administrator")), new Dice(numbers));
        assertThat(byEmailOrNames(world, sheet(rows, "Analyst")).created()).isEqualTo(rows);
        store.calls();
        ImportReport report = byEmailOrNames(world, sheet(rows, "Mathematician"));
        assertThat(report.updated()).as("%s", report.failures()).isEqualTo(rows);
        return store.calls();
    }

    /** Every other contact has an e-mail. */
    private static Sheet sheet(int rows, String job) {
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(List.of("Emails 1 Email", "First name", "Last name", "Job Title"));
        for (int i = 0; i < rows; i++) {
            sheet.add(List.of(i % 2 == 0 ? i + "@oro.example" : "", "Ada " + i, "Example", job));
        }
        return Sheet.of(sheet);
    }

    private static ImportReport byEmailOrNames(MergeWorld world, Sheet sheet) {
        return world.session
                .importer(
                        Contact.TYPE,
                        layout -> layout.conventional()
                                .column("Emails 1 Email", Contact.EMAIL)
                                .matchOn(Contact.EMAIL)
                                .orOn(Contact.FIRST_NAME, Contact.LAST_NAME))
                .run(sheet);
    }
}
