package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.clientele.access.AccessDecision;
import org.clientele.access.AccessLevel;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Capability;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Question;
import org.clientele.access.Rights;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.world.Blueprint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That the contract of a policy catches policies that break it, each by the law that it breaks. */
class PolicyContractTest {

    /** The contract on a world of one organization and one user, with the laws that stood against a policy. */
    private static final class Trial extends PolicyContract {

        private static final Blueprint SMALLEST = new Blueprint(List.of());

        @Override
        protected RecordStore newStore() {
            return new InMemoryStore();
        }

        @Override
        protected Arbitrary<AccessPolicy> policies() {
            return Arbitraries.of(List.of());
        }

        List<String> broken(AccessPolicy policy) {
            List<String> broken = new ArrayList<>();
            judge("filter", broken, () -> theFilterSelectsExactlyWhatIsPermitted(SMALLEST, policy));
            for (Permission permission : Permission.values()) {
                judge("decision", broken, () -> theDecisionIsThePermissionWithItsReason(SMALLEST, policy, permission));
            }
            judge("narrowed", broken, () -> theConditionOfANarrowedPropertySelectsWhatItHoldsFor(SMALLEST, policy));
            judge("again", broken, () -> whoeverAsksAgainOrFromAnotherThreadHearsTheSame(SMALLEST, policy));
            return broken.stream().distinct().toList();
        }

        private static void judge(String law, List<String> broken, Runnable test) {
            try {
                test.run();
            } catch (AssertionError failure) {
                broken.add(law);
            }
        }
    }

    /** Rights to see users and to export, and nothing wrong with them; each policy below changes one thing. */
    private static class Sound implements Rights {

        @Override
        public <R extends CrmRecord> Criterion<R> filter(Permission permission, EntityType<R> type) {
            return type == User.TYPE && permission == Permission.VIEW ? Criterion.always() : Criterion.never();
        }

        @Override
        public boolean permits(Capability capability) {
            return capability == Capability.EXPORT;
        }
    }

    private static List<String> broken(Rights rights) {
        return new Trial().broken((actor, directory) -> rights);
    }

    @Test
    void aPolicyWhoseViewsAreOnePasses() {
        assertThat(broken(new Sound())).isEmpty();
    }

    @Test
    void permittingMoreThanTheFilterSelectsIsCaught() {
        assertThat(broken(new Sound() {
                    @Override
                    public <R extends CrmRecord> boolean permits(
                            Permission permission, EntityType<R> type, R record, Lookup lookup) {
                        return type == User.TYPE;
                    }
                }))
                .containsExactly("filter");
    }

    @Test
    void aDecisionOtherThanThePermissionIsCaught() {
        assertThat(broken(decidingBy(question -> AccessDecision.of(true, "why not"))))
                .containsExactly("decision");
    }

    @Test
    void aDecisionWithoutAReasonIsCaught() {
        assertThat(broken(decidingBy(question ->
                        AccessDecision.of(new Sound().decide(question).granted(), " "))))
                .containsExactly("decision");
    }

    @Test
    void aMissingGrantOfSomethingElseIsCaught() {
        assertThat(broken(decidingBy(question -> missing(question, User.TYPE, question.permission()))))
                .containsExactly("decision");
        assertThat(broken(decidingBy(question -> missing(question, question.type(), Permission.ASSIGN))))
                .containsExactly("decision");
    }

    @Test
    void aGrantThatIsMissingFromAnApprovalIsCaught() {
        assertThat(broken(decidingBy(question -> new AccessDecision(
                        new Sound().decide(question).granted(),
                        "so it is",
                        new Grant(question.type(), question.permission(), AccessLevel.USER),
                        List.of()))))
                .containsExactly("decision");
    }

    private static AccessDecision missing(Question<?> question, EntityType<?> type, Permission permission) {
        AccessDecision sound = new Sound().decide(question);
        Grant grant = sound.granted() ? null : new Grant(type, permission, AccessLevel.USER);
        return new AccessDecision(sound.granted(), sound.reason(), grant, List.of());
    }

    /** What is decided about a question. */
    @FunctionalInterface
    private interface Answer {
        AccessDecision to(Question<?> question);
    }

    private static Rights decidingBy(Answer answer) {
        return new Sound() {
            @Override
            public <R extends CrmRecord> AccessDecision decide(Question<R> question) {
                return answer.to(question);
            }
        };
    }

    @Test
    void aDecisionOnACapabilityOtherThanThePermissionIsCaught() {
        assertThat(broken(new Sound() {
                    @Override
                    public AccessDecision decide(Capability capability) {
                        return AccessDecision.of(true, "why not");
                    }
                }))
                .containsExactly("decision");
    }

    /** Has a value for the first record that is looked at, and for no later one. */
    private static final class WearsOut implements Attribute<CrmRecord, UUID> {

        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public String name() {
            return "wears out";
        }

        @Override
        public @Nullable UUID get(CrmRecord record) {
            return looks.getAndIncrement() == 0 ? record.getId() : null;
        }
    }

    @Test
    void aConditionOfAPropertyThatDoesNotSelectWhatItHoldsForIsCaught() {
        assertThat(broken(new Sound() {
                    @Override
                    public <R extends CrmRecord> Map<String, Criterion<R>> narrowed(
                            Permission permission, EntityType<R> type) {
                        Criterion<CrmRecord> worn = new Criterion.Blank<>(new WearsOut()).negate();
                        return type == User.TYPE ? Map.of("email", new Criterion.All<>(List.of(worn))) : Map.of();
                    }
                }))
                .containsExactly("narrowed");
    }

    @Test
    void aPolicyThatChangesItsMindIsCaught() {
        AtomicInteger asked = new AtomicInteger();
        assertThat(new Trial().broken((actor, directory) -> new Sound() {
                    private final boolean allows = asked.getAndIncrement() % 2 == 0;

                    @Override
                    public boolean permits(Capability capability) {
                        return allows;
                    }
                }))
                .containsExactly("again");
    }

    @Test
    void rightsThatHoldOnOneThreadOnlyAreCaught() {
        assertThat(new Trial().broken((actor, directory) -> new Sound() {
                    private final Set<Thread> known = Set.of(Thread.currentThread());

                    @Override
                    public boolean permits(Capability capability) {
                        return known.contains(Thread.currentThread());
                    }
                }))
                .containsExactly("again");
    }
}
