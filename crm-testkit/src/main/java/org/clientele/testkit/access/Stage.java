package org.clientele.testkit.access;

import java.util.List;
import java.util.function.Consumer;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Actor;
import org.clientele.access.StoredDirectory;
import org.clientele.model.EntityType;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;

/** A world on a store, with the users in it at work. */
record Stage(RecordStore store, World world, List<Actor> actors) {

    static Stage of(Blueprint blueprint, RecordStore store) {
        World world = blueprint.build(Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE)));
        return new Stage(
                store, world, world.sessions().stream().map(Session::actor).toList());
    }

    Crm crm() {
        return world.crm();
    }

    /** The types that records can be of. */
    List<EntityType<?>> types() {
        return crm().schema().types().stream()
                .filter(type -> !type.isAbstract())
                .toList();
    }

    /** Works with all records in one transaction. */
    void read(Consumer<Records> work) {
        boolean done = store.inTransaction(records -> {
            work.accept(records);
            return true;
        });
        if (!done) {
            throw new AssertionError("the store did not run the work");
        }
    }

    /** Works with the views that a policy gives to each actor. */
    void eachActor(AccessPolicy policy, Consumer<Views> work) {
        read(records -> actors.forEach(
                actor -> work.accept(new Views(actor, policy.rightsOf(actor, new StoredDirectory()), records))));
    }
}
