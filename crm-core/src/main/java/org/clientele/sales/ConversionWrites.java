package org.clientele.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.organization.UserOwned;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What the conversion of a lead writes (OroCRM reference, lead flow: qualify). */
final class ConversionWrites {

    private final Schema schema;
    private final List<Write<?>> all = new ArrayList<>();
    private final Lead lead;
    private final Contact contact;
    private final Account account;
    private final Opportunity opportunity;
    private final @Nullable Ref<Customer> customer;

    ConversionWrites(Door door, Lead lead, ConversionParties parties, ConversionRequest request) {
        schema = door.schema();
        this.lead = lead;
        NewRecords newRecords = new NewRecords(door, lead);
        contact = parties.contact()
                .orElseGet(() -> insert(Contact.TYPE, ContactOfLead.fill(newRecords.make(Contact.TYPE), lead)));
        account = parties.account().orElseGet(() -> newAccount(newRecords, parties.companyName()));
        if (parties.account().isPresent() && !account.getContacts().contains(Ref.to(contact))) {
            update(account, changed -> changed.addContact(contact));
        }
        customer = parties.customer().map(Ref::to).orElse(null);
        opportunity = newRecords.make(Opportunity.TYPE);
        opportunity.setName(request.opportunityName() == null ? lead.getName() : request.opportunityName());
        opportunity.setNotes(request.notes() == null ? lead.getNotes() : request.notes());
        opportunity.setBudget(request.budget());
        opportunity.setLead(Ref.to(lead));
        opportunity.setContact(Ref.to(contact));
        opportunity.setCustomer(customer);
        opportunity.setAccount(Ref.to(account));
        insert(Opportunity.TYPE, opportunity);
        update(lead, this::qualify);
    }

    private Account newAccount(NewRecords newRecords, String name) {
        Account made = newRecords.make(Account.TYPE);
        made.setName(name);
        return insert(Account.TYPE, made.addContact(contact));
    }

    private void qualify(Lead qualified) {
        qualified.setStatus(LeadStatus.QUALIFIED);
        qualified.setContact(Ref.to(contact));
        qualified.setCustomer(customer);
        qualified.setAccount(Ref.to(account));
    }

    private <R extends UserOwned> R insert(EntityType<R> type, R record) {
        all.add(new Write.Insert<>(type, record));
        return record;
    }

    private <R extends CrmRecord> void update(R record, Consumer<R> change) {
        EntityType<R> type = schema.typeOf(record);
        R changed = type.copy(record);
        change.accept(changed);
        all.add(new Write.Update<>(type, record, changed));
    }

    /** In the order in which they are to be written: what is pointed to goes first. */
    List<Write<?>> all() {
        return all;
    }

    /** The same without the lead, which is qualified here and written by others. */
    List<Write<?>> besides(Lead toQualify) {
        qualify(toQualify);
        return all.subList(0, all.size() - 1);
    }

    /** The lead as it was. */
    Lead lead() {
        return lead;
    }

    /** The contact as it was, or as it is to be created; likewise the account. */
    Contact contact() {
        return contact;
    }

    Account account() {
        return account;
    }

    Opportunity opportunity() {
        return opportunity;
    }
}
