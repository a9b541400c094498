package org.clientele.testkit.merge;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.Crm;
import org.clientele.CrmConfig;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.ActivityLink;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.activity.EmailMessage;
import org.clientele.activity.Recipient;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactGroup;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Identified;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** The records of one row of the table of merges, by the names that the row gives them. */
final class MergeCast {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final Crm crm;
    final Session session;
    final User olga;
    final User ivan;
    private final Channel field;
    private final Map<String, CrmRecord> records = new HashMap<>();

    MergeCast(RecordStore store, Consumer<CrmConfig> settings) {
        Role clerk = Role.named("clerk")
                .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                .grant(Contact.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW);
        crm = Crm.open(store, config -> {
            config.entity(Partner.TYPE, Visit.TYPE).access(RolePolicy.of(Role.administrator("administrator"), clerk));
            settings.accept(config);
        });
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
        ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addRole("clerk"));
        session = crm.as(olga);
        field = session.save(new Channel("Field", ChannelType.SALES).addEntity(Partner.TYPE.name()));
    }

    /** Makes records, or gives one a value. */
    void make(String step) {
        List<String> words = List.of(step.split(" "));
        List<String> names = words.subList(1, words.size());
        switch (words.get(0)) {
            case "account" -> names.forEach(name -> save(name, new Account(name)));
            case "contact" -> names.forEach(name -> save(name, new Contact(name, "Example")));
            case "group" -> names.forEach(name -> save(name, new ContactGroup(name)));
            case "lead" -> names.forEach(name -> save(name, new Lead(name)));
            case "business" -> save(names.get(0), new BusinessCustomer(names.get(0), account(names.get(1)), field));
            case "partner" -> save(names.get(0), new Partner(names.get(0), account(names.get(1)), field));
            case "deal" -> save(names.get(0), deal(names.get(0), names.get(1)));
            case "won" -> save(names.get(0), won(deal(names.get(0), names.get(1)), names.get(2)));
            case "call" -> log(names);
            case "email" -> email(names);
            case "file" -> attach(names);
            default -> give(step);
        }
    }

    private void save(String name, CrmRecord record) {
        records.put(name, session.save(record));
    }

    private Account account(String name) {
        return get(Account.TYPE, name);
    }

    private Opportunity deal(String name, String of) {
        CrmRecord holder = Objects.requireNonNull(records.get(of), of);
        return holder instanceof BusinessCustomer customer
                ? new Opportunity(name, customer)
                : new Opportunity(name, account(of));
    }

    private static Opportunity won(Opportunity deal, String amount) {
        deal.win(Money.of(amount, "USD"), LocalDate.of(2026, 3, 1));
        deal.setBaseCloseRevenue(new BigDecimal(amount));
        return deal;
    }

    private void log(List<String> names) {
        Direction direction = names.get(1).equals("in") ? Direction.INCOMING : Direction.OUTGOING;
        new Activities(session).log(new Call(names.get(0), direction, NOON), all(names.subList(2, names.size())));
    }

    private void email(List<String> names) {
        EmailMessage message =
                new EmailMessage(names.get(0), names.get(1), NOON).addRecipient(Recipient.to("olga@acme.example"));
        new Activities(session).log(message, all(names.subList(2, names.size())));
    }

    private CrmRecord[] all(List<String> names) {
        return names.stream().map(this::known).toArray(CrmRecord[]::new);
    }

    private void attach(List<String> names) {
        ByteArrayInputStream content = new ByteArrayInputStream(new byte[] {1});
        new Activities(session).attach(known(names.get(1)), names.get(0), "text/plain", content);
    }

    private CrmRecord known(String name) {
        return Objects.requireNonNull(records.get(name), name);
    }

    /** As "A.tags=x,y"; references are given by names. */
    private void give(String step) {
        String[] sides = step.split("=", 2);
        String[] names = sides[0].split("\\.", 2);
        give(names[0], typeOf(names[0]), names[1], sides[1]);
    }

    private <R extends CrmRecord> void give(String name, EntityType<R> type, String property, String text) {
        R record = get(type, name);
        give(record, property(type, property), List.of(text.split(",")), text);
        records.put(name, session.save(record));
    }

    @SuppressWarnings("unchecked") // items and references are of the property's own kind
    private <R extends CrmRecord> void give(
            R record, Property<? super R, ?> property, List<String> parts, String text) {
        if (property instanceof ReferenceProperty<?, ?> reference) {
            ((ReferenceProperty<R, Identified>) reference)
                    .set(record, new Ref<>(known(text).getId()));
        } else if (property instanceof ReferenceSetProperty<?, ?> references) {
            List<Ref<Identified>> refs = parts.stream()
                    .map(part -> new Ref<Identified>(known(part).getId()))
                    .toList();
            ((ReferenceSetProperty<R, Identified>) references).set(record, Set.copyOf(refs));
        } else if (property instanceof AnyReferenceProperty<?> any) {
            AnyRef ref = new AnyRef(typeOf(text).name(), known(text).getId());
            ((AnyReferenceProperty<R>) any).set(record, ref);
        } else {
            put(record, property, parts, text);
        }
    }

    @SuppressWarnings("unchecked") // a list of the items of which the property is
    private static <R, V> void put(R record, Property<? super R, V> property, List<String> parts, String text) {
        Object value = switch (property.name()) {
            case "emails" ->
                parts.stream()
                        .map(part -> new EmailAddress(bare(part), part.endsWith("*")))
                        .toList();
            case "phones" ->
                parts.stream()
                        .map(part -> new PhoneNumber(bare(part), part.endsWith("*")))
                        .toList();
            case "addresses" ->
                parts.stream()
                        .map(part -> Address.in(bare(part)).with(Address.PRIMARY, part.endsWith("*")))
                        .toList();
            case "tags" -> Set.copyOf(parts);
            default -> property.fromText(text);
        };
        property.set(record, (V) value);
    }

    private static String bare(String text) {
        return text.replace("*", "");
    }

    EntityType<?> typeOf(String name) {
        return crm.schema().typeOf(known(name));
    }

    /** The record as it is stored, or as it was once it has gone. */
    <R extends CrmRecord> R get(EntityType<R> type, String name) {
        CrmRecord known = known(name);
        return session.find(type, known.getId())
                .orElseGet(() -> type.recordClass().cast(known));
    }

    <R extends CrmRecord> Property<? super R, ?> property(EntityType<R> type, String name) {
        return crm.schema().properties(type).stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " has no " + name));
    }

    /** What there is: "count account", "call at A", "file at A" or "A.contacts". */
    String shown(String what) {
        List<String> words = List.of(what.split(" "));
        if (words.get(0).equals("count")) {
            return String.valueOf(
                    session.select(crm.schema().type(words.get(1))).count());
        } else if (words.get(0).equals("file")) {
            return String.valueOf(
                    new Activities(session).attachments(known(words.get(2))).size());
        } else if (words.size() == 3) {
            return String.valueOf(links(words.get(0), words.get(2)));
        }
        String[] names = what.split("\\.", 2);
        return shown(names[0], typeOf(names[0]), names[1]);
    }

    private long links(String kind, String name) {
        UUID target = known(name).getId();
        return session.select(ActivityLink.TYPE).list().stream()
                .filter(link -> kind.equals(link.getKind())
                        && link.getTarget() != null
                        && link.getTarget().id().equals(target))
                .count();
    }

    private <R extends CrmRecord> String shown(String name, EntityType<R> type, String property) {
        return session.find(type, known(name).getId())
                .map(found -> text(property(type, property).get(found)))
                .orElse("gone");
    }

    private String text(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        } else if (value instanceof Collection<?> elements) {
            Stream<String> texts = elements.stream().map(this::text);
            return elements.isEmpty()
                    ? "nothing"
                    : (elements instanceof Set<?> ? texts.sorted() : texts).collect(joining(","));
        } else if (value instanceof Ref<?> ref) {
            return name(ref.id());
        } else if (value instanceof AnyRef ref) {
            return name(ref.id());
        } else if (value instanceof EmailAddress email) {
            return email.email() + (email.isPrimary() ? "*" : "");
        } else if (value instanceof PhoneNumber phone) {
            return phone.phone() + (phone.isPrimary() ? "*" : "");
        } else if (value instanceof Address address) {
            return address.get(Address.COUNTRY) + (address.isPrimary() ? "*" : "");
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    /** What the row calls a record. */
    String name(UUID id) {
        return Stream.concat(
                        records.entrySet().stream()
                                .filter(entry -> entry.getValue().getId().equals(id))
                                .map(Map.Entry::getKey),
                        Stream.of(olga, ivan)
                                .filter(user -> user.getId().equals(id))
                                .map(User::getUsername)
                                .map(String::valueOf))
                .findFirst()
                .orElse("somebody");
    }
}
