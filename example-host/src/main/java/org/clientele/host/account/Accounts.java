package org.clientele.host.account;

import java.util.Objects;
import java.util.UUID;
import org.clientele.Selection;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.criteria.Page;
import org.clientele.criteria.Slice;
import org.clientele.host.crm.Caller;
import org.clientele.host.crm.Sessions;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.store.StaleRecordException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts, as far as the caller may see and change them. */
@Service
public class Accounts {

    private final Sessions sessions;

    Accounts(Sessions sessions) {
        this.sessions = sessions;
    }

    /** One page of those whose names contain a text, in the order of the names. */
    @Transactional(readOnly = true)
    public Page<Account> named(Caller caller, String text, int number, int size) {
        return named(caller, text).page(number, size);
    }

    /** The next of them after those of a slice; of null, the first. */
    @Transactional(readOnly = true)
    public Slice<Account> named(Caller caller, String text, @Nullable String after, int size) {
        return named(caller, text).slice(size, after);
    }

    private Selection<Account> named(Caller caller, String text) {
        Selection<Account> all = sessions.of(caller).select(Account.TYPE).orderBy(Account.NAME.asc());
        return text.isBlank() ? all : all.where(Account.NAME.contains(text));
    }

    @Transactional(readOnly = true)
    public Account get(Caller caller, UUID id) {
        return sessions.of(caller).get(Account.TYPE, id);
    }

    @Transactional
    public Account create(Caller caller, AccountChange wanted) {
        return sessions.of(caller).save(changed(new Account(""), wanted));
    }

    /** Changes the version that the caller has seen, and no later one. */
    @Transactional
    public Account update(Caller caller, UUID id, AccountChange wanted) {
        Session session = sessions.of(caller);
        Account account = session.get(Account.TYPE, id);
        if (!Objects.equals(account.getVersion(), wanted.version())) {
            throw new StaleRecordException("account " + account.getName(), wanted.version(), account.getVersion());
        }
        return session.save(changed(account, wanted));
    }

    @Transactional(readOnly = true)
    public AccountsByOpportunities.Result byOpportunities(Caller caller) {
        return sessions.of(caller).run(AccountsByOpportunities.report());
    }

    private static Account changed(Account account, AccountChange wanted) {
        account.setName(wanted.name());
        account.setDescription(wanted.description());
        return account;
    }
}
