package org.clientele.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.ReferenceProperty;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Brings stored customers under the strategy that is in force for their kind, after a host has chosen another one. Customers
 * that are as they should be are left alone, so that it may be run again, also after it broke off. Keeps one identity of each
 * customer to be changed in memory.
 *
 * <pre>{@code
 * crm.schema().set(AccountAssignment.SETTING, AccountAssignment.usual()
 *         .strategy(CommerceCustomer.TYPE, AccountStrategy.root(CommerceCustomer.PARENT)));
 * long changed = new AccountRegrouping(crm.asSystem()).apply(CommerceCustomer.TYPE);
 * }</pre>
 */
public final class AccountRegrouping {

    private static final int AT_A_TIME = 200;

    private static final String READ = "read";

    private final Transactions work;

    /** Works in the transactions of a session, as far as its actor sees customers. */
    public AccountRegrouping(Transactions work) {
        this.work = work;
    }

    /**
     * Gives the customers of a type, and of those that extend it, the accounts that they share with the root of their tree,
     * or accounts of their own again: the previous ones, and new ones where there was none. Some customers at a time become
     * one change set each.
     *
     * @return how many customers changed
     * @throws org.clientele.access.AccessDeniedException when the actor may not edit one of them, or not make accounts
     */
    public long apply(EntityType<? extends Customer> type) {
        List<EntityType<?>> kinds = work.inTransaction(
                READ,
                transaction ->
                        transaction.schema().typesBelow(type.recordClass()).toList());
        return kinds.stream().mapToLong(this::regroup).sum();
    }

    @SuppressWarnings("unchecked") // asked for types below one of customers
    private long regroup(EntityType<?> kind) {
        return regroupKind((EntityType<? extends Customer>) kind);
    }

    private <C extends Customer> long regroupKind(EntityType<C> kind) {
        Criterion<C> misplaced = work.inTransaction(READ, transaction -> misplaced(kind, transaction));
        List<UUID> ids = work.inTransaction(READ, transaction -> ids(kind, misplaced, transaction));
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + AT_A_TIME));
            work.<Void>inTransaction("accounts of each " + kind, transaction -> {
                regroup(kind, misplaced, some, transaction);
                return null;
            });
        }
        return ids.size() - work.<Long>inTransaction(READ, transaction -> transaction.count(kind, misplaced));
    }

    private static <C extends Customer> List<UUID> ids(
            EntityType<C> kind, Criterion<C> where, Transaction transaction) {
        try (Stream<List<@Nullable Object>> rows = transaction.values(kind, Query.of(where), List.of(CrmRecord.ID))) {
            return rows.map(row -> (UUID) row.get(0)).filter(Objects::nonNull).toList();
        }
    }

    /**
     * The customers of this very type that have an account of their own although they should share, or the other way round.
     */
    private static <C extends Customer> Criterion<C> misplaced(EntityType<C> kind, Transaction transaction) {
        ReferenceProperty<?, ?> parent = transaction
                .schema()
                .setting(AccountAssignment.SETTING)
                .strategy(kind.recordClass())
                .parent()
                .orElse(null);
        Criterion<C> own = new Criterion.OfClass<>(Set.of(kind.recordClass()));
        return parent == null
                ? own.and(Customer.SHARES_ACCOUNT.isTrue())
                : own.and(AccountRegrouping.<C>below(parent)).and(Customer.SHARES_ACCOUNT.isFalse());
    }

    @SuppressWarnings("unchecked") // the strategy is that of the type or of one above
    private static <C extends Customer> Criterion<C> below(ReferenceProperty<?, ?> parent) {
        return ((ReferenceProperty<C, ?>) parent).isPresent();
    }

    private static <C extends Customer> void regroup(
            EntityType<C> kind, Criterion<C> misplaced, List<UUID> ids, Transaction transaction) {
        List<Write<?>> writes = new ArrayList<>();
        for (C before : transaction.findAll(kind, ids)) {
            if (misplaced.test(before, transaction)) {
                addWrites(kind, before, writes);
            }
        }
        transaction.write(writes);
    }

    /** What shares is made to have its own; what is to share only needs to be saved again. */
    private static <C extends Customer> void addWrites(EntityType<C> type, C before, List<Write<?>> writes) {
        C after = type.copy(before);
        if (before.isSharingAccount()) {
            Ref<Account> own = before.getPreviousAccount();
            if (own == null) {
                Account fresh = Assigning.newAccount(type.nameOf(before), before);
                writes.add(new Write.Insert<>(Account.TYPE, fresh));
                own = Ref.to(fresh);
            }
            after.standApart(own);
        }
        writes.add(new Write.Update<>(type, before, after));
    }
}
