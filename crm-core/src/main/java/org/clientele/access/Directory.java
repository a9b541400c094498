package org.clientele.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Who works where, as what: the facts that rights hang on. {@link StoredDirectory} reads them from the users and units that
 * the CRM keeps; a host may take them from its own identity system. Users and units themselves stay records of the CRM,
 * with the identities that the directory speaks of: records point to them, and they have the names that people read.
 *
 * <p>Asked from any thread whenever a session is opened and whenever rights are decided; what it throws ends the call. The
 * two ways of asking must agree: {@code membersOf(units)} holds for a user exactly when {@code find} names one of the units.
 * Its contract stands in the testkit.
 */
public interface Directory {

    /**
     * What is known of a user; empty when the directory does not know the user.
     *
     * @param stored all records, unguarded, within the transaction at hand
     */
    Optional<Member> find(Ref<User> user, Records stored);

    /** All units of an organization. */
    Collection<Unit> units(Ref<Organization> organization, Records stored);

    /**
     * The users who are members of any of these units. It becomes part of the statements that select records: a condition
     * on the stored user stays the same size however many users there are, a list of identities does not.
     */
    Criterion<User> membersOf(Set<Ref<BusinessUnit>> units);

    /** The users who may work in an organization; those who are not enabled are left out. */
    Criterion<User> workersIn(Ref<Organization> organization);

    /**
     * A unit and where it stands.
     *
     * @param parent the unit directly above; null at the top
     */
    record Unit(Ref<BusinessUnit> unit, @Nullable Ref<BusinessUnit> parent) {}
}
