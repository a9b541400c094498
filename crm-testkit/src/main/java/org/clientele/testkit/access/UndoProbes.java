package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.clientele.Session;
import org.clientele.model.CrmRecord;
import org.clientele.undo.UnknownChangeSetException;

/** Probes of undo: what was done to a hidden record is neither told nor taken back. */
final class UndoProbes {

    private UndoProbes() {}

    static Map<String, Probe> all() {
        return Map.of(
                "Session.planUndo(UUID)", UndoProbes::plan,
                "Session.undo(UUID)", UndoProbes::undo,
                "Session.undo(List)", UndoProbes::undoAll);
    }

    private static <R extends CrmRecord> void plan(Scene<R> scene) {
        eachIsUnknown(scene, Session::planUndo);
    }

    private static <R extends CrmRecord> void undo(Scene<R> scene) {
        eachIsUnknown(scene, Session::undo);
    }

    private static <R extends CrmRecord> void undoAll(Scene<R> scene) {
        for (R record : scene.hidden()) {
            scene.system().history(record).stream()
                    .limit(1)
                    .forEach(set -> assertThatThrownBy(() -> scene.alone().undo(List.of(set.id())))
                            .as("%s", scene)
                            .isInstanceOf(UnknownChangeSetException.class)
                            .satisfies(refusal -> scene.tellsNothingOf(record, String.valueOf(refusal.getMessage()))));
        }
    }

    /** Whoever may not see a record is not told whether there is a change set about it. */
    private static <R extends CrmRecord> void eachIsUnknown(Scene<R> scene, BiConsumer<Session, UUID> call) {
        for (R record : scene.hidden()) {
            scene.system().history(record).stream().limit(1).forEach(set -> {
                String refusal = scene.viewer().refusal(session -> call.accept(session, set.id()));
                assertThat(refusal).as("%s", scene).startsWith(UnknownChangeSetException.class.getSimpleName());
                scene.tellsNothingOf(record, refusal);
            });
        }
    }
}
