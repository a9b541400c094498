package org.clientele;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientele.access.AccessDecision;
import org.clientele.access.Permission;
import org.clientele.access.Share;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * With whom one record is shared. Sharing asks for ASSIGN on the record, as giving it away does, and for each permission
 * that is given: nobody gives what they have not. Thread-safe outside of transactions.
 *
 * <pre>{@code
 * sales.sharing(acuserv).with(ivan, EDIT);
 * sales.sharing(acuserv).revoke(ivan);
 * }</pre>
 *
 * @param <R> the type of the record
 */
public final class Sharing<R extends CrmRecord> {

    private final Work work;
    private final R record;

    Sharing(Work work, R record) {
        this.work = work;
        this.record = record;
    }

    /**
     * Gives a user permissions for the record; whoever gets any may VIEW it as well. Giving what was given before changes
     * nothing.
     *
     * @throws org.clientele.access.AccessDeniedException when the actor may not
     * @throws IllegalArgumentException for CREATE, or for no permission at all
     */
    public void with(User user, Permission... permissions) {
        Ref<User> to = Ref.to(user);
        give(
                permissions,
                user.getOrganization(),
                share -> to.equals(share.getUser()),
                (stored, each) -> Share.with(to, stored, each));
    }

    /** The same for all members of a business unit, while they work in the organization of the record. */
    public void with(BusinessUnit unit, Permission... permissions) {
        Ref<BusinessUnit> to = Ref.to(unit);
        give(
                permissions,
                unit.getOrganization(),
                share -> to.equals(share.getUnit()),
                (stored, each) -> Share.withUnit(to, stored, each));
    }

    private interface Maker {
        Share share(AnyRef record, Permission permission);
    }

    /** A share belongs to the organization of its record, or of whom it is given to where the record has none. */
    private void give(
            Permission[] permissions, @Nullable Ref<Organization> home, Predicate<Share> isTheirs, Maker maker) {
        Set<Permission> given = given(permissions);
        work.<@Nullable Void>inTransaction("share", door -> {
            EntityType<R> type = door.schema().typeOf(record);
            R stored = allowed(door, type, given);
            shares(door, stored).filter(isTheirs).map(Share::getPermission).forEach(given::remove);
            AnyRef ref = new AnyRef(type.name(), stored.getId());
            List<Share> shares =
                    given.stream().map(each -> maker.share(ref, each)).toList();
            shares.forEach(share -> share.setOrganization(type.ownership()
                    .map(ownership -> ownership.organization().get(stored))
                    .map(organization -> new Ref<Organization>(organization.id()))
                    .orElse(home)));
            door.consequences()
                    .write(shares.stream()
                            .map(share -> new Write.Insert<>(Share.TYPE, share))
                            .toList());
            return null;
        });
    }

    private static Set<Permission> given(Permission[] permissions) {
        if (permissions.length == 0) {
            throw new IllegalArgumentException("sharing gives some permission; name VIEW, EDIT, DELETE or ASSIGN");
        }
        requireShareable(permissions);
        Set<Permission> given = EnumSet.of(Permission.VIEW);
        given.addAll(Arrays.asList(permissions));
        return given;
    }

    private static void requireShareable(Permission... permissions) {
        if (Arrays.asList(permissions).contains(Permission.CREATE)) {
            throw new IllegalArgumentException(
                    "CREATE can not be shared, as it is about records that are not there yet;"
                            + " name VIEW, EDIT, DELETE or ASSIGN");
        }
    }

    private R allowed(Door door, EntityType<R> type, Set<Permission> permissions) {
        R stored = door.seen(type, record);
        door.decide(Permission.ASSIGN, type, stored).orThrow();
        permissions.stream().map(each -> door.decide(each, type, stored)).forEach(AccessDecision::orThrow);
        return stored;
    }

    private static Stream<Share> shares(Door door, CrmRecord stored) {
        return door.consequences().referring(Share.class, Share.RECORD, stored).stream();
    }

    /** Takes back what the user was given for the record itself: these permissions, or all when none is named or VIEW is. */
    public void revoke(User user, Permission... permissions) {
        Ref<User> from = Ref.to(user);
        take(permissions, share -> from.equals(share.getUser()));
    }

    /** The same for a business unit. */
    public void revoke(BusinessUnit unit, Permission... permissions) {
        Ref<BusinessUnit> from = Ref.to(unit);
        take(permissions, share -> from.equals(share.getUnit()));
    }

    private void take(Permission[] permissions, Predicate<Share> isTheirs) {
        requireShareable(permissions);
        List<Permission> named = List.of(permissions);
        boolean all = named.isEmpty() || named.contains(Permission.VIEW);
        work.<@Nullable Void>inTransaction("share no more", door -> {
            EntityType<R> type = door.schema().typeOf(record);
            R stored = allowed(door, type, Set.of());
            door.consequences()
                    .write(shares(door, stored)
                            .filter(isTheirs)
                            .filter(share -> all || named.contains(share.getPermission()))
                            .map(share -> new Write.Delete<>(Share.TYPE, share))
                            .toList());
            return null;
        });
    }

    /** What is shared now, in the order in which it was given; nothing when the actor may not see the record. */
    public List<Share> list() {
        return work.read(door -> {
            EntityType<R> type = door.schema().typeOf(record);
            return door.find(type, record.getId()).stream()
                    .flatMap(stored -> shares(door, stored))
                    .toList();
        });
    }
}
