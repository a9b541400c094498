package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.AccessLevel;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.criteria.Criterion;
import org.clientele.customer.Customer;
import org.clientele.merge.MergePlan;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.TextProperty;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What a reader learns of field permissions. */
abstract class FieldExamples extends FieldCase {

    private static final Role SELLER = Role.named("seller")
            .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.values())
            .grant(Customer.TYPE, AccessLevel.ORGANIZATION, Permission.values())
            .grant(Opportunity.TYPE, AccessLevel.ORGANIZATION, Permission.values())
            .grant(Visit.TYPE, AccessLevel.ORGANIZATION, Permission.values())
            .allow(Capability.values());

    /** Olga, who may do everything that the system may, and Ivan, who is a seller. */
    private record Office(Crm crm, Session system, Organization acme, User olga, User ivan) {

        static Office of(Crm crm) {
            Session system = crm.asSystem();
            Organization acme = system.save(new Organization("Acme"));
            User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme));
            User ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addRole("seller"));
            return new Office(crm, system, acme, olga, ivan);
        }

        <R extends UserOwned> R olgas(R record) {
            record.setOwner(Ref.to(olga));
            record.setOrganization(Ref.to(acme));
            return system.save(record);
        }

        Session ivans() {
            return crm.as(ivan);
        }
    }

    private Office office(Role seller) {
        return Office.of(AccessCase.open(newStore(), RolePolicy.of(seller)));
    }

    private static Account account(String name, String description) {
        Account account = new Account(name);
        account.setDescription(description);
        return account;
    }

    @Test
    void aHiddenValueIsNeitherShownNorFoundNorLost() {
        Office office = office(SELLER.restrict(Account.TYPE, Account.DESCRIPTION, AccessLevel.USER, Permission.VIEW));
        Account olgas = office.olgas(account("Acuserv", "slow to pay"));
        Session ivans = office.ivans();
        Account ivansOwn = ivans.save(account("Big Bear Stores", "slow to answer"));
        assertThat(ivansOwn.getDescription()).isEqualTo("slow to answer");
        Account read = ivans.get(Account.TYPE, olgas.getId());
        assertThat(read.getDescription()).isNull();
        assertThat(ivans.select(Account.TYPE)
                        .where(Account.DESCRIPTION.contains("slow"))
                        .list())
                .containsExactly(ivansOwn);
        assertThat(ivans.select(Account.TYPE)
                        .where(Account.DESCRIPTION.isBlank())
                        .list())
                .containsExactly(olgas);
        assertThatThrownBy(() -> ivans.select(Account.TYPE)
                        .orderBy(Account.DESCRIPTION.asc())
                        .list())
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(
                        "account can not be sorted by description, which ivan may not see in every record: the order would"
                                + " tell what is hidden; leave it out, or let VIEW reach the property as far as the records");
        read.setName("Acuserv Inc.");
        assertThat(ivans.save(read).getDescription()).isNull();
        assertThat(office.system().get(Account.TYPE, olgas.getId()).getDescription())
                .isEqualTo("slow to pay");
        Account again = ivans.get(Account.TYPE, olgas.getId());
        again.setDescription("quick to pay");
        assertThatThrownBy(() -> ivans.save(again))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(
                        "ivan may not change description of account Acuserv Inc., which is hidden: a change needs VIEW as"
                                + " well as EDIT; leave it empty, and what is stored stays, or let VIEW reach it");
    }

    @Test
    void allPropertiesThatMustNotBeChangedAreNamedAtOnce() {
        Office office = office(SELLER.restrict(Account.TYPE, Account.DESCRIPTION, AccessLevel.USER, Permission.EDIT)
                .restrict(Account.TYPE, Account.NAME, AccessLevel.NONE, Permission.EDIT)
                .restrict(Account.TYPE, Account.REFERRED_BY, AccessLevel.NONE, Permission.CREATE));
        Account read = office.ivans()
                .get(
                        Account.TYPE,
                        office.olgas(account("Acuserv", "slow to pay")).getId());
        assertThat(read.getDescription()).isEqualTo("slow to pay");
        read.setName("Acuserv Inc.");
        read.setDescription("quick to pay");
        Account referred = account("Body Toning", "new");
        referred.setReferredBy(Ref.to(read));
        assertThatThrownBy(() -> office.ivans().saveAll(List.of(read, referred)))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(
                        "ivan may not change name of account Acuserv: EDIT does not reach this property of it; leave the"
                                + " value as it is, or let EDIT reach it\n"
                                + "ivan may not change description of account Acuserv: EDIT does not reach this property of it; leave"
                                + " the value as it is, or let EDIT reach it\n"
                                + "ivan may not give referredBy to account Body Toning: CREATE does not reach this property of a"
                                + " record like it; leave it as it is in a new account, or let CREATE reach it");
    }

    @Test
    void aHiddenNameIsToldByNothing() {
        Office office = office(SELLER.restrict(Account.TYPE, Account.NAME, AccessLevel.NONE, Permission.VIEW)
                .restrict(Account.TYPE, Account.DESCRIPTION, AccessLevel.NONE, Permission.EDIT));
        Account olgas = office.olgas(account("Acuserv", "slow to pay"));
        Account renamed = Account.TYPE.copy(olgas);
        renamed.setName("Acuserv Inc.");
        office.system().save(renamed);
        Session ivans = office.ivans();
        Account read = ivans.get(Account.TYPE, olgas.getId());
        assertThat(Account.TYPE.nameOf(read)).isEqualTo(olgas.getId().toString());
        assertThat(ivans.history(read))
                .hasSize(1)
                .allSatisfy(set -> assertThat(set.toString()).doesNotContain("Acuserv"));
        read.setDescription("quick to pay");
        assertThatThrownBy(() -> ivans.save(read))
                .satisfies(denied -> assertThat(denied.getMessage())
                        .contains(olgas.getId().toString())
                        .doesNotContain("Acuserv"));
        Account wrong = ivans.get(Account.TYPE, olgas.getId());
        wrong.setReferredBy(new Ref<>(office.acme().getId()));
        assertThatThrownBy(() -> ivans.save(wrong))
                .satisfies(invalid ->
                        assertThat(invalid.getMessage()).contains("referredBy").doesNotContain("Acuserv"));
    }

    @Test
    void recordsThatHideSomethingAreNotMerged() {
        Office office = office(SELLER.restrict(Account.TYPE, Account.DESCRIPTION, AccessLevel.USER, Permission.VIEW));
        Account master = office.olgas(account("Acuserv", "slow to pay"));
        Account other = office.olgas(account("Big Bear Stores", "slow to answer"));
        MergePlan<Account> plan = office.ivans()
                .planMerge(Account.TYPE, choices -> choices.master(master).absorb(other));
        assertThat(plan.problems())
                .containsExactly(
                        "account Acuserv does not show you its description, which a merge would lose or disclose; let"
                                + " somebody merge who may see all of it",
                        "account Big Bear Stores does not show you its description, which a merge would lose or disclose;"
                                + " let somebody merge who may see all of it");
        assertThat(plan.toString()).doesNotContain("slow");
        assertThatThrownBy(() -> office.ivans().apply(plan).orThrow()).hasMessageContaining("does not show you");
        assertThat(office.system().select(Account.TYPE).count()).isEqualTo(2);
    }

    @Test
    void whatIsCarriedFromAHiddenPropertyIsHiddenToo() {
        Office office = office(SELLER.restrict(Customer.TYPE, Customer.ACCOUNT, AccessLevel.USER, Permission.VIEW));
        Channel channel = new Channel("Fairs", ChannelType.SALES).addEntity(Partner.TYPE.name());
        channel.setOrganization(Ref.to(office.acme()));
        Account acuserv = office.olgas(account("Acuserv", ""));
        Partner partner =
                office.olgas(new Partner("Body Toning", acuserv, office.system().save(channel)));
        Opportunity opportunity = new Opportunity("Big deal");
        opportunity.setCustomer(Ref.to(partner));
        Opportunity olgas = office.olgas(opportunity);
        assertThat(olgas.getAccount()).isEqualTo(Ref.to(acuserv));
        Session ivans = office.ivans();
        assertThat(ivans.get(Opportunity.TYPE, olgas.getId()).getAccount()).isNull();
        assertThat(ivans.select(Opportunity.TYPE)
                        .where(Opportunity.ACCOUNT.is(acuserv))
                        .count())
                .isZero();
        partner.setOwner(Ref.to(office.ivan()));
        office.system().save(partner);
        assertThat(ivans.get(Opportunity.TYPE, olgas.getId()).getAccount()).isEqualTo(Ref.to(acuserv));
    }

    @Test
    void anImportDoesNotMatchOnWhatIsHiddenAndKeepsIt() {
        Office office = office(SELLER.restrict(Account.TYPE, Account.DESCRIPTION, AccessLevel.USER, Permission.VIEW));
        Account olgas = office.olgas(account("Acuserv", "slow to pay"));
        assertThatThrownBy(() -> office.ivans()
                        .importer(
                                Account.TYPE,
                                layout -> layout.column(Account.NAME)
                                        .column(Account.DESCRIPTION)
                                        .matchOn(Account.DESCRIPTION))
                        .run(new Lines(
                                List.of(List.of("Account name", "Description"), List.of("Acuserv", "slow to pay")))))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("account can not be matched on description");
        Lines exported = new Lines(List.of());
        office.ivans()
                .exporter(
                        office.ivans().select(Account.TYPE),
                        layout -> layout.id("id").column(Account.NAME).column(Account.DESCRIPTION))
                .write(exported);
        assertThat(exported.rows())
                .containsExactly(
                        List.of("id", "Account name", "Description"),
                        List.of(olgas.getId().toString(), "Acuserv", ""));
        assertThat(office.ivans()
                        .importer(
                                Account.TYPE,
                                layout -> layout.matchOnId("id")
                                        .column(Account.NAME)
                                        .column(Account.DESCRIPTION)
                                        .emptyCells(org.clientele.exchange.form.EmptyCells.CLEAR))
                        .run(exported))
                .hasToString("1 read: 0 created, 0 updated, 1 unchanged, 0 skipped, 0 failed");
        assertThat(office.system().get(Account.TYPE, olgas.getId()).getDescription())
                .isEqualTo("slow to pay");
    }

    /** A host's policy: everybody may do everything, but some properties show only in some records. */
    private record Selective(Map<EntityType<?>, Map<String, Criterion<?>>> shown) implements AccessPolicy, Rights {
        @Override
        public Rights rightsOf(org.clientele.access.Actor actor, org.clientele.access.Directory directory) {
            return this;
        }

        @Override
        public <R extends CrmRecord> Criterion<R> filter(Permission permission, EntityType<R> type) {
            return Criterion.always();
        }

        @Override
        public boolean permits(Capability capability) {
            return true;
        }

        @Override
        @SuppressWarnings("unchecked") // each condition is about the type that it stands under
        public <R extends CrmRecord> Map<String, Criterion<R>> narrowed(Permission permission, EntityType<R> type) {
            return permission == Permission.VIEW
                    ? (Map<String, Criterion<R>>) (Map<?, ?>) shown.getOrDefault(type, Map.of())
                    : Map.of();
        }
    }

    @Test
    void anyPolicyHidesPropertiesOfAnyType() {
        Office office = Office.of(AccessCase.open(
                newStore(),
                new Selective(Map.of(
                        Account.TYPE, Map.of("tier", Account.NAME.startsWith("Big")),
                        Visit.TYPE, Map.of("minutes", Visit.FOLLOWS.matches(Visit.CONFIRMED.isTrue()))))));
        TextProperty<Account> tier = office.crm().define(Account.TYPE, custom -> custom.text("tier"));
        Account small = account("Acuserv", "");
        tier.set(small, "gold");
        Account big = account("Big Bear Stores", "");
        tier.set(big, "gold");
        office.olgas(small);
        office.olgas(big);
        Visit first = new Visit("First");
        first.setConfirmed(true);
        first.setMinutes(5);
        Visit second = new Visit("Second");
        second.setFollows(Ref.to(office.olgas(first)));
        second.setMinutes(7);
        office.olgas(second);
        Session ivans = office.ivans();
        assertThat(ivans.select(Account.TYPE).where(tier.is("gold")).list()).containsExactly(big);
        assertThat(ivans.select(Account.TYPE).list().stream().map(tier::get)).containsExactly(null, "gold");
        assertThat(ivans.select(Visit.TYPE).list().stream().map(Visit::getMinutes))
                .containsExactly(null, 7);
        assertThat(ivans.select(Visit.TYPE).where(Visit.MINUTES.atLeast(1)).list())
                .containsExactly(second);
        assertThat(ivans.select(Visit.TYPE)
                        .where(Visit.FOLLOWS.matches(Visit.MINUTES.isPresent()))
                        .list())
                .isEmpty();
        assertThat(Set.copyOf(ivans.saveAll(ivans.select(Account.TYPE).list()))).containsExactlyInAnyOrder(small, big);
        assertThat(tier.get(office.system().get(Account.TYPE, small.getId()))).isEqualTo("gold");
    }
}
