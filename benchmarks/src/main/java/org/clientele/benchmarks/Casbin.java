package org.clientele.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.clientele.account.Account;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.User;
import org.clientele.value.Ref;

/** The rules of {@link Offices} for jCasbin: who is in a unit may edit accounts whose owner is in it, and one's own. */
final class Casbin {

    /** What rules out most lines soonest stands first. */
    private static final String MODEL = """
            [request_definition]
            r = sub, owner, obj, act

            [policy_definition]
            p = unit, obj, act

            [role_definition]
            g = _, _

            [policy_effect]
            e = some(where (p.eft == allow))

            [matchers]
            m = g(r.sub, p.unit) && g(r.owner, p.unit) && r.obj == p.obj && r.act == p.act
            """;

    private final Enforcer enforcer;
    private final String actor;

    /**
     * An enforcer that knows all memberships.
     *
     * @param units the units that have a policy line
     */
    Casbin(Offices offices, Collection<Ref<BusinessUnit>> units) {
        Model model = new Model();
        model.loadModelFromText(MODEL);
        enforcer = new Enforcer(model);
        List<List<String>> lines = new ArrayList<>();
        units.forEach(unit -> lines.add(List.of(unit.toString(), "account", "EDIT")));
        enforcer.addPolicies(lines);
        List<List<String>> memberships = new ArrayList<>();
        for (User user : offices.users().values()) {
            user.getBusinessUnits()
                    .forEach(unit -> memberships.add(List.of(user.getId().toString(), unit.toString())));
        }
        enforcer.addGroupingPolicies(memberships);
        actor = offices.olga().getId().toString();
    }

    boolean mayEdit(Account account) {
        return enforcer.enforce(actor, String.valueOf(account.getOwner()), "account", "EDIT");
    }
}
