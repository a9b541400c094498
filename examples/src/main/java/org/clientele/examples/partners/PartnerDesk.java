package org.clientele.examples.partners;

import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;
import static org.clientele.exchange.cell.Codecs.by;

import java.nio.file.Path;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Capability;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.csv.CsvExport;
import org.clientele.csv.CsvImport;
import org.clientele.customer.Customer;
import org.clientele.exchange.job.ImportReport;
import org.clientele.journal.ChangeSet;
import org.clientele.merge.MergeOutcome;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.value.Ref;

/** What a host does with its own customer kind: all that it could do with one of ours. */
final class PartnerDesk {

    private final Session olga;
    private final Session ivan;
    private final Channel field;

    /** The one line that registers the type is {@code config.entity(Partner.TYPE)}. */
    PartnerDesk(RecordStore store) {
        Role seller = Role.named("seller")
                .grant(Account.TYPE, ORGANIZATION, VIEW, CREATE)
                .grant(Channel.TYPE, ORGANIZATION, VIEW, CREATE)
                .grant(Partner.TYPE, USER, VIEW, CREATE, EDIT, DELETE)
                .allow(Capability.IMPORT, Capability.EXPORT, Capability.MERGE);
        Crm crm = Crm.open(store, config -> config.entity(Partner.TYPE).access(RolePolicy.of(seller)));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = crm.as(
                system.save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme).addRole(seller.name())));
        ivan = crm.as(
                system.save(new User("ivan", "ivan@acme.example", "Ivan", "Ivarsson", acme).addRole(seller.name())));
        field = olga.save(new Channel("Field sales", ChannelType.SALES).addEntity(Partner.TYPE.name()));
        olga.save(new Account("Acuserv"));
        olga.save(new Account("Nordlys"));
    }

    ImportReport load(Path file) {
        return CsvImport.into(
                        olga,
                        Partner.TYPE,
                        layout -> layout.column("Partner", Partner.NAME)
                                .column("Account", Partner.ACCOUNT, by(Account.TYPE, Account.NAME))
                                .column("Level", Partner.LEVEL)
                                .column("Programs", Partner.PROGRAMS)
                                .constant(Partner.CHANNEL, Ref.to(field))
                                .matchOn(Partner.NAME))
                .run(file);
    }

    MergeOutcome<Partner> mergeTwins() {
        List<Partner> twins = olga.select(Partner.TYPE)
                .where(Partner.NAME.startsWith("Rep"))
                .orderBy(Partner.NAME.asc())
                .list();
        return olga.apply(olga.planMerge(
                Partner.TYPE, choices -> choices.master(twins.get(0)).absorb(twins.subList(1, twins.size()))));
    }

    List<ChangeSet> history(Partner partner) {
        return olga.history(partner);
    }

    void export(Path file) {
        CsvExport.of(
                        olga,
                        olga.select(Partner.TYPE).orderBy(Partner.NAME.asc()),
                        columns -> columns.column("Partner", Partner.NAME)
                                .column("Account", Partner.ACCOUNT, by(Account.TYPE, Account.NAME))
                                .column("Level", Partner.LEVEL)
                                .column("Programs", Partner.PROGRAMS))
                .write(file);
    }

    /** All customers that the one who brought them in sees, of whatever kind. */
    List<Customer> seenByOlga() {
        return olga.select(Customer.TYPE).orderBy(Customer.NAME.asc()).list();
    }

    /** All customers that somebody else sees. */
    List<Customer> seenByIvan() {
        return ivan.select(Customer.TYPE).list();
    }
}
