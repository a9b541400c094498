package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.AccessLevel;
import org.clientele.access.Actor;
import org.clientele.access.Permission;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The worked example of the documentation, in {@code access-examples.csv}. */
abstract class AccessExamples extends AccessCase {

    private static final String ROLE = "example";
    private static final List<AccessLevel> LEVELS =
            List.of(AccessLevel.USER, AccessLevel.BUSINESS_UNIT, AccessLevel.DIVISION, AccessLevel.ORGANIZATION);

    /** The organizations, units and users of the example. */
    private static final class Cast {

        private final RecordStore store;
        private final Crm crm;
        private final Session system;
        private final Organization main;
        private final Organization second;
        private final BusinessUnit a;
        private final BusinessUnit b;
        private final BusinessUnit c;
        private final Map<String, User> users = new HashMap<>();

        Cast(RecordStore store) {
            this.store = store;
            crm = open(store, RolePolicy.of());
            system = crm.asSystem();
            main = system.save(new Organization("Main"));
            second = system.save(new Organization("Second"));
            a = system.save(new BusinessUnit("A", main));
            b = system.save(new BusinessUnit("B", second));
            c = system.save(new BusinessUnit("C", b));
            user("John", main, a, c);
            user("Mary", main, a, b);
            user("Robert", main, a, b);
            user("Mike", second, c);
            user("Mark", second);
        }

        private void user(String name, Organization home, BusinessUnit... units) {
            User user = new User(name, name + "@acme.example", name, "Example", home);
            Arrays.asList(units).forEach(user::addBusinessUnit);
            users.put(name, system.save(user));
        }

        User user(String name) {
            return Objects.requireNonNull(users.get(name), name);
        }

        Organization organization(String name) {
            return name.equals("Main") ? main : second;
        }

        BusinessUnit unit(String name) {
            return name.equals("A") ? a : name.equals("B") ? b : c;
        }
    }

    @Test
    void recordsThatUsersOwn() throws IOException {
        Cast cast = new Cast(newStore());
        Map<String, String> main = Map.of("A", "John", "B", "Mary", "G", "Mike", "H", "Robert", "I", "Mark");
        Map<String, String> second = Map.of("E", "John", "F", "Mary", "C", "Mike", "D", "Robert", "J", "Mark");
        main.forEach((name, owner) -> cast.system.save(account(name, cast.main, cast.user(owner))));
        second.forEach((name, owner) -> cast.system.save(account(name, cast.second, cast.user(owner))));
        assertThat(check("user", cast, Account.TYPE, Account::getName)).isEqualTo(8);
    }

    private static Account account(String name, Organization organization, User owner) {
        Account account = new Account(name);
        account.setOrganization(Ref.to(organization));
        account.setOwner(Ref.to(owner));
        return account;
    }

    @Test
    void recordsThatUnitsOwn() throws IOException {
        Cast cast = new Cast(newStore());
        Map.of("A", "A", "B", "A", "C", "C", "D", "B", "E", "B").forEach((name, owner) -> {
            BusinessUnit unit = cast.unit(owner);
            User user = new User(
                    "owned " + name,
                    name + "@example.org",
                    name,
                    "Owned",
                    cast.organization(owner.equals("A") ? "Main" : "Second"));
            user.setOwner(Ref.to(unit));
            cast.system.save(user);
        });
        assertThat(check(
                        "unit",
                        cast,
                        User.TYPE,
                        user -> "Owned".equals(user.getLastName()) ? user.getFirstName() : null))
                .isEqualTo(8);
    }

    @Test
    void recordsThatOrganizationsOwn() throws IOException {
        Cast cast = new Cast(newStore());
        Map.of("A", "Main", "B", "Main", "C", "Second", "D", "Second", "E", "Second")
                .forEach((name, organization) -> {
                    Channel channel = new Channel(name, ChannelType.SALES);
                    channel.setOrganization(Ref.to(cast.organization(organization)));
                    cast.system.save(channel);
                });
        assertThat(check("organization", cast, Channel.TYPE, Channel::getName)).isEqualTo(8);
    }

    @Test
    void nobodyWorksInAnOrganizationThatTheyDoNotBelongTo() {
        Cast cast = new Cast(newStore());
        for (String name : List.of("Mike", "Mark")) {
            assertThatThrownBy(() -> cast.crm.as(cast.user(name), Ref.to(cast.main)))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("user " + name + " does not belong to organization Main");
        }
    }

    /** Checks each line of the example that speaks of this kind of owner; gives how many there were. */
    private static <R extends CrmRecord> int check(
            String ownedBy, Cast cast, EntityType<R> type, Function<R, @Nullable String> namer) throws IOException {
        List<String[]> lines = lines(ownedBy);
        for (String[] line : lines) {
            Organization organization = cast.organization(line[2]);
            Actor user = cast.crm.as(cast.user(line[1]), Ref.to(organization)).actor();
            for (int i = 0; i < LEVELS.size(); i++) {
                RolePolicy policy = everything(ROLE, LEVELS.get(i), cast.crm);
                Set<String> seen = cast.store.inTransaction(
                        records -> reached(policy, withRole(user, ROLE), Permission.VIEW, type, records).stream()
                                .map(namer)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toCollection(TreeSet::new)));
                assertThat(seen)
                        .as(String.join(" ", line) + " at " + LEVELS.get(i))
                        .isEqualTo(names(line[3 + i]));
            }
        }
        return lines.size();
    }

    private static Set<String> names(String cell) {
        return cell.equals("-") ? Set.of() : new TreeSet<>(Arrays.asList(cell.split(" ")));
    }

    private static List<String[]> lines(String ownedBy) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                AccessExamples.class.getResourceAsStream("access-examples.csv"), "access-examples.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("; "))
                    .filter(line -> line[0].equals(ownedBy))
                    .toList();
        }
    }
}
