package org.clientele.examples.notifications;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Delta;
import org.clientele.notice.ChangeListener;

/** The names of all accounts, as an index of another system has them. What it does can be done twice. */
final class AccountIndex implements ChangeListener {

    private final Map<UUID, String> names = new TreeMap<>();
    private boolean isDown;

    void setDown(boolean down) {
        isDown = down;
    }

    /** What it knows, by name. */
    String names() {
        return names.values().stream().sorted().toList().toString();
    }

    @Override
    public void changed(ChangeSet set) {
        if (isDown) {
            throw new IllegalStateException("the index does not answer");
        }
        set.changes().stream()
                .filter(change -> change.record().type().equals(Account.TYPE.name()))
                .forEach(this::take);
    }

    private void take(Change change) {
        UUID id = change.record().id();
        if (change.action() == Change.Action.DELETE) {
            names.remove(id);
        } else {
            change.deltas().stream()
                    .filter(delta -> delta.property().equals(Account.NAME.name()))
                    .map(Delta::after)
                    .forEach(name -> names.put(id, String.valueOf(name)));
        }
    }
}
