package org.clientele.access;

/**
 * Says what each actor may do. A CRM asks it once for each session, from any thread; what it throws ends the call that
 * opened the session. {@link RolePolicy} is ours; a host may plug in its own, whose contract stands in the testkit.
 *
 * <pre>{@code
 * Crm crm = Crm.open(config -> config.access((actor, directory) -> new TeamRights(actor)));
 * }</pre>
 */
@FunctionalInterface
public interface AccessPolicy {

    /**
     * What the actor may do, until the session ends. The system itself is never asked about: it may do everything.
     *
     * @param directory who is a member of which unit
     */
    Rights rightsOf(Actor actor, Directory directory);
}
