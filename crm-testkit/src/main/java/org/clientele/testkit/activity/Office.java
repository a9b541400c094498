package org.clientele.testkit.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Activity;
import org.clientele.activity.Attachment;
import org.clientele.activity.Call;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Chat;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;

/** A CRM in which Olga may do everything, and Ivan sees all but accounts and activities that are not his. */
final class Office {

    static final String ADA = "ada@acuserv.example";
    static final String BO = "bo@bigbear.example";
    static final String US = "olga@acme.example";

    /** The types that activities are about here; nobody is in contact with visits. */
    static final List<EntityType<?>> TARGETS =
            List.of(Account.TYPE, Contact.TYPE, Lead.TYPE, Opportunity.TYPE, Partner.TYPE, Visit.TYPE);

    final RecordStore store;
    final Crm crm;
    final User olga;
    final User ivan;
    final Session system;
    final Session session;
    final Activities activities;

    /** Copies as they were read before anything happened. */
    final List<CrmRecord> old = new ArrayList<>();

    Office(RecordStore store) {
        this.store = store;
        crm = Crm.open(
                store,
                config -> config.entity(Partner.TYPE, Visit.TYPE, Chat.TYPE)
                        .access(RolePolicy.of(Role.administrator("administrator"), clerk())));
        system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = system.save(new User("olga", US, "Olga", "Example", acme).addRole("administrator"));
        ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addRole("clerk"));
        session = crm.as(olga);
        activities = new Activities(session);
    }

    private static Role clerk() {
        Role clerk = Role.named("clerk")
                .grant(Account.TYPE, AccessLevel.USER, Permission.VIEW, Permission.EDIT)
                .grant(Activity.TYPE, AccessLevel.USER, Permission.values())
                .grant(Call.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Attachment.TYPE, AccessLevel.ORGANIZATION, Permission.values());
        for (EntityType<?> type : List.of(Contact.TYPE, Lead.TYPE, Opportunity.TYPE, Partner.TYPE, Visit.TYPE)) {
            clerk = clerk.grant(type, AccessLevel.ORGANIZATION, Permission.VIEW);
        }
        return clerk;
    }

    /** Two contacts, and accounts, a lead, an opportunity, partners and a visit around them. */
    Office furnished() {
        Contact ada = session.save(new Contact("Ada", "Example").addEmail(ADA));
        Contact bo = session.save(new Contact("Bo", "Example").addEmail(BO));
        Account acuserv = session.save(new Account("Acuserv").addContact(ada));
        Account bigBear = new Account("Big Bear Stores").addContact(ada).addContact(bo);
        bigBear.setOwner(Ref.to(ivan));
        bigBear = session.save(bigBear);
        session.save(new Account("Body Toning"));
        Lead prices = new Lead("Prices");
        prices.setEmails(List.of(new EmailAddress(ADA, true)));
        Lead lead = session.save(prices);
        Channel field = session.save(new Channel("Field", ChannelType.SALES).addEntity(Partner.TYPE.name()));
        session.save(new Partner("Acuserv partner", acuserv, field));
        session.save(new Partner("Big Bear partner", bigBear, field));
        Opportunity deal = new Opportunity("Deal", acuserv);
        deal.setLead(Ref.to(lead));
        session.save(deal);
        session.save(new Visit("Visit"));
        old.addAll(targets());
        return this;
    }

    /** All records that an activity may be about, as they are. */
    List<CrmRecord> targets() {
        List<CrmRecord> targets = new ArrayList<>();
        TARGETS.forEach(type -> targets.addAll(system.select(type).list()));
        return targets;
    }

    Account account(String name) {
        return session.save(new Account(name));
    }

    <R extends CrmRecord> R again(R record) {
        return session.get(crm.schema().typeOf(Objects.requireNonNull(record)), record.getId());
    }
}
