package org.clientele.testkit.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A probe for each entry point by its name, as {@link EntryPoints} gives it. */
final class Probes {

    private Probes() {}

    static Map<String, Probe> all() {
        Map<String, Probe> all = new LinkedHashMap<>();
        for (Map<String, Probe> some : List.of(
                ReadingProbes.all(),
                HistoryProbes.all(),
                AsOfProbes.all(),
                SelectionProbes.all(),
                GridProbes.all(),
                RecordsProbes.all(),
                RightsProbes.all(),
                WritingProbes.all(),
                TagProbes.all(),
                WorkflowProbes.all(),
                MergeProbes.all(),
                UndoProbes.all(),
                ConversionProbes.all(),
                ExchangeProbes.all(),
                SyncProbes.all())) {
            some.forEach((name, probe) -> {
                if (all.put(name, probe) != null) {
                    throw new IllegalStateException(name + " has two probes; join them");
                }
            });
        }
        return all;
    }
}
