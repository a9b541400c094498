package org.clientele.view;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Page;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.clientele.view.WholeAccount.ContactRow;
import org.jspecify.annotations.Nullable;

/** The first contacts of an account. */
final class Contacts {

    private static final int NAME_PARTS = 5;

    private Contacts() {}

    static Page<ContactRow> of(Account account, int rows, Records records) {
        Ref<Contact> first = account.getDefaultContact();
        Criterion<Contact> where =
                new Criterion.Referred<>(Account.class, Account.CONTACTS, CrmRecord.isAnyOf(Set.of(Ref.to(account))));
        List<ContactRow> found = Ordered.by(
                        List.of(Contact.LAST_NAME.asc(), Contact.FIRST_NAME.asc()),
                        order -> records.values(
                                Contact.TYPE,
                                Query.<Contact>of(where).orderedBy(order).stretch(0, rows),
                                List.of(
                                        Contact.NAME_PREFIX,
                                        Contact.FIRST_NAME,
                                        Contact.MIDDLE_NAME,
                                        Contact.LAST_NAME,
                                        Contact.NAME_SUFFIX,
                                        Contact.EMAIL,
                                        Contact.JOB_TITLE,
                                        CrmRecord.ID)))
                .map(row -> row(row, first))
                .toList();
        long total = found.size() < rows ? found.size() : records.count(Contact.TYPE, where);
        return new Page<>(found, 1, rows, total);
    }

    private static ContactRow row(List<@Nullable Object> row, @Nullable Ref<Contact> first) {
        UUID id = (UUID) Objects.requireNonNull(row.get(NAME_PARTS + 2));
        Ref<Contact> ref = new Ref<>(id);
        return new ContactRow(
                ref,
                Names.of(row.subList(0, NAME_PARTS), row.subList(NAME_PARTS, NAME_PARTS + 1)),
                (String) row.get(NAME_PARTS),
                (String) row.get(NAME_PARTS + 1),
                ref.equals(first));
    }
}
