package org.clientele.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.door.Door;
import org.clientele.journal.Recorded;
import org.clientele.journal.Since;
import org.clientele.model.CrmRecord;
import org.clientele.store.Write;
import org.clientele.undo.Restored.Effect;

/** Says what an undo does, as far as the actor may know it. */
record Answer(Door door, Recorded recorded, Reversals reversals) {

    /** Whether nothing can be done at all: something that was deleted can not come back. */
    boolean isRefused() {
        return reversals.isHopeless();
    }

    Undo answer(Optional<UUID> receipt) {
        String reason = "undo of " + recorded.set().reason();
        boolean isRefused = isRefused();
        return new Undo(
                recorded.set().id(), reason, receipt, isRefused ? List.of() : restored(), kept(), blocked(), isRefused);
    }

    /** What is alike among what followed of itself. */
    private record Kind(Effect effect, String type, List<String> properties) {}

    private List<Restored> restored() {
        List<Restored> restored = new ArrayList<>();
        Map<Kind, Integer> followed = new LinkedHashMap<>();
        for (Reversal<?> each : reversals.reversals()) {
            Write<?> write = each.write();
            if (write != null && !reversals.findings().blocked().containsKey(each.id())) {
                Kind kind = new Kind(effect(write), each.type().name(), each.properties());
                if (each.net().isFollowed()) {
                    followed.merge(kind, 1, Integer::sum);
                } else {
                    restored.add(new Restored(kind.effect(), kind.type(), each.id(), name(each), kind.properties(), 1));
                }
            }
        }
        for (MassReversal<?> mass : reversals.masses()) {
            Kind kind = new Kind(
                    Effect.CHANGES,
                    mass.reference().type().name(),
                    List.of(mass.reference().property().name()));
            followed.merge(kind, mass.holders().size(), Integer::sum);
        }
        followed.forEach((kind, count) ->
                restored.add(new Restored(kind.effect(), kind.type(), null, "", kind.properties(), count)));
        return restored;
    }

    private static Effect effect(Write<?> write) {
        return write instanceof Write.Insert<?>
                ? Effect.COMES_BACK
                : write instanceof Write.Delete<?> ? Effect.GOES : Effect.CHANGES;
    }

    /** What the actor may call the record; empty when the actor may not see it. */
    private <R extends CrmRecord> String name(Reversal<R> each) {
        R stored = each.stored();
        Write<R> write = each.write();
        if (stored != null) {
            return door.find(each.type(), each.id()).map(each.type()::nameOf).orElse("");
        }
        return each.net().isFollowed() || write == null ? "" : door.nameOf(write.record());
    }

    private List<Kept> kept() {
        return reversals.findings().kept().stream().map(this::kept).toList();
    }

    private Kept kept(Findings.Remark remark) {
        Reversal<?> about = remark.about();
        String name = about.stored() == null && door.isOfSystem()
                ? remark.later().map(Since.Event::name).orElse("")
                : name(about);
        boolean isSeen = !name.isEmpty();
        Set<String> hidden = about.stored() == null ? Set.of() : door.hidden(about.type(), about.id());
        boolean isHidden = remark.property() != null && hidden.contains(remark.property());
        Optional<Since.Event> later = remark.later().filter(event -> isSeen && !isHidden);
        return new Kept(
                about.type().name(),
                isSeen ? about.id() : null,
                name,
                isHidden ? null : remark.property(),
                isSeen && !isHidden ? remark.value() : null,
                later.map(event -> event.set().id()).orElse(null),
                later.map(event -> event.set().actorName()).orElse(""),
                remark.reason());
    }

    private List<Blocked> blocked() {
        Map<UUID, Reversal<?>> byId = new LinkedHashMap<>();
        reversals.reversals().forEach(each -> byId.put(each.id(), each));
        List<Blocked> blocked = new ArrayList<>();
        reversals.findings().blocked().forEach((id, reasons) -> {
            Reversal<?> about = byId.get(id);
            String name = about == null ? "" : name(about);
            String type = about == null ? "record" : about.type().name();
            for (String reason : reasons) {
                blocked.add(new Blocked(type, name.isEmpty() ? null : id, name, reason));
            }
        });
        return blocked;
    }
}
