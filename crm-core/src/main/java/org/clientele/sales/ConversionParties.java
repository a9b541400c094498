package org.clientele.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.criteria.Query;
import org.clientele.customer.Customer;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** The stored records of a conversion, as far as the actor may see them, and what is wrong with their choice. */
final class ConversionParties {

    private final Door door;
    private final ConversionRequest request;
    private final List<ConversionMember> bound = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final @Nullable Lead lead;
    private @Nullable Contact contact;
    private @Nullable Customer customer;
    private @Nullable Account account;
    private @Nullable String companyName;

    ConversionParties(Door door, ConversionRequest request) {
        this.door = door;
        this.request = request;
        lead = door.find(Lead.TYPE, request.lead()).orElse(null);
        if (lead == null) {
            faults.add(new RecordNotFoundException(Lead.TYPE, request.lead()).getMessage());
        } else {
            addFaults(lead);
            contact = bind(Contact.TYPE, chosen(request.contact(), lead.getContact()));
            findAccount(lead);
            if (request.contact() == null && lead.getContact() == null && !ContactOfLead.isKnown(lead)) {
                faults.add(door.schema().nameOf(lead) + " " + ContactOfLead.NOBODY);
            }
        }
    }

    private void addFaults(Lead found) {
        if (!found.isUndecided()) {
            LeadStatus status = found.getStatus();
            faults.add(
                    door.schema().nameOf(found) + " is " + (status == null ? "of no status that you see" : status.id())
                            + ", and only a new lead is converted; reactivate it first");
        }
    }

    /** By the customer, the account as such or the company name: as chosen, else as the lead says. */
    private void findAccount(Lead found) {
        boolean isChosen = request.customer() != null || request.account() != null || request.companyName() != null;
        customer = bind(Customer.TYPE, isChosen ? request.customer() : id(found.getCustomer()));
        if (customer != null) {
            account = bind(Account.TYPE, id(customer.getAccount()));
            return;
        }
        account = bind(Account.TYPE, isChosen ? request.account() : id(found.getAccount()));
        String name = isChosen ? request.companyName() : found.getCompanyName();
        if (account == null && name != null && !name.isBlank()) {
            companyName = name.strip();
            account = firstNamed(companyName, found).orElse(null);
            if (account != null) {
                bound.add(member(account));
            }
        } else if (account == null && faults.isEmpty()) {
            faults.add(door.schema().nameOf(found)
                    + " has neither a company name nor a customer nor an account; choose one of them");
        }
    }

    /** The oldest account of this name, ignoring case, in the organization of the records to be. */
    private Optional<Account> firstNamed(String name, Lead found) {
        Ref<Organization> organization = new NewRecords(door, found).organization();
        Query<Account> named = Query.of(Account.NAME.is(name));
        if (organization != null) {
            named = named.and(Account.ORGANIZATION.is(organization));
        }
        return door.select(Account.TYPE, named.stretch(0, 1)).findFirst();
    }

    /** The lead, if the actor may see it. */
    Optional<Lead> lead() {
        return Optional.ofNullable(lead);
    }

    /** The contact that is there already. */
    Optional<Contact> contact() {
        return Optional.ofNullable(contact);
    }

    Optional<Customer> customer() {
        return Optional.ofNullable(customer);
    }

    /** The account that is there already. */
    Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    /** What an account is called that is to be created. */
    String companyName() {
        return Objects.requireNonNull(companyName);
    }

    ConversionMember leadMember() {
        return lead == null ? missing(Lead.TYPE, request.lead()) : member(lead);
    }

    List<ConversionMember> bound() {
        return bound;
    }

    /** Why no conversion can be made of these records, whatever they hold. */
    List<String> faults() {
        return faults;
    }

    private static @Nullable UUID chosen(@Nullable UUID choice, @Nullable Ref<?> usual) {
        return choice != null ? choice : id(usual);
    }

    private static @Nullable UUID id(@Nullable Ref<?> ref) {
        return ref == null ? null : ref.id();
    }

    private <R extends CrmRecord> @Nullable R bind(EntityType<R> type, @Nullable UUID id) {
        if (id == null) {
            return null;
        }
        R found = door.find(type, id).orElse(null);
        if (found == null) {
            faults.add(new RecordNotFoundException(type, id).getMessage());
            bound.add(missing(type, id));
        } else {
            bound.add(member(found));
        }
        return found;
    }

    private static ConversionMember missing(EntityType<?> type, UUID id) {
        return new ConversionMember(new AnyRef(type.name(), id), id.toString(), null);
    }

    private <R extends CrmRecord> ConversionMember member(R record) {
        EntityType<R> type = door.schema().typeOf(record);
        return new ConversionMember(new AnyRef(type.name(), record.getId()), type.nameOf(record), record.getVersion());
    }
}
