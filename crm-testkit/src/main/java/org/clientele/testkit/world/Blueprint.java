package org.clientele.testkit.world;

import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;

/** What a world is to be made of, step by step. Immutable. */
public record Blueprint(List<Step> steps) {

    public Blueprint {
        steps = List.copyOf(steps);
    }

    /** Makes the world in an empty CRM that knows the types of its steps, in one transaction of the system. */
    public World build(Crm crm) {
        Session system = crm.asSystem();
        return system.inTransaction("a world", transaction -> {
            World world = new World(crm, transaction);
            world.begin();
            steps.forEach(step -> step.build(world));
            return world;
        });
    }
}
