package org.clientele.examples.quickstart;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.merge.MergePlan;

/** Accounts that mean the same client: found by name, shown as a plan, then merged. */
final class Twins {

    private static final Set<String> FORMS =
            Set.of("inc", "ltd", "llc", "corp", "corporation", "company", "co", "gmbh");

    private final Session session;
    private final PrintStream out;

    Twins(Session session, PrintStream out) {
        this.session = session;
        this.out = out;
    }

    void merge() {
        List<List<Account>> groups = groups();
        if (groups.isEmpty()) {
            out.println("  no two accounts have nearly the same name; nothing to merge");
        }
        groups.forEach(this::merge);
    }

    private void merge(List<Account> twins) {
        Account master = twins.get(0);
        List<Account> absorbed = twins.subList(1, twins.size());
        MergePlan<Account> plan = session.planMerge(
                Account.TYPE,
                choices -> choices.master(master)
                        .absorb(absorbed.toArray(Account[]::new))
                        .append(Account.CONTACTS, Account.TAGS));
        out.println(plan.toString().indent(2).stripTrailing());
        Account merged = session.apply(plan).orThrow().master();
        out.printf("  applied: %s%n", merged.getName());
    }

    private List<List<Account>> groups() {
        Map<String, List<Account>> byKey = session.select(Account.TYPE).list().stream()
                .collect(Collectors.groupingBy(Twins::key, LinkedHashMap::new, Collectors.toList()));
        return byKey.values().stream().filter(group -> group.size() > 1).toList();
    }

    /** The words of the name without legal forms, ignoring case and punctuation. */
    private static String key(Account account) {
        String name = String.valueOf(account.getName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(name.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !FORMS.contains(word))
                .collect(Collectors.joining(" "));
    }
}
