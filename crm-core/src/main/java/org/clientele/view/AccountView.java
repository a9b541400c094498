package org.clientele.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.activity.Timeline;
import org.clientele.criteria.Query;
import org.clientele.customer.LifetimeValue;
import org.clientele.model.CrmRecord;
import org.clientele.organization.User;
import org.clientele.property.Property;
import org.clientele.report.Labels;
import org.clientele.report.Report;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.Records;
import org.clientele.value.Choice;
import org.clientele.value.Ref;
import org.clientele.view.WholeAccount.AdditionalField;
import org.clientele.view.WholeAccount.General;
import org.clientele.view.WholeAccount.Header;
import org.clientele.view.WholeAccount.OwnerRow;
import org.clientele.website.VisitTotals;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an account on one page (OroCRM documentation, Accounts: view page): of each list its first rows, and how
 * many there are. It takes 20 statements at most, however large the account is and however many others there are; more where
 * single properties are hidden from the viewer, or where more sections are asked for. Immutable and thread-safe.
 *
 * <pre>{@code
 * WholeAccount acuserv = sales.run(AccountView.of(account));
 * acuserv.header().lifetime();
 * }</pre>
 */
public final class AccountView implements Report<WholeAccount> {

    private static final int USUAL_ROWS = 10;
    private static final int USUAL_SECTIONS = 3;

    private final UUID account;
    private final int rows;
    private final int sections;
    private final int sectionsOnPage;

    private AccountView(UUID account, int rows, int sections, int sectionsOnPage) {
        this.account = account;
        this.rows = rows;
        this.sections = sections;
        this.sectionsOnPage = sectionsOnPage;
    }

    /** A stored account with up to ten rows in each list and the first three channels by name. */
    public static AccountView of(Account account) {
        return new AccountView(account.getId(), USUAL_ROWS, 1, USUAL_SECTIONS);
    }

    /** This view with up to so many rows in each list, from 1. */
    public AccountView rows(int atMost) {
        return new AccountView(account, atMost, sections, sectionsOnPage);
    }

    /** This view with another page of channels, one statement each; number and size count from 1. */
    public AccountView sections(int number, int size) {
        return new AccountView(account, rows, number, size);
    }

    /**
     * {@inheritDoc}
     *
     * @throws RecordNotFoundException when the account is not there or the viewer may not see it
     */
    @Override
    public WholeAccount run(Records records) {
        Account found = records.find(Account.TYPE, account)
                .orElseThrow(() -> new RecordNotFoundException(Account.TYPE, account));
        LifetimeValue.Result value = LifetimeValue.over(found, records);
        Opportunities opportunities = Opportunities.of(found, rows, records);
        return new WholeAccount(
                Ref.to(found),
                new Header(found.getCreatedAt(), found.getUpdatedAt(), value.total()),
                general(found, records),
                Timeline.of(found).page(1, rows).run(records),
                opportunities.page(),
                opportunities.won(),
                opportunities.lost(),
                additional(found, records),
                VisitTotals.of(found, records),
                new Sections(found, rows, records).page(value, sections, sectionsOnPage));
    }

    private General general(Account found, Records records) {
        return new General(
                found.getName(),
                found.getTags(),
                found.getDescription(),
                owner(found, records).orElse(null),
                Contacts.of(found, rows, records));
    }

    private static Optional<OwnerRow> owner(Account found, Records records) {
        Ref<User> owner = found.getOwner();
        return owner == null
                ? Optional.empty()
                : records.values(
                                User.TYPE,
                                Query.of(CrmRecord.isAnyOf(Set.of(owner))),
                                List.of(User.FIRST_NAME, User.LAST_NAME, User.USERNAME))
                        .map(row -> new OwnerRow(owner, Names.of(row.subList(0, 2), row.subList(2, 3))))
                        .findFirst();
    }

    private static List<AdditionalField> additional(Account found, Records records) {
        return records.schema().customProperties(Account.TYPE).stream()
                .map(property -> field(property, found, records))
                .toList();
    }

    private static <V> AdditionalField field(Property<? super Account, V> property, Account found, Records records) {
        @Nullable V value = property.get(found);
        String text = value == null
                ? ""
                : value instanceof Choice ? new Labels(records, false).of(property, value) : property.toText(value);
        return new AdditionalField(property.name(), property.label(), value, text);
    }
}
