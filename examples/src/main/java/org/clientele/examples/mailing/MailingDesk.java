package org.clientele.examples.mailing;

import static org.clientele.property.Traits.label;

import java.io.PrintStream;
import java.util.Objects;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.Synchronisation;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.contact.Contact;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.TextProperty;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.sync.Connection;
import org.clientele.sync.Priority;
import org.clientele.value.Ref;

/** Sends contacts that want mail to a mailing list, and takes in what became of the mail. */
public final class MailingDesk {

    private final PrintStream out;
    private final Session olga;
    private final Synchronisation synchronisation;
    private final MailingList list = new MailingList();
    private final TextProperty<Contact> address;
    private final TextProperty<Contact> result;

    MailingDesk(PrintStream out) {
        this.out = out;
        Crm crm = Crm.open(
                new InMemoryStore(), config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        address = crm.define(Contact.TYPE, custom -> custom.text("newsletter").with(label("Newsletter to")));
        result = crm.define(Contact.TYPE, custom -> custom.text("lastMail").with(label("Last mail")));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        User owner =
                system.save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme).addRole("administrator"));
        olga = crm.as(owner);
        Connection connection = Connection.named(
                "newsletter",
                newsletter -> newsletter.connector(
                        "members",
                        Contact.TYPE,
                        new ListConnector(list, address, result),
                        members -> members.properties(Contact.LAST_NAME, address, result)
                                .matchOn(address)
                                .priority(Priority.LOCAL, Contact.LAST_NAME)
                                .sending(address.isPresent())
                                .creating(contact -> {
                                    contact.setOwner(Ref.to(owner));
                                    contact.setOrganization(owner.getOrganization());
                                })));
        synchronisation = system.synchronisation(connection);
    }

    public static void main(String[] arguments) {
        new MailingDesk(System.out).work();
    }

    private Contact contact(String firstName, String lastName, String newsletter) {
        Contact contact = new Contact(firstName, lastName);
        address.set(contact, newsletter);
        return olga.save(contact);
    }

    void work() {
        Contact ada = contact("Ada", "Lovelace", "ada@acuserv.example");
        contact("Jerry", "Coleman", "at home");
        olga.save(new Contact("Eve", "Who wants no mail"));
        list.put(new MailingList.Member("big@bear.example", "Bear", null, null));
        run("Contacts go out, a member comes in");
        list.mail("ada@acuserv.example", "opened");
        list.mail("big@bear.example", "bounced");
        run("What became of the mail comes in");
        Contact married = olga.get(Contact.TYPE, ada.getId());
        married.setLastName("King");
        olga.save(married);
        run("A new name goes out, and nothing else");
        run("Nothing is left to do");
    }

    private void run(String what) {
        out.println(what);
        out.println("  "
                + synchronisation
                        .run(outcome -> {
                            if (outcome.reason() != null) {
                                out.println("  " + outcome.kind() + ": " + outcome.reason());
                            }
                        })
                        .of("members")
                        .counts());
        olga.select(Contact.TYPE)
                .orderBy(Contact.LAST_NAME.asc())
                .list()
                .forEach(contact -> out.println("  here " + contact.getLastName() + ": "
                        + Objects.requireNonNullElse(result.get(contact), "no mail yet")));
        list.members().forEach(member -> out.println("  there " + member.name() + " <" + member.address() + ">"));
    }
}
