package org.clientele.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessPolicy;
import org.clientele.account.Account;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.contact.Contact;
import org.clientele.customer.CustomerIdentity;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Purchase;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;

/** A small CRM full of references, made by dice: the same numbers make the same world on another store. */
final class MergeWorld {

    /** The types whose records these worlds merge. */
    static final List<EntityType<?>> MERGED = List.of(
            Account.TYPE,
            Contact.TYPE,
            Partner.TYPE,
            BusinessCustomer.TYPE,
            CustomerIdentity.TYPE,
            CommerceCustomer.TYPE,
            Lead.TYPE,
            Purchase.TYPE,
            Visit.TYPE);

    final Crm crm;
    final Session session;
    final User olga;
    final User ivan;
    final List<Contact> contacts;
    final List<Account> accounts;

    private final MergeGround ground;
    private final Dice dice;
    private final int kind;

    MergeWorld(RecordStore store, AccessPolicy policy, Dice dice) {
        this.dice = dice;
        kind = dice.below(12);
        ground = new MergeGround(store, policy, dice);
        crm = ground.crm;
        session = ground.session;
        olga = ground.olga;
        ivan = ground.ivan;
        contacts = ground.contacts;
        accounts = ground.accounts;
        new MergePeople(ground);
        new MergeDeals(ground);
        new MergeShops(ground);
        new MergeActivities(ground);
    }

    /** Adds records of every kind, each of which points to this account or follows one that does. */
    void relate(int count, Account account) {
        List<CrmRecord> related = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Partner partner = new Partner("Partner " + i, account, ground.field);
            related.add(partner);
            related.add(new Opportunity("Engine " + i, partner));
            related.add(new Opportunity("Bear " + i, account));
            Visit visit = new Visit("Visit " + i);
            visit.setAbout(new AnyRef(Account.TYPE.name(), account.getId()));
            related.add(visit);
            Account referred = new Account("Referred " + i);
            referred.setReferredBy(Ref.to(account));
            related.add(referred);
        }
        session.saveAll(related);
    }

    /** A merge of some records of a type that the dice choose. */
    MergeCase<?> anyCase() {
        return switch (kind) {
            case 0, 1 -> of(Contact.TYPE, contacts);
            case 2 -> of(Partner.TYPE, ground.partners);
            case 3 -> of(Visit.TYPE, ground.visits);
            case 4, 5 -> of(CommerceCustomer.TYPE, ground.companies);
            case 6 -> of(BusinessCustomer.TYPE, ground.businesses);
            case 7 -> of(CustomerIdentity.TYPE, ground.identities);
            case 8 -> of(Lead.TYPE, ground.leads);
            case 9 -> of(Purchase.TYPE, ground.purchases);
            default -> of(Account.TYPE, accounts);
        };
    }

    <R extends UserOwned> MergeCase<R> of(EntityType<R> type, List<R> records) {
        List<R> members = new ArrayList<>(records);
        members.remove(dice.below(members.size() - 1) + 1);
        R master = members.remove(dice.below(members.size()));
        members.add(0, master);
        return new MergeCase<>(this, type, members, dice);
    }
}
