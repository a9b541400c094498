package org.clientele.merge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.contact.Contact;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.sales.Opportunity;
import org.clientele.value.Ref;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of conformance.txt. */
class MergeConformanceTest {

    private static final Map<String, Property<? super Account, ?>> PROPERTIES = Map.of(
            "name", Account.NAME,
            "description", Account.DESCRIPTION,
            "tags", Account.TAGS,
            "contacts", Account.CONTACTS,
            "default", Account.DEFAULT_CONTACT,
            "referredBy", Account.REFERRED_BY,
            "times", Account.TIMES_CONTACTED);

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
    private final Session session = open();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final Map<String, Opportunity> deals = new LinkedHashMap<>();

    private Session open() {
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        return crm.as(crm.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator")));
    }

    static List<List<String>> rows() {
        try (InputStream file =
                Objects.requireNonNull(MergeConformanceTest.class.getResourceAsStream("conformance.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void mergingComesToWhatTheTableSays(List<String> row) {
        parts(row.get(2)).filter(part -> !part.startsWith("deal ")).forEach(this::create);
        parts(row.get(2)).filter(part -> !part.startsWith("deal ")).forEach(this::fill);
        parts(row.get(2)).filter(part -> part.startsWith("deal ")).forEach(this::deal);
        MergePlan<Account> plan = plan(parts(row.get(3)).toList());
        String expected = row.get(4);
        if (expected.startsWith("problem ")) {
            assertThat(plan.problems()).singleElement().asString().contains(expected.substring("problem ".length()));
            assertThat(session.apply(plan)).isInstanceOf(MergeOutcome.Rejected.class);
        } else {
            session.apply(plan).orThrow();
            parts(expected).forEach(this::check);
        }
    }

    private static Stream<String> parts(String cell) {
        return Arrays.stream(cell.split(";")).map(String::strip);
    }

    private static List<String> words(String part) {
        return List.of(part.split(" "));
    }

    private void create(String part) {
        String name = words(part).get(0);
        accounts.put(name, session.save(new Account(name)));
    }

    private void fill(String part) {
        Account account = account(words(part).get(0));
        words(part).stream().skip(1).forEach(word -> {
            String[] value = word.split("=");
            List<String> values = List.of(value[1].split(","));
            switch (value[0]) {
                case "description" -> account.setDescription(value[1]);
                case "tags" -> account.setTags(new TreeSet<>(values));
                case "contacts" -> values.forEach(one -> account.addContact(contact(one)));
                case "default" -> account.makeDefault(contact(value[1]));
                case "referredBy" -> account.setReferredBy(Ref.to(account(value[1])));
                case "times" -> call(account, Integer.parseInt(value[1]));
                default -> throw new IllegalArgumentException(word + " is no value of an account in this table");
            }
        });
        accounts.put(words(part).get(0), session.save(account));
    }

    private void call(Account account, int times) {
        for (int i = 0; i < times; i++) {
            new Activities(session).log(new Call("Call " + i, Direction.INCOMING, Instant.EPOCH), account);
        }
    }

    private Account account(String name) {
        return Objects.requireNonNull(accounts.get(name), name);
    }

    private Contact contact(String name) {
        return contacts.computeIfAbsent(name, given -> session.save(new Contact(given, "Example")));
    }

    private void deal(String part) {
        String[] deal = words(part).get(1).split("=");
        deals.put(deal[0], session.save(new Opportunity(deal[0], account(deal[1]))));
    }

    private MergePlan<Account> plan(List<String> parts) {
        List<String> members = words(parts.get(0));
        return session.planMerge(Account.TYPE, choices -> {
            choices.master(account(members.get(0)));
            members.stream().skip(2).map(this::account).forEach(choices::absorb);
            parts.stream().skip(1).map(MergeConformanceTest::words).forEach(words -> choose(choices, words));
        });
    }

    private void choose(MergeChoices<Account> choices, List<String> words) {
        Property<? super Account, ?> property = Objects.requireNonNull(PROPERTIES.get(words.get(1)));
        if (words.get(0).equals("append")) {
            choices.append((CollectionProperty<? super Account, ?, ?>) property);
        } else {
            choices.take(property, account(words.get(2)));
        }
    }

    private void check(String part) {
        List<String> words = words(part);
        if (words.get(0).equals("deal")) {
            String[] deal = words.get(1).split("=");
            Opportunity stored = session.get(
                    Opportunity.TYPE, Objects.requireNonNull(deals.get(deal[0])).getId());
            assertThat(stored.getAccount()).isEqualTo(Ref.to(account(deal[1])));
        } else if (words.contains("gone")) {
            assertThat(session.find(Account.TYPE, account(words.get(0)).getId()))
                    .isEmpty();
        } else {
            Account stored = session.get(Account.TYPE, account(words.get(0)).getId());
            words.stream().skip(1).forEach(word -> check(stored, word));
        }
    }

    private void check(Account stored, String word) {
        String name = word.substring(0, word.indexOf('='));
        Property<? super Account, ?> property = Objects.requireNonNull(PROPERTIES.get(name));
        Object value = property.get(stored);
        Stream<?> values =
                value instanceof java.util.Collection<?> elements ? elements.stream() : Stream.ofNullable(value);
        assertThat(values.map(this::named).sorted().collect(joining(","))).isEqualTo(word.substring(name.length() + 1));
    }

    private String named(Object value) {
        return Stream.concat(accounts.entrySet().stream(), contacts.entrySet().stream())
                .filter(entry -> value.equals(new Ref<>(entry.getValue().getId())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(value.toString());
    }
}
