package org.clientele.examples.decider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.casbin.jcasbin.main.SyncedEnforcer;
import org.casbin.jcasbin.model.Model;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;

/** A CRM that neither keeps rules nor memberships: both come from elsewhere. */
final class Desk {

    final Staff staff = new Staff();
    final Crm crm =
            Crm.open(config -> config.access(new CasbinPolicy(enforcer())).directory(staff));
    final Session system = crm.asSystem();
    final Organization acme = system.save(new Organization("Acme"));
    final BusinessUnit north = system.save(new BusinessUnit("North", acme));
    final User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme));
    final User ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "Ivarsson", acme));

    Desk() {
        staff.put("olga", Ref.to(acme), Set.of(Ref.to(north)), "seller");
        staff.put("ivan", Ref.to(acme), Set.of(Ref.to(north)), "leader");
    }

    /** Sellers see what their teams have and change their own; leaders do what sellers do, and change what the team has. */
    static SyncedEnforcer enforcer() {
        Model model = new Model();
        model.loadModelFromText(text("/decider/model.conf"));
        SyncedEnforcer enforcer = new SyncedEnforcer(model);
        enforcer.addPolicies(List.of(
                List.of("seller", "account", "VIEW", "TEAM"),
                List.of("seller", "account", "CREATE", "OWN"),
                List.of("seller", "account", "EDIT", "OWN"),
                List.of("seller", "user", "VIEW", "ORGANIZATION"),
                List.of("leader", "account", "EDIT", "TEAM"),
                List.of("leader", "any", "EXPORT", "ORGANIZATION")));
        enforcer.addRoleForUser("leader", "seller");
        return enforcer;
    }

    private static String text(String file) {
        try (InputStream stream = Objects.requireNonNull(Desk.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Account open(User by, String name) {
        return crm.as(by).save(new Account(name));
    }
}
