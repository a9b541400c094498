package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.NONE;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.customer.Customer;
import org.clientele.journal.ChangeSet;
import org.clientele.model.CrmRecord;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.RecordStore;
import org.clientele.tag.TagChange;
import org.clientele.tag.TagUse;
import org.clientele.tag.UnknownTagException;
import org.clientele.testkit.engine.TagWorld.Seed;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.junit.jupiter.api.Test;

/** What is refused about tags, what is many, and what is hidden, by example. */
abstract class TagExamples {

    private static final int MANY = 1100;

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    interface Change {
        TagChange run();
    }

    static String isRefused(TagWorld world, Class<? extends Exception> as, Change change) {
        Map<UUID, Set<String>> before = world.tags();
        List<ChangeSet> history = world.crm.asSystem().history().list();
        String[] refusal = new String[1];
        assertThatThrownBy(change::run)
                .isInstanceOf(as)
                .satisfies(refused -> refusal[0] = String.valueOf(refused.getMessage()));
        assertThat(world.tags()).isEqualTo(before);
        assertThat(world.crm.asSystem().history().list()).isEqualTo(history);
        return refusal[0];
    }

    static void undo(Session session, TagChange change) {
        change.receipt().ifPresent(receipt -> session.undo(receipt).orThrow());
    }

    @Test
    void aHostsTypeIsAmongThoseItExtends() {
        TagWorld world = new TagWorld(newStore(), List.of(new Seed(3, 0, Set.of("retail"), Set.of())));
        assertThat(world.olga.tags().tagged(Customer.TYPE, "retail").list())
                .hasSize(1)
                .first()
                .isInstanceOf(Partner.class);
        assertThatThrownBy(() -> world.olga.tags().tagged(Visit.TYPE, "retail"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("visit carry no tags");
    }

    @Test
    void aTagThatIsCarriedElsewhereInTheRecordIsNotGivenAgain() {
        TagWorld world = new TagWorld(newStore(), List.of(new Seed(0, 0, Set.of(), Set.of("VIP"))));
        Account account = world.olga.select(Account.TYPE).first().orElseThrow();
        world.olga.tags().assign(List.of(account), "VIP", " gold ");
        Account tagged = world.olga.get(Account.TYPE, account.getId());
        assertThat(tagged.getTags()).containsExactly("gold");
        assertThat(world.labels.get(tagged)).containsExactly("VIP");
    }

    @Test
    void manyAreRenamedInOneChangeSetOrNone() {
        List<Seed> seeds = IntStream.range(0, MANY)
                .mapToObj(i -> new Seed(i % 10 == 0 ? 2 : 0, i == MANY - 1 || i == 3 ? 0 : 1, Set.of("VIP"), Set.of()))
                .toList();
        TagWorld world = new TagWorld(newStore(), seeds);
        String refusal = isRefused(
                world, AccessDeniedException.class, () -> world.ivan.tags().rename("VIP", "gold"));
        assertThat(refusal.lines()).hasSize(2);
        TagChange done = world.olga.tags().rename("VIP", "gold");
        assertThat(done.total()).isEqualTo(MANY);
        assertThat(world.olga.tags().find("gold").orElseThrow().total()).isEqualTo(MANY);
        assertThat(world.olga.history().latest(1).get(0).id())
                .isEqualTo(done.receipt().orElseThrow());
        undo(world.olga, done);
        assertThat(world.olga.tags().list()).extracting(TagUse::tag).containsExactly("VIP");
    }

    @Test
    void onlyStoredRecordsOfTypesWithTagsAreTagged() {
        TagWorld world = new TagWorld(newStore(), List.of(new Seed(1, 0, Set.of("VIP"), Set.of())));
        List<CrmRecord> hidden = new ArrayList<>(world.records(world.olga).values());
        assertThatThrownBy(() -> world.ivan.tags().assign(hidden, "gold")).isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> world.olga.tags().assign(List.of(new Account("never saved")), "gold"))
                .isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> world.olga.tags().assign(List.of(new Visit("Lunch")), "gold"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> world.olga.tags().assign(hidden, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blank");
        assertThatThrownBy(() -> world.olga.tags().assign(hidden)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whether they are assigned or saved with the record, and wherever it carries them. */
    @Test
    void tagsAreKeptWithoutBlanksAroundThemAndBlankOnesAreNone() {
        TagWorld world = new TagWorld(newStore(), List.of());
        Set<String> given = Set.of(" VIP ", "VIP", "\u00a0fair 2026\t", "", " \u00a0");
        Account account = new Account("Acuserv");
        account.setTags(given);
        world.labels.set(account, given);
        Account saved = world.olga.save(account);
        assertThat(saved.getTags()).containsExactly("VIP", "fair 2026");
        Account stored = world.olga.get(Account.TYPE, saved.getId());
        assertThat(stored.getTags()).containsExactly("VIP", "fair 2026");
        assertThat(world.labels.get(stored)).containsExactly("VIP", "fair 2026");
        assertThat(world.olga.save(stored.addTag(" VIP")).getVersion()).isEqualTo(stored.getVersion());
        world.olga.tags().assign(List.of(stored), "\u00a0gold\u00a0");
        assertThat(world.olga.tags().list()).extracting(TagUse::tag).containsExactly("fair 2026", "gold", "VIP");
    }

    @Test
    void aTagHas50CharactersAtMost() {
        TagWorld world = new TagWorld(newStore(), List.of());
        Account account = world.olga.save(new Account("Acuserv").addTag(" " + "t".repeat(50) + " "));
        assertThat(account.getTags()).containsExactly("t".repeat(50));
        String message = "has the tag '" + "t".repeat(51) + "' of 51 characters, and 50 at most; shorten it";
        assertThatThrownBy(() -> world.olga.save(account.addTag("t".repeat(51))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("tags " + message);
        isRefused(
                world, InvalidRecordException.class, () -> world.olga.tags().assign(List.of(account), "t".repeat(51)));
    }

    /** Where the tags themselves do not show, they are neither told of nor renamed. */
    @Test
    void hiddenTagsAreNotToldOf() {
        Role blind = Role.named("blind")
                .grant(Account.TYPE, ORGANIZATION, VIEW, EDIT)
                .restrict(Account.TYPE, Account.TAGS, NONE, VIEW);
        Crm crm = Crm.open(
                newStore(), config -> config.entity(Partner.TYPE, Visit.TYPE).access(RolePolicy.of(blind)));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        Session eve = crm.as(system.save(new User("eve", "eve@acme.example", "Eve", "Nord", acme).addRole("blind")));
        Account account = new Account("Acuserv");
        account.setTags(Set.of("VIP"));
        account.setOwner(eve.actor().user());
        account.setOrganization(eve.actor().organization());
        Account saved = system.save(account);
        assertThat(eve.tags().list()).isEmpty();
        assertThat(eve.tags().find("VIP")).isEmpty();
        assertThat(eve.tags().tagged(Account.TYPE, "VIP").list()).isEmpty();
        assertThatThrownBy(() -> eve.tags().rename("VIP", "gold")).isInstanceOf(UnknownTagException.class);
        assertThatThrownBy(() -> eve.tags().assign(List.of(saved), "gold")).isInstanceOf(AccessDeniedException.class);
        assertThat(system.tags().find("VIP")).isPresent();
    }
}
