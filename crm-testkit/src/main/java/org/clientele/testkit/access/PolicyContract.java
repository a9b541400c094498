package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Directory;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.StoredDirectory;
import org.clientele.model.EntityType;
import org.clientele.store.RecordStore;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.Worlds;

/**
 * That the three views which an {@link AccessPolicy} gives are one, in generated worlds: the filter selects what is
 * permitted, and the decision says so. A policy's author extends it and runs it with JUnit and jqwik:
 *
 * <pre>{@code
 * class OurPolicyTest extends PolicyContract {
 *     protected RecordStore newStore() {
 *         return new InMemoryStore();
 *     }
 *     protected Arbitrary<AccessPolicy> policies() {
 *         return Arbitraries.just(new OurPolicy());
 *     }
 * }
 * }</pre>
 *
 * <p>Users in the worlds have some of {@link Worlds#ROLES}; a policy that gives rights by roles should speak of these.
 */
public abstract class PolicyContract {

    private static final int THREADS = 4;

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** The policy, or several to choose from. */
    protected abstract Arbitrary<AccessPolicy> policies();

    @Provide
    Arbitrary<AccessPolicy> anyPolicy() {
        return policies();
    }

    @Provide
    Arbitrary<Blueprint> worlds() {
        return Worlds.standard();
    }

    @Property(tries = 10)
    void theFilterSelectsExactlyWhatIsPermitted(
            @ForAll("worlds") Blueprint blueprint, @ForAll("anyPolicy") AccessPolicy policy) {
        Stage stage = Stage.of(blueprint, newStore());
        stage.eachActor(policy, views -> {
            for (EntityType<?> type : stage.types()) {
                for (Permission permission : Permission.values()) {
                    views.reached(permission, type);
                }
            }
        });
    }

    @Property(tries = 10)
    void theDecisionIsThePermissionWithItsReason(
            @ForAll("worlds") Blueprint blueprint,
            @ForAll("anyPolicy") AccessPolicy policy,
            @ForAll Permission permission) {
        Stage stage = Stage.of(blueprint, newStore());
        stage.eachActor(policy, views -> {
            stage.types().forEach(type -> views.checkDecisions(permission, type));
            views.checkCapabilities();
        });
    }

    @Property(tries = 10)
    void theConditionOfANarrowedPropertySelectsWhatItHoldsFor(
            @ForAll("worlds") Blueprint blueprint, @ForAll("anyPolicy") AccessPolicy policy) {
        Stage stage = Stage.of(blueprint, newStore());
        stage.eachActor(policy, views -> {
            for (EntityType<?> type : stage.types()) {
                for (Permission permission : Permission.values()) {
                    views.checkNarrowed(permission, type);
                }
            }
        });
    }

    @Property(tries = 5)
    void whoeverAsksAgainOrFromAnotherThreadHearsTheSame(
            @ForAll("worlds") Blueprint blueprint, @ForAll("anyPolicy") AccessPolicy policy) {
        Stage stage = Stage.of(blueprint, newStore());
        Heap heap = stage.store().inTransaction(Heap::new);
        Directory directory = new StoredDirectory();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            stage.actors().forEach(actor -> {
                Rights rights = policy.rightsOf(actor, directory);
                List<List<Object>> heard = new ArrayList<>(heard(rights, heap, threads));
                heard.add(Views.answers(rights, heap));
                List<Object> anew = Views.answers(policy.rightsOf(actor, directory), heap);
                assertThat(heard).as("what %s is told each time", actor).containsOnly(anew);
            });
        } finally {
            threads.shutdownNow();
        }
    }

    /** What several threads hear that ask the same rights at the same time. */
    private static List<List<Object>> heard(Rights rights, Heap heap, ExecutorService threads) {
        Callable<List<Object>> question = () -> Views.answers(rights, heap);
        try {
            List<List<Object>> heard = new ArrayList<>();
            for (Future<List<Object>> asked : threads.invokeAll(Collections.nCopies(THREADS, question))) {
                heard.add(asked.get());
            }
            return heard;
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }
}
