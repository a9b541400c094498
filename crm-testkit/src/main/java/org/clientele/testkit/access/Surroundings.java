package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.clientele.Selection;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.organization.User;
import org.clientele.property.Property;
import org.clientele.report.Tally;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Visit;

/** Conditions on related and on referring records, which find nothing out about hidden ones. */
final class Surroundings {

    private Surroundings() {}

    static void check(Viewer viewer) {
        checkRelated(viewer, Opportunity.TYPE, Opportunity.ACCOUNT);
        checkRelated(viewer, Opportunity.TYPE, Opportunity.CUSTOMER);
        checkRelated(viewer, Visit.TYPE, Visit.ATTENDEES);
        checkRelated(viewer, Account.TYPE, Account.OWNER);
        checkReferred(viewer, Account.TYPE, Opportunity.ACCOUNT, Opportunity.TYPE);
        checkReferred(viewer, Contact.TYPE, Account.CONTACTS, Account.TYPE);
        checkReferred(viewer, User.TYPE, Account.OWNER, Account.TYPE);
        checkReferred(viewer, Account.TYPE, Visit.ABOUT, Visit.TYPE);
    }

    /** Finds what points to a record that the actor may see, and nothing else. */
    private static <R extends CrmRecord> void checkRelated(
            Viewer viewer, EntityType<R> type, Relation<? super R, ?, ?> relation) {
        List<R> expected = viewer.seen(type).stream()
                .filter(record -> relation.anyTarget(record, viewer.shown()::contains))
                .toList();
        check(viewer, type, related(relation), expected);
    }

    @SuppressWarnings("unchecked") // a relation of a type is one of every type below it
    private static <R, T> Criterion<R> related(Relation<? super R, ?, T> relation) {
        return new Criterion.Related<>((Relation<R, ?, T>) relation, Criterion.<T>always());
    }

    /** Finds what a record points to that the actor may see, and nothing else. */
    private static <R extends CrmRecord, H extends CrmRecord> void checkReferred(
            Viewer viewer, EntityType<R> type, Property<? super H, ?> by, EntityType<H> from) {
        Reference<H> reference = new Reference<>(from, by);
        List<H> holders = viewer.seen(from);
        List<R> expected = viewer.seen(type).stream()
                .filter(record -> holders.stream().anyMatch(holder -> reference.points(holder, Set.of(record.getId()))))
                .toList();
        check(viewer, type, new Criterion.Referred<>(from.recordClass(), by, Criterion.always()), expected);
    }

    private static <R extends CrmRecord> void check(
            Viewer viewer, EntityType<R> type, Criterion<R> where, List<R> expected) {
        Session session = viewer.session();
        Selection<R> found = session.select(type).where(where);
        assertThat(found.list()).isEqualTo(expected);
        assertThat(found.count()).isEqualTo(expected.size());
        assertThat(session.select(type).where(where.negate()).count())
                .isEqualTo(viewer.seen(type).size() - expected.size());
        Tally<R> tally = Tally.of("found", type, columns -> columns.count("found", where));
        assertThat(session.run(tally).total("found")).isEqualTo((long) expected.size());
    }
}
