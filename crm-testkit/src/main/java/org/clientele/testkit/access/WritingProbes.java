package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.Session;
import org.clientele.Sharing;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.model.CrmRecord;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.Ref;

/** Probes of how a session writes and shares; what the policy allows is undone. */
final class WritingProbes {

    private WritingProbes() {}

    static Map<String, Probe> all() {
        return Map.ofEntries(
                Map.entry("Session.save(CrmRecord)", WritingProbes::save),
                Map.entry("Session.saveAll(Collection)", WritingProbes::saveAll),
                Map.entry("Session.delete(CrmRecord)", WritingProbes::delete),
                Map.entry("Session.deleteCascading(CrmRecord)", WritingProbes::deleteCascading),
                Map.entry("Session.markDistinct(CrmRecord, CrmRecord)", WritingProbes::markDistinct),
                Map.entry("Session.unmarkDistinct(CrmRecord, CrmRecord)", WritingProbes::unmarkDistinct),
                Map.entry("Session.distinctPairs(EntityType)", WritingProbes::distinctPairs),
                Map.entry("Session.recount(EntityType)", WritingProbes::recount),
                Map.entry("Session.handOver(CrmRecord, CrmRecord)", WritingProbes::handOver),
                Map.entry("Session.sharing(CrmRecord)", WritingProbes::sharing),
                Map.entry("Sharing.list()", WritingProbes::sharing),
                Map.entry("Sharing.with(User, Permission[])", WritingProbes::shareWithUser),
                Map.entry("Sharing.with(BusinessUnit, Permission[])", WritingProbes::shareWithUnit),
                Map.entry("Sharing.revoke(User, Permission[])", WritingProbes::revokeFromUser),
                Map.entry("Sharing.revoke(BusinessUnit, Permission[])", WritingProbes::revokeFromUnit));
    }

    private static <R extends CrmRecord> void save(Scene<R> scene) {
        eachIsNotFound(scene, Session::save);
    }

    private static <R extends CrmRecord> void saveAll(Scene<R> scene) {
        eachIsNotFound(scene, (session, record) -> session.saveAll(List.of(record)));
    }

    /** Whoever has only the identity of a hidden record is told that there is none. */
    private static <R extends CrmRecord> void eachIsNotFound(Scene<R> scene, BiConsumer<Session, R> call) {
        for (R record : scene.hidden()) {
            isNotFound(scene, record, session -> call.accept(session, scene.forged(record)));
        }
    }

    private static <R extends CrmRecord> void isNotFound(Scene<R> scene, R record, Consumer<Session> call) {
        String refusal = scene.viewer().refusal(call);
        assertThat(refusal).as("%s", scene).startsWith(RecordNotFoundException.class.getSimpleName());
        scene.tellsNothingOf(record, refusal);
    }

    private static <R extends CrmRecord> void delete(Scene<R> scene) {
        for (R record : scene.hidden()) {
            scene.tellsNothingOf(record, refusalUnlessAllowed(scene, record, Session::delete));
        }
    }

    /** What would go along may be seen, and has its owner told. */
    private static <R extends CrmRecord> void deleteCascading(Scene<R> scene) {
        for (R record : scene.hidden()) {
            scene.tellsNoName(record, refusalUnlessAllowed(scene, record, Session::deleteCascading));
        }
    }

    private static <R extends CrmRecord> String refusalUnlessAllowed(
            Scene<R> scene, R record, BiConsumer<Session, R> call) {
        String refusal = scene.viewer().refusal(session -> call.accept(session, scene.forged(record)));
        if (!scene.session().may(Permission.DELETE, record)) {
            assertThat(refusal).as("%s", scene).startsWith(AccessDeniedException.class.getSimpleName());
        }
        return refusal;
    }

    /** What a hidden owner has is not handed over, and nothing hidden that somebody has. */
    private static <R extends CrmRecord> void handOver(Scene<R> scene) {
        for (R record : scene.hidden()) {
            if (record instanceof User user) {
                other(scene, user)
                        .ifPresent(to -> isRefused(
                                scene, record, session -> session.handOver(scene.forged(user), scene.forged(to))));
            }
            scene.ownerOf(record)
                    .ifPresent(from -> other(scene, from)
                            .ifPresent(to -> isRefused(
                                    scene, record, session -> session.handOver(scene.forged(from), scene.forged(to)))));
        }
    }

    private static Optional<User> other(Scene<?> scene, User than) {
        return scene.world().made(User.TYPE).stream()
                .filter(user -> !user.equals(than))
                .findFirst();
    }

    private static <R extends CrmRecord> void isRefused(Scene<R> scene, R record, Consumer<Session> call) {
        String refusal = scene.viewer().refusal(call);
        assertThat(refusal).as("%s", scene).isNotEmpty();
        scene.tellsNoName(record, refusal);
    }

    /** A recount reads what is hidden: no user may do it. */
    private static <R extends CrmRecord> void recount(Scene<R> scene) {
        String refusal = scene.viewer().refusal(session -> session.recount(scene.type()));
        assertThat(refusal).as("%s", scene).startsWith(AccessDeniedException.class.getSimpleName());
    }

    private static <R extends CrmRecord> void markDistinct(Scene<R> scene) {
        eachIsNotPaired(scene, Session::markDistinct);
    }

    private static <R extends CrmRecord> void unmarkDistinct(Scene<R> scene) {
        eachIsNotPaired(scene, Session::unmarkDistinct);
    }

    private interface Pairing<R extends CrmRecord> {
        void of(Session session, R one, R other);
    }

    /** A hidden record is paired with none that is shown, in neither place. */
    private static <R extends CrmRecord> void eachIsNotPaired(Scene<R> scene, Pairing<R> call) {
        for (R record : scene.hidden()) {
            scene.seen().stream()
                    .filter(seen -> seen.getClass() == record.getClass())
                    .limit(1)
                    .forEach(seen -> {
                        isNotPaired(scene, record, session -> call.of(session, scene.forged(record), seen));
                        isNotPaired(scene, record, session -> call.of(session, seen, scene.forged(record)));
                    });
        }
    }

    /** Who may not merge at all is told so, whatever the records. */
    private static <R extends CrmRecord> void isNotPaired(Scene<R> scene, R record, Consumer<Session> call) {
        if (scene.session().check(Capability.MERGE).granted()) {
            isNotFound(scene, record, call);
        } else {
            scene.tellsNothingOf(record, scene.viewer().refusal(call));
        }
    }

    /** Pairs are told of records that are shown, both of them. */
    private static <R extends CrmRecord> void distinctPairs(Scene<R> scene) {
        assertThat(scene.session().distinctPairs(scene.type()))
                .as("%s", scene)
                .allMatch(pair -> Stream.of(pair.getOne(), pair.getOther())
                        .allMatch(ref -> ref != null && scene.viewer().shown().contains(ref.id())));
    }

    /** With whom a record is shared is told to those who see the record. */
    private static <R extends CrmRecord> void sharing(Scene<R> scene) {
        for (R record : scene.hidden()) {
            assertThat(scene.session().sharing(record).list()).as("%s", scene).isEmpty();
        }
        for (R record : scene.seen().stream().limit(1).toList()) {
            assertThat(scene.session().sharing(record).list())
                    .as("%s", scene)
                    .allMatch(share ->
                            share.getRecord() != null && share.getRecord().id().equals(record.getId()));
        }
    }

    private static <R extends CrmRecord> void shareWithUser(Scene<R> scene) {
        eachIsNotShared(scene, sharing -> sharing.with(actor(scene), Permission.VIEW));
    }

    private static <R extends CrmRecord> void shareWithUnit(Scene<R> scene) {
        eachIsNotShared(scene, sharing -> sharing.with(unit(scene), Permission.VIEW));
    }

    private static <R extends CrmRecord> void revokeFromUser(Scene<R> scene) {
        eachIsNotShared(scene, sharing -> sharing.revoke(actor(scene)));
    }

    private static <R extends CrmRecord> void revokeFromUnit(Scene<R> scene) {
        eachIsNotShared(scene, sharing -> sharing.revoke(unit(scene)));
    }

    private static <R extends CrmRecord> void eachIsNotShared(Scene<R> scene, Consumer<Sharing<R>> call) {
        eachIsNotFound(scene, (session, record) -> call.accept(session.sharing(record)));
    }

    private static User actor(Scene<?> scene) {
        return scene.world().made(User.TYPE).stream()
                .filter(user -> Ref.to(user).equals(scene.session().actor().user()))
                .findFirst()
                .orElseThrow();
    }

    private static BusinessUnit unit(Scene<?> scene) {
        return scene.world()
                .pick(BusinessUnit.TYPE, 0)
                .orElseGet(() -> new BusinessUnit(
                        "new", scene.world().pick(Organization.TYPE, 0).orElseThrow()));
    }
}
