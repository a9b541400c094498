package org.clientele.examples.decider;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.Directory;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.access.DirectoryContract;
import org.clientele.testkit.world.World;
import org.clientele.value.Ref;

class StaffTest extends DirectoryContract {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }

    /** Everybody is in the two units that come next. */
    @Override
    protected Directory directory(World world) {
        Staff staff = new Staff();
        List<User> users = world.made(User.TYPE);
        List<BusinessUnit> units = world.made(BusinessUnit.TYPE);
        for (int i = 0; i < users.size(); i++) {
            User user = users.get(i);
            staff.put(
                    user.getUsername(),
                    Objects.requireNonNull(user.getOrganization()),
                    units.isEmpty() ? Set.of() : Set.copyOf(List.of(unit(units, i), unit(units, i + 1))),
                    "seller");
        }
        return staff;
    }

    private static Ref<BusinessUnit> unit(List<BusinessUnit> units, int number) {
        return Ref.to(units.get(number % units.size()));
    }
}
