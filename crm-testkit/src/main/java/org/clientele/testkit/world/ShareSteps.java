package org.clientele.testkit.world;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.access.Permission;
import org.clientele.access.Share;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;

/** Steps that share records. */
final class ShareSteps {

    private ShareSteps() {}

    /** Shares any record that was made, in its own organization, with a user or a unit. */
    record AddShare(int record, int grantee, boolean unit, Permission permission) implements Step {
        @Override
        public void build(World world) {
            List<CrmRecord> made = world.made();
            share(world, made.get(Math.floorMod(record, made.size())));
        }

        private <R extends CrmRecord> void share(World world, R shared) {
            EntityType<R> type = world.crm().schema().typeOf(shared);
            AnyRef ref = new AnyRef(type.name(), shared.getId());
            (unit
                            ? world.pick(BusinessUnit.TYPE, grantee)
                                    .map(found -> Share.withUnit(Ref.to(found), ref, permission))
                            : world.pick(User.TYPE, grantee).map(found -> Share.with(Ref.to(found), ref, permission)))
                    .ifPresent(share -> {
                        share.setOrganization(type.ownership()
                                .map(ownership -> ownership.organization().get(shared))
                                .map(organization -> new Ref<Organization>(organization.id()))
                                .orElseGet(() ->
                                        Ref.to(world.pick(Organization.TYPE, 0).orElseThrow())));
                        world.add(share);
                    });
        }
    }

    static Arbitrary<AddShare> shares() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Worlds.numbers(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Permission.VIEW, Permission.EDIT, Permission.DELETE, Permission.ASSIGN))
                .as(AddShare::new);
    }
}
