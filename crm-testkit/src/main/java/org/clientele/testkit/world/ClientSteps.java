package org.clientele.testkit.world;

import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerIdentity;
import org.clientele.magento.WebCustomer;
import org.clientele.sales.BusinessCustomer;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.world.World.Owner;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Steps that make channels, contacts, accounts and customers. */
final class ClientSteps {

    private ClientSteps() {}

    record AddChannel(int organization) implements Step {
        @Override
        public void build(World world) {
            world.add(
                    new Channel(world.name(Channel.TYPE), ChannelType.SALES)
                            .addEntity(Partner.TYPE.name())
                            .addEntity(CustomerIdentity.TYPE.name())
                            .addEntity(WebCustomer.TYPE.name())
                            .addEntity(CommerceCustomer.TYPE.name()),
                    organization);
        }
    }

    record AddContact(
            Owner owner,
            String description,
            int emails,
            int phones,
            boolean address,
            @Nullable Integer reportsTo,
            Set<String> tags)
            implements Step {
        @Override
        public void build(World world) {
            String name = world.name(Contact.TYPE);
            Contact contact = new Contact("Ada", name);
            contact.setDescription(description);
            for (int i = 0; i < emails; i++) {
                contact.addEmail(name.replace(' ', '.') + "." + i + "@example.org");
            }
            for (int i = 0; i < phones; i++) {
                contact.addPhone("+1 555 000" + i);
            }
            if (address) {
                contact.addAddress(
                        Address.in("US").with(Address.CITY, "Rochester").with(Address.TYPES, "billing"));
                contact.addAddress(Address.in("GB").with(Address.STREET, description));
            }
            if (reportsTo != null) {
                contact.setReportsTo(
                        world.pick(Contact.TYPE, reportsTo).map(Ref::to).orElse(null));
            }
            contact.setTags(tags);
            world.add(contact, owner);
        }
    }

    record AddAccount(
            Owner owner,
            String description,
            Set<Integer> contacts,
            boolean hasDefault,
            @Nullable Integer referredBy,
            String tier,
            @Nullable Integer stars)
            implements Step {
        @Override
        public void build(World world) {
            Account account = new Account(world.name(Account.TYPE));
            account.setDescription(description);
            for (int number : contacts) {
                world.pick(Contact.TYPE, number).ifPresent(hasDefault ? account::makeDefault : account::addContact);
            }
            if (referredBy != null) {
                account.setReferredBy(
                        world.pick(Account.TYPE, referredBy).map(Ref::to).orElse(null));
            }
            world.tier().set(account, tier.isEmpty() ? null : tier);
            world.stars().set(account, stars);
            world.add(account, owner);
        }
    }

    /** The kinds of customers of which there is no step of their own. */
    enum Kind {
        PARTNER,
        BUSINESS,
        IDENTITY
    }

    /** A customer of one of these kinds; one without an account gets its own. */
    record AddCustomer(
            Kind kind, Owner owner, int channel, @Nullable Integer account, String website) implements Step {
        @Override
        public void build(World world) {
            world.pick(Channel.TYPE, channel).ifPresent(from -> {
                Customer customer = switch (kind) {
                    case PARTNER -> partner(world, from);
                    case BUSINESS -> business(world, from);
                    case IDENTITY -> new CustomerIdentity(world.name(CustomerIdentity.TYPE), from);
                };
                if (account != null) {
                    customer.setAccount(
                            world.pick(Account.TYPE, account).map(Ref::to).orElse(null));
                }
                world.add(customer, owner);
            });
        }

        private Customer business(World world, Channel from) {
            BusinessCustomer customer = new BusinessCustomer(world.name(BusinessCustomer.TYPE), from);
            customer.setWebsite(website);
            return customer;
        }

        private Customer partner(World world, Channel from) {
            Account introduced = new Account(world.name(Partner.TYPE));
            Partner made = new Partner(world.name(Partner.TYPE), introduced, from);
            made.setAccount(null);
            made.setLevel(website);
            made.setSince(LocalDate.of(2026, 3, 1));
            made.setPrograms(Set.of("reseller"));
            return made;
        }
    }

    static Arbitrary<AddChannel> channels() {
        return Worlds.numbers().map(AddChannel::new);
    }

    static Arbitrary<AddContact> contacts() {
        return Combinators.combine(
                        Worlds.owners(),
                        Worlds.texts(),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false),
                        Worlds.numbers().injectNull(0.5),
                        tags())
                .as(AddContact::new);
    }

    static Arbitrary<AddAccount> accounts() {
        return Combinators.combine(
                        Worlds.owners(),
                        Worlds.texts(),
                        Worlds.numbers().set().ofMaxSize(2),
                        Arbitraries.of(true, false),
                        Worlds.numbers().injectNull(0.5),
                        Worlds.texts(),
                        Arbitraries.integers().between(0, 5).injectNull(0.5))
                .as(AddAccount::new);
    }

    static Arbitrary<AddCustomer> customers() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Worlds.owners(),
                        Worlds.numbers(),
                        Worlds.numbers().injectNull(0.3),
                        Worlds.texts())
                .as(AddCustomer::new);
    }

    private static Arbitrary<Set<String>> tags() {
        return Arbitraries.of("VIP", "vip", "a,b").set().ofMaxSize(2);
    }
}
