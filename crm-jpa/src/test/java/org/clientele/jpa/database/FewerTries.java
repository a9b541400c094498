package org.clientele.jpa.database;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Runs each so many-th try of a law only: the system property {@code crm.every}, else each. So the whole matrix of providers
 * and databases takes minutes.
 */
public final class FewerTries implements AroundTryHook {

    private static final int EVERY = Integer.getInteger("crm.every", 1);

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor one, List<Object> parameters) {
        AtomicInteger tries = Store.getOrCreate(FewerTries.class, Lifespan.PROPERTY, AtomicInteger::new)
                .get();
        return tries.getAndIncrement() % EVERY == 0 ? one.execute(parameters) : TryExecutionResult.satisfied();
    }
}
