package org.clientele.testkit.world;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.testkit.world.World.Owner;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Generates worlds: organizations, deep and broad trees of business units, users with memberships in several of them,
 * channels, contacts, accounts, customers of several kinds, leads, opportunities and visits, carts and orders of a web shop,
 * companies that buy in a storefront with their users and documents, websites with what visitors did there, activities about
 * all of these, files attached to them, some of them shared.
 *
 * <p>A host adds records of its own by a step for each of its types:
 *
 * <pre>{@code
 * record Signs(int account, Owner owner) implements Step {
 *     public void build(World world) {
 *         world.pick(Account.TYPE, account).ifPresent(signer -> world.add(new Contract(signer), owner));
 *     }
 * }
 * Arbitrary<Blueprint> worlds = Worlds.with(Combinators.combine(Worlds.numbers(), Worlds.owners()).as(Signs::new));
 * }</pre>
 */
public final class Worlds {

    /** The names of roles that users have, in any combination; what they mean is said by the policy of the CRM. */
    public static final List<String> ROLES = List.of("seller", "clerk", "leader");

    /** The name of a role that users have as well and that no policy should know. */
    public static final String UNKNOWN_ROLE = "stranger";

    private static final int MOST_OF_A_KIND = 4;

    private Worlds() {}

    /** Worlds of the standard entities and of the host types in this testkit. */
    public static Arbitrary<Blueprint> standard() {
        return steps().map(Blueprint::new).withoutEdgeCases();
    }

    /** Standard worlds with steps of a host's own after the others. */
    public static Arbitrary<Blueprint> with(Arbitrary<? extends Step> further) {
        return then(steps(), further).map(Blueprint::new).withoutEdgeCases();
    }

    private static Arbitrary<List<Step>> steps() {
        Arbitrary<List<Step>> steps = Arbitraries.just(List.of());
        for (Arbitrary<? extends Step> kind : List.of(
                OrganizationSteps.organizations(),
                OrganizationSteps.units(),
                OrganizationSteps.units(),
                OrganizationSteps.users(),
                ClientSteps.channels(),
                ClientSteps.contacts(),
                ClientSteps.accounts(),
                ClientSteps.customers(),
                SalesSteps.leads(),
                SalesSteps.opportunities(),
                SalesSteps.visits(),
                ShopSteps.customers(),
                ShopSteps.carts(),
                ShopSteps.orders(),
                StorefrontSteps.companies(),
                StorefrontSteps.buyers(),
                StorefrontSteps.documents(),
                WebsiteSteps.websites(),
                WebsiteSteps.events(),
                ActivitySteps.activities(),
                ActivitySteps.attachments(),
                ShareSteps.shares())) {
            steps = then(steps, kind);
        }
        return steps;
    }

    private static Arbitrary<List<Step>> then(Arbitrary<List<Step>> earlier, Arbitrary<? extends Step> kind) {
        return Combinators.combine(earlier, kind.list().ofMaxSize(MOST_OF_A_KIND))
                .as((before, after) -> {
                    List<Step> all = new ArrayList<>(before);
                    all.addAll(after);
                    return all;
                });
    }

    /** A reference to the record that a number picks; null when there is none. */
    static <R extends CrmRecord> @Nullable Ref<R> ref(World world, EntityType<R> type, @Nullable Integer number) {
        return number == null ? null : world.pick(type, number).map(Ref::to).orElse(null);
    }

    /** Numbers for {@link World#pick}; -1 is the last one. */
    public static Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(-1, MOST_OF_A_KIND);
    }

    /** Owners for records. */
    public static Arbitrary<Owner> owners() {
        return Combinators.combine(numbers(), numbers()).as(Owner::new);
    }

    /** Texts as people write them and as they should not matter: empty, quoted, broken into lines, from everywhere. */
    public static Arbitrary<String> texts() {
        return Arbitraries.of(
                "",
                " ",
                "Acuserv",
                "Big Bear Stores",
                "it's \"quoted\"",
                "one,two;three\tfour",
                "two\r\nlines",
                "=1+1",
                "%_\\",
                "Zo\u00eb \ud83d\ude00",
                "\u0416\u0430\u043d\u043d\u0430");
    }
}
