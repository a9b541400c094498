package org.clientele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.customer.Customer;
import org.clientele.journal.JournalEntry;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:15:30.123456789Z"), ZoneOffset.UTC);

    private final Crm crm = Crm.open(config -> config.clock(CLOCK)
            .access(RolePolicy.of(
                    Role.administrator("administrator"),
                    Role.named("clerk").grant(BusinessUnit.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW))));
    private final Session system = crm.asSystem();
    private final Organization acme = system.save(new Organization("Acme"));

    private User user(String name, String role) {
        return system.save(new User(name, name + "@acme.example", name, "Example", acme).addRole(role));
    }

    @Test
    void savingGivesTheStoredRecordAndLeavesTheOneHandedInAlone() {
        BusinessUnit given = new BusinessUnit("Sales", acme);
        BusinessUnit saved = system.save(given);
        assertThat(saved).isEqualTo(given).isNotSameAs(given);
        assertThat(given.isNew()).isTrue();
        assertThat(saved.isNew()).isFalse();
        assertThat(saved.getCreatedAt()).isEqualTo(Instant.parse("2026-03-01T10:15:30.123456Z"));
    }

    @Test
    void aRecordSavedUnchangedWritesNothing() {
        BusinessUnit saved = system.save(new BusinessUnit("Sales", acme));
        assertThat(system.save(saved).getVersion()).isEqualTo(saved.getVersion());
        assertThat(system.history(saved)).hasSize(1);
    }

    @Test
    void everySaveBecomesAChangeSetThatSaysWhatChanged() {
        BusinessUnit saved = system.save(new BusinessUnit("Sales", acme));
        saved.setName("Field sales");
        system.save(saved);
        assertThat(system.history(saved).get(0).changes().get(0).deltas())
                .singleElement()
                .hasToString("name: Sales -> Field sales");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNothingIsWritten() {
        User wrong = new User("ol", "nowhere", " ", "Example", acme);
        assertThatThrownBy(() -> system.save(wrong))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("username has 2 characters, and 3 at least; lengthen it")
                .hasMessageContaining("firstName is missing; give one")
                .hasMessageContaining("email must be a well-formed email address");
        assertThat(system.select(User.TYPE).count()).isZero();
    }

    @Test
    void aStaleRecordIsRefusedNamingBothVersions() {
        BusinessUnit first = system.save(new BusinessUnit("Sales", acme));
        BusinessUnit second = system.get(BusinessUnit.TYPE, first.getId());
        first.setPhone("1");
        system.save(first);
        second.setPhone("2");
        assertThatThrownBy(() -> system.save(second))
                .isInstanceOf(StaleRecordException.class)
                .hasMessageContaining("business unit Sales was read in version 1, but is stored in version 2");
    }

    @Test
    void savingTheSameNewRecordTwiceIsRefusedWithTheMend() {
        BusinessUnit given = new BusinessUnit("Sales", acme);
        system.save(given);
        assertThatThrownBy(() -> system.save(given))
                .isInstanceOf(DuplicateRecordException.class)
                .hasMessageContaining("go on with the record that save returned");
    }

    @Test
    void uniqueValuesIgnoreCase() {
        user("olga", "administrator");
        assertThatThrownBy(() -> user("OLGA", "administrator"))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("username 'OLGA' belongs to another user");
    }

    @Test
    void aFailureInATransactionLeavesNothing() {
        assertThatThrownBy(() -> system.inTransaction(tx -> {
                    tx.save(new BusinessUnit("Sales", acme));
                    assertThat(tx.select(BusinessUnit.TYPE).count()).isEqualTo(1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(system.select(BusinessUnit.TYPE).count()).isZero();
    }

    @Test
    void whatNoRoleGrantsIsDeniedWithTheReasonAndTheMissingGrant() {
        Session clerk = crm.as(user("ivan", "clerk"));
        assertThatThrownBy(() -> clerk.save(new BusinessUnit("Sales", acme)))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("no role allows ivan to CREATE business unit")
                .hasMessageContaining("missing: CREATE business unit at ORGANIZATION");
        assertThat(clerk.select(User.TYPE).count()).isZero();
    }

    @Test
    void aUnitCanNotStandBelowItself() {
        BusinessUnit top = system.save(new BusinessUnit("Top", acme));
        BusinessUnit below = system.save(new BusinessUnit("Below", top));
        top.setParent(org.clientele.value.Ref.to(below));
        assertThatThrownBy(() -> system.save(top)).hasMessageContaining("stands below itself");
    }

    @Test
    void whatIsNeededByAnotherRecordIsNotDeleted() {
        system.save(new BusinessUnit("Sales", acme));
        assertThatThrownBy(() -> system.delete(acme))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("can not be deleted while business unit Sales points to it by organization");
    }

    @Test
    void aDeletedRecordIsLetGoByThoseThatDoNotNeedIt() {
        BusinessUnit top = system.save(new BusinessUnit("Top", acme));
        BusinessUnit below = system.save(new BusinessUnit("Below", top));
        system.delete(top);
        assertThat(system.get(BusinessUnit.TYPE, below.getId()).getParent()).isNull();
    }

    @Test
    void nobodyRewritesHistory() {
        system.save(new BusinessUnit("Sales", acme));
        JournalEntry entry = system.select(JournalEntry.TYPE).first().orElseThrow();
        assertThatThrownBy(() -> system.delete(entry)).hasMessageContaining("is written by the CRM alone");
    }

    @Test
    void aGrantReachesTheTypesThatExtendTheOneItNames() {
        Crm sellers = Crm.open(config -> config.access(RolePolicy.of(
                Role.named("all").grant(Customer.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW),
                Role.named("none").grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW),
                Role.named("own").grant(BusinessCustomer.TYPE, AccessLevel.USER, Permission.VIEW))));
        Session setUp = sellers.asSystem();
        Organization here = setUp.save(new Organization("Acme"));
        User olga = setUp.save(new User("olga", "olga@acme.example", "Olga", "Ost", here).addRole("all"));
        User ivan = setUp.save(new User("ivan", "ivan@acme.example", "Ivan", "Iv", here).addRole("own"));
        User mark = setUp.save(new User("mark", "mark@acme.example", "Mark", "Ma", here).addRole("none"));
        Channel field = new Channel("Field sales", ChannelType.SALES);
        field.setOrganization(Ref.to(here));
        BusinessCustomer customer = new BusinessCustomer("Acuserv Ltd", setUp.save(field));
        customer.setOrganization(Ref.to(here));
        customer.setOwner(Ref.to(olga));
        setUp.save(customer);
        assertThat(sellers.as(olga).select(Customer.TYPE).count()).isEqualTo(1);
        assertThat(sellers.as(olga).select(BusinessCustomer.TYPE).count()).isEqualTo(1);
        assertThat(sellers.as(ivan).select(Customer.TYPE).count()).isZero();
        assertThat(sellers.as(mark).select(Customer.TYPE).count()).isZero();
    }

    @Test
    void whatIsNotGivenIsNamed() {
        List<String> names = new ArrayList<>();
        for (Method method : Session.class.getMethods()) {
            boolean takesAny = method.getParameterCount() > 0
                    && Stream.of(method.getParameterTypes()).noneMatch(Class::isPrimitive);
            if (takesAny && method.getDeclaringClass() == Session.class && !method.isBridge()) {
                Object[] nothing = new Object[method.getParameterCount()];
                assertThatThrownBy(() -> method.invoke(system, nothing))
                        .cause()
                        .as("%s", method)
                        .isInstanceOf(NullPointerException.class)
                        .satisfies(refusal -> assertThat(refusal.getMessage())
                                .as("%s", method)
                                .matches("[a-zA-Z]+"));
                names.add(method.getName());
            }
        }
        assertThat(names).hasSizeGreaterThan(40).contains("save", "delete", "apply", "undo");
    }

    @Test
    void whatWasNeverSavedIsNotDeleted() {
        assertThatThrownBy(() -> system.delete(new BusinessUnit("Sales", acme)))
                .isInstanceOf(StaleRecordException.class)
                .hasMessage("business unit Sales was never saved; save it first, or leave it out");
    }
}
