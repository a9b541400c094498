package org.clientele.examples.mailing;

import java.util.List;
import org.clientele.contact.Contact;
import org.clientele.examples.mailing.MailingList.Member;
import org.clientele.property.TextProperty;
import org.clientele.sync.Connector;
import org.clientele.sync.Outgoing;
import org.clientele.sync.RemotePage;
import org.clientele.sync.RemoteRecord;
import org.clientele.sync.RemoteRefusalException;
import org.clientele.sync.Written;
import org.jspecify.annotations.Nullable;

/** Sends contacts to a list, whose members are known by their addresses, and reads what became of the mail. */
final class ListConnector implements Connector<Contact> {

    private final MailingList list;
    private final TextProperty<Contact> address;
    private final TextProperty<Contact> result;

    /**
     * A connector to a list.
     *
     * @param address where a contact gets the address of the list's mail
     * @param result where it is kept what became of it
     */
    ListConnector(MailingList list, TextProperty<Contact> address, TextProperty<Contact> result) {
        this.list = list;
        this.address = address;
        this.result = result;
    }

    @Override
    public RemotePage<Contact> changes(@Nullable String mark) {
        int from = mark == null ? 0 : Integer.parseInt(mark);
        List<String> changed = list.changesSince(from);
        List<RemoteRecord<Contact>> records =
                changed.stream().map(list::member).map(this::record).toList();
        return new RemotePage<>(records, String.valueOf(from + changed.size()), false);
    }

    private RemoteRecord<Contact> record(Member member) {
        return RemoteRecord.of(
                member.address(),
                values -> values.ours(member.reference())
                        .set(address, member.address())
                        .set(Contact.LAST_NAME, member.name())
                        .set(result, member.result()));
    }

    @Override
    public boolean isTwoWay() {
        return true;
    }

    @Override
    public Written write(Outgoing<Contact> contact) {
        String to = contact.externalId().orElse(contact.get(address));
        if (to == null || to.indexOf('@') < 0) {
            throw new RemoteRefusalException("'" + to + "' is no address; correct it");
        }
        Member before = list.has(to) ? list.member(to) : new Member(to, null, null, null);
        String name = contact.properties().contains(Contact.LAST_NAME.name())
                ? contact.get(Contact.LAST_NAME)
                : before.name();
        list.put(new Member(to, name, contact.identity(), before.result()));
        return new Written(to, 0);
    }
}
