package org.clientele.testkit.engine;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.merge.MergePlan;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Purchase;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;

/** Accounts with as many related records as one likes, of every kind that points to accounts: merges at scale. */
public final class MergeCrowd {

    private final Crm crm;
    private final Session session;
    private final Channel field;

    /** A CRM without any account. */
    public MergeCrowd(RecordStore store) {
        crm = Crm.open(
                store,
                config -> config.access(RolePolicy.of(Role.administrator("administrator")))
                        .entity(Partner.TYPE, Visit.TYPE, Purchase.TYPE));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        session = crm.as(
                system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator")));
        field = session.save(new Channel("Field", ChannelType.SALES));
    }

    /** The CRM in which all this is. */
    public Crm crm() {
        return crm;
    }

    /** The session of one who may do everything. */
    public Session session() {
        return session;
    }

    /** New accounts. */
    public List<Account> accounts(int count) {
        return session.saveAll(IntStream.range(0, count)
                .mapToObj(number -> new Account("Account " + number))
                .toList());
    }

    /** The plan to merge all others into the first. */
    public MergePlan<Account> plan(List<Account> accounts) {
        return session.planMerge(
                Account.TYPE, choices -> choices.master(accounts.get(0)).absorb(accounts.subList(1, accounts.size())));
    }

    /** Gives an account so many opportunities, half as many leads and as many visits. */
    public void relate(Account account, int count) {
        List<CrmRecord> related = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            related.add(new Opportunity("Deal " + i, account));
            Visit visit = new Visit("Visit " + i);
            visit.setAbout(new AnyRef(Account.TYPE.name(), account.getId()));
            related.add(visit);
            if (i % 2 == 0) {
                Lead lead = new Lead("Lead " + i);
                Lead.ACCOUNT.set(lead, Ref.to(account));
                related.add(lead);
            }
        }
        session.saveAll(related);
    }

    /** Gives an account so many calls, attachments and customers. */
    public void occupy(Account account, int count) {
        Activities activities = new Activities(session);
        List<CrmRecord> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            customers.add(new BusinessCustomer("Customer " + i, account, field));
            activities.log(new Call("Call " + i, Direction.INCOMING, Instant.EPOCH.plusSeconds(i)), account);
            activities.attach(account, "file " + i, "text/plain", new ByteArrayInputStream(new byte[] {1}));
        }
        session.saveAll(customers);
    }
}
