package org.clientele.benchmarks;

import static org.clientele.access.Permission.EDIT;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.clientele.access.Rights;
import org.clientele.access.StoredDirectory;
import org.clientele.account.Account;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Whether a user in 3 of 200 units may edit an account, for accounts all over the heap, beside finding its owner in a hash map
 * of 10,000 users, and beside jCasbin. One in thirty may be edited. Before anything is measured all must decide alike.
 *
 * <p>{@code casbin} knows the rules of all units; {@code casbinForThisUser} was given those of the user's three units only.
 * {@code getById} has the owners' identities at hand and touches no account.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OneDecision {

    private static final int ACCOUNTS = 1 << 17;
    private static final int CHECKED = 2_000;

    private final Offices offices = new Offices(ACCOUNTS);
    private final Account[] accounts = offices.accounts().toArray(new Account[0]);
    private final UUID[] owners =
            offices.accounts().stream().map(OneDecision::owner).toArray(UUID[]::new);
    private final Rights rights = Offices.POLICY.rightsOf(offices.actor(), new StoredDirectory());
    private final Rights rightsByIdentities = Offices.POLICY.rightsOf(offices.actor(), offices.identities());
    private final Casbin casbin =
            new Casbin(offices, offices.units().stream().map(Ref::to).toList());
    private final Casbin casbinForThisUser = new Casbin(offices, offices.olga().getBusinessUnits());
    private int next;

    private static UUID owner(Account account) {
        return Objects.requireNonNull(account.getOwner()).id();
    }

    /** IllegalStateException unless all decide alike, and not always the same. */
    @Setup
    public void compare() {
        int granted = 0;
        for (Account account : List.of(accounts).subList(0, CHECKED)) {
            User owner = Objects.requireNonNull(offices.users().get(owner(account)));
            boolean may =
                    owner.getBusinessUnits().stream().anyMatch(offices.olga().getBusinessUnits()::contains);
            if (may != permits(rights, account)
                    || may != permits(rightsByIdentities, account)
                    || may != casbin.mayEdit(account)
                    || may != casbinForThisUser.mayEdit(account)) {
                throw new IllegalStateException("not all decide alike about " + account.getName());
            }
            granted += may ? 1 : 0;
        }
        if (granted == 0 || granted == CHECKED) {
            throw new IllegalStateException(granted + " of " + CHECKED + " granted says nothing");
        }
    }

    private boolean permits(Rights of, Account account) {
        return of.permits(EDIT, Account.TYPE, account, offices);
    }

    /** They were made in this order, and their owners by chance: neither owners nor what owners hold come in turn. */
    private int next() {
        next = (next + 40_503) & (ACCOUNTS - 1);
        return next;
    }

    @Benchmark
    public boolean decision() {
        return permits(rights, accounts[next()]);
    }

    @Benchmark
    public boolean decisionByIdentities() {
        return permits(rightsByIdentities, accounts[next()]);
    }

    @Benchmark
    public @Nullable User get() {
        return offices.users().get(owner(accounts[next()]));
    }

    @Benchmark
    public @Nullable User getById() {
        return offices.users().get(owners[next()]);
    }

    @Benchmark
    public boolean casbin() {
        return casbin.mayEdit(accounts[next()]);
    }

    @Benchmark
    public boolean casbinForThisUser() {
        return casbinForThisUser.mayEdit(accounts[next()]);
    }
}
