package org.clientele.examples.decider;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.clientele.access.AccessPolicy;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.access.PolicyContract;

class CasbinPolicyTest extends PolicyContract {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }

    @Override
    protected Arbitrary<AccessPolicy> policies() {
        return Arbitraries.just(new CasbinPolicy(Desk.enforcer()));
    }
}
