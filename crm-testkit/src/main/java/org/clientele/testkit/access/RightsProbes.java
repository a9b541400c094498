package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.clientele.Session;
import org.clientele.access.AccessDecision;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.store.RecordNotFoundException;

/** Probes of what a session says about rights: the decision, its reasons, who may, who can own. */
final class RightsProbes {

    private RightsProbes() {}

    static Map<String, Probe> all() {
        return Map.of(
                "Session.may(Permission, CrmRecord)", RightsProbes::may,
                "Session.check(Permission, CrmRecord)", RightsProbes::check,
                "Session.check(User, Permission, CrmRecord)", RightsProbes::checkForAnother,
                "Session.check(Capability)", RightsProbes::showsTheActorsRolesAlone,
                "Session.whoMay(Permission, CrmRecord)", RightsProbes::whoMay,
                "Session.assignableOwners(EntityType, ReferenceProperty)", RightsProbes::assignableOwners,
                "Session.assignableOwners(CrmRecord, ReferenceProperty)", RightsProbes::assignableOwnersOfARecord);
    }

    private static <R extends CrmRecord> void may(Scene<R> scene) {
        for (R record : scene.hidden()) {
            assertThat(scene.session().may(Permission.VIEW, scene.forged(record)))
                    .as("%s", scene)
                    .isFalse();
        }
    }

    /** The reason is told without the record's name and its owner's, whatever was asked for. */
    private static <R extends CrmRecord> void check(Scene<R> scene) {
        for (R record : scene.hidden()) {
            R forged = scene.forged(record);
            assertThat(scene.session().check(Permission.VIEW, forged).granted())
                    .as("%s", scene)
                    .isFalse();
            for (Permission permission : Permission.values()) {
                AccessDecision decision = scene.session().check(permission, forged);
                scene.tellsNothingOf(record, decision.explain());
            }
        }
    }

    /** Nobody asks for another about a hidden record, nor about a hidden user. */
    private static <R extends CrmRecord> void checkForAnother(Scene<R> scene) {
        Session session = scene.session();
        User somebody = scene.world().made(User.TYPE).get(0);
        for (R record : scene.hidden()) {
            assertThatThrownBy(() -> session.check(somebody, Permission.VIEW, record))
                    .as("%s", scene)
                    .isInstanceOf(RecordNotFoundException.class);
            if (record instanceof User user) {
                scene.viewer()
                        .shownRecords()
                        .limit(1)
                        .forEach(shown -> assertThatThrownBy(() -> session.check(user, Permission.VIEW, shown))
                                .as("%s", scene)
                                .isInstanceOf(RecordNotFoundException.class));
            }
        }
    }

    private static <R extends CrmRecord> void showsTheActorsRolesAlone(Scene<R> scene) {
        for (Capability capability : Capability.values()) {
            String told = scene.session().check(capability).explain();
            scene.hidden().forEach(record -> scene.tellsNothingOf(record, told));
        }
    }

    private static <R extends CrmRecord> void whoMay(Scene<R> scene) {
        Session session = scene.session();
        for (R record : scene.hidden()) {
            assertThatThrownBy(() -> session.whoMay(Permission.VIEW, record))
                    .as("%s", scene)
                    .isInstanceOf(RecordNotFoundException.class);
        }
        if (scene.type() == User.TYPE && !scene.hidden().isEmpty()) {
            scene.viewer()
                    .shownRecords()
                    .limit(2)
                    .forEach(record -> scene.isShown(session.whoMay(Permission.VIEW, record).stream()));
        }
    }

    private static <R extends CrmRecord> void assignableOwners(Scene<R> scene) {
        EntityType<R> type = scene.type();
        if (!type.isAbstract()) {
            type.ownership().ifPresent(by -> assignable(scene, by));
        }
    }

    private static <R extends CrmRecord> void assignable(Scene<R> scene, Ownership<? super R> by) {
        scene.isShown(owners(scene, by.owner()));
    }

    @SuppressWarnings("unchecked") // owners are records
    private static <R extends CrmRecord, O extends CrmRecord> Stream<O> owners(
            Scene<R> scene, ReferenceProperty<?, ?> owner) {
        return scene.session().assignableOwners(scene.type(), (ReferenceProperty<? super R, O>) owner).list().stream();
    }

    private static <R extends CrmRecord> void assignableOwnersOfARecord(Scene<R> scene) {
        scene.type().ownership().ifPresent(by -> {
            for (R record : scene.hidden()) {
                assertThatThrownBy(() -> owners(scene, record, by.owner()))
                        .as("%s", scene)
                        .isInstanceOf(RecordNotFoundException.class);
            }
            scene.seen().stream().limit(1).forEach(record -> scene.isShown(owners(scene, record, by.owner())));
        });
    }

    @SuppressWarnings("unchecked")
    private static <R extends CrmRecord, O extends CrmRecord> Stream<O> owners(
            Scene<R> scene, R record, ReferenceProperty<?, ?> owner) {
        return scene.session().assignableOwners(record, (ReferenceProperty<? super R, O>) owner).list().stream();
    }
}
