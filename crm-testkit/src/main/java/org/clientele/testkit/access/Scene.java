package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.Session;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.User;
import org.clientele.testkit.world.World;
import org.clientele.value.Ref;

/**
 * An actor before the records of one type.
 *
 * @param seen the records that the actor may view, all of them, by identity
 * @param hidden a few of the records that the actor may not view
 */
record Scene<R extends CrmRecord>(Viewer viewer, EntityType<R> type, List<R> seen, List<R> hidden) {

    /** The actor's session, within one transaction. */
    Session session() {
        return viewer.session();
    }

    /** The actor's session, outside of that. */
    Session alone() {
        return viewer.alone();
    }

    World world() {
        return viewer.world();
    }

    Session system() {
        return world().crm().asSystem();
    }

    Set<UUID> hiddenIds() {
        return hidden.stream().map(CrmRecord::getId).collect(Collectors.toSet());
    }

    /** The records with the identities of the hidden ones. */
    Criterion<CrmRecord> isHidden() {
        return new Criterion.OneOf<>(CrmRecord.ID, hiddenIds());
    }

    /** As much of a record as somebody knows who has only its identity: that, its type and its version. */
    <S extends CrmRecord> S forged(S record) {
        EntityType<S> own = world().crm().schema().typeOf(record);
        return own.newRecord(record.getId(), record.getVersion());
    }

    /** Fails when a record comes back that the actor may not view. */
    void isShown(Stream<? extends CrmRecord> records) {
        assertThat(records.map(CrmRecord::getId)).as("%s", this).isSubsetOf(viewer.shown());
    }

    /** Fails when a text tells what a hidden record is called, or who else owns it. */
    void tellsNothingOf(R record, String text) {
        tellsNoName(record, text);
        ownerOf(record)
                .map(User::getUsername)
                .filter(name -> !name.equals(session().actor().name()))
                .ifPresent(name -> assertThat(text).as("%s", this).doesNotContainPattern(word(name)));
    }

    /** Fails when a text tells what a hidden record is called. */
    void tellsNoName(R record, String text) {
        String name = nameOf(world(), record);
        if (!viewer.known().contains(name) && !name.equals(record.getId().toString())) {
            assertThat(withoutLongerNames(text, name)).as("%s", this).doesNotContainPattern(word(name));
        }
    }

    /** Takes out the names that the actor knows and that hold the other one: "web order 2" is no word of "order 2". */
    private String withoutLongerNames(String text, String name) {
        String rest = text;
        for (String known : viewer.known()) {
            if (known.contains(name)) {
                rest = rest.replace(known, "");
            }
        }
        return rest;
    }

    private static String word(String name) {
        return "(?<!\\w)" + Pattern.quote(name) + "(?!\\w)";
    }

    /** The user who owns a record. */
    Optional<User> ownerOf(R record) {
        return world().crm()
                .schema()
                .typeOf(record)
                .ownership()
                .map(ownership -> ownership.owner().get(record))
                .flatMap(owner -> world().made(User.TYPE).stream()
                        .filter(user -> Ref.to(user).equals(owner))
                        .findFirst());
    }

    static <R extends CrmRecord> String nameOf(World world, R record) {
        return world.crm().schema().typeOf(record).nameOf(record);
    }

    @Override
    public String toString() {
        return session().actor() + " before " + type + " of which are hidden: " + hidden;
    }
}
