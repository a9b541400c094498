package org.clientele.testkit.engine;

import java.util.List;
import java.util.TreeSet;
import org.clientele.account.Account;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactGroup;
import org.clientele.value.Ref;

/** The contacts and accounts of a {@link MergeWorld}. */
final class MergePeople {

    private final MergeGround ground;

    MergePeople(MergeGround ground) {
        this.ground = ground;
        makeContacts();
        makeAccounts();
    }

    private void makeContacts() {
        List<ContactGroup> groups =
                ground.session.saveAll(List.of(new ContactGroup("Friends"), new ContactGroup("Press")));
        for (int i = 0; i < 4; i++) {
            Contact contact = ground.owned(new Contact(ground.dice.pick(MergeGround.NAMES), "Example"));
            ground.dice.some(MergeGround.EMAILS).forEach(contact::addEmail);
            ground.dice.some(MergeGround.PHONES).forEach(contact::addPhone);
            if (!contact.getEmails().isEmpty() && ground.dice.oneIn(2)) {
                contact.makePrimaryEmail(ground.dice.pick(contact.getEmails()).email());
            }
            ground.dice.some(List.of("US", "GB")).forEach(country -> contact.addAddress(Address.in(country)));
            ground.dice.some(MergeGround.TAGS).forEach(contact::addTag);
            ground.dice.some(groups).forEach(contact::addGroup);
            contact.setDescription(ground.dice.oneIn(2) ? "likes " + ground.dice.pick(MergeGround.TAGS) : null);
            ground.contacts.add(contact);
        }
        ground.save(ground.contacts);
        for (Contact contact : ground.contacts) {
            contact.setReportsTo(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.contacts)) : null);
        }
        ground.save(ground.contacts);
    }

    private void makeAccounts() {
        for (int i = 0; i < 4; i++) {
            Account account = ground.owned(new Account(ground.dice.pick(MergeGround.NAMES)));
            ground.dice.some(ground.contacts).forEach(account::addContact);
            if (ground.dice.oneIn(2)) {
                account.makeDefault(ground.dice.pick(ground.contacts));
            }
            ground.dice.some(MergeGround.TAGS).forEach(account::addTag);
            account.setDescription(ground.dice.oneIn(2) ? "sells " + ground.dice.pick(MergeGround.TAGS) : null);
            ground.tier.set(account, ground.dice.oneIn(2) ? ground.dice.pick(MergeGround.TAGS) : null);
            ground.accounts.add(account);
        }
        ground.save(ground.accounts);
        for (Account account : ground.accounts) {
            account.setReferredBy(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.accounts)) : null);
            ground.patron.set(account, ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.accounts)) : null);
            ground.allies.set(
                    account,
                    new TreeSet<>(ground.dice.some(ground.accounts).stream()
                            .map(Ref::to)
                            .toList()));
        }
        ground.save(ground.accounts);
        for (Contact contact : ground.contacts) {
            ground.topic.set(contact, ground.dice.oneIn(2) ? ground.about() : null);
        }
        ground.save(ground.contacts);
    }
}
