package org.clientele.examples.decider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casbin.jcasbin.main.EnforceResult;
import org.casbin.jcasbin.main.SyncedEnforcer;
import org.clientele.access.AccessDecision;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Actor;
import org.clientele.access.Capability;
import org.clientele.access.Directory;
import org.clientele.access.Permission;
import org.clientele.access.Question;
import org.clientele.access.Rights;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/**
 * Access as jCasbin decides it. A decider answers yes or no about one record; a CRM also has to select. So the rules speak of
 * scopes, which are conditions here: a record is put to the decider with each scope that it is in, and the filter is made of
 * the scopes in the decider's own lines. {@code PolicyContract} proves that the two come to the same.
 *
 * <p>With another decider the two methods {@code ask} and {@code filter} change: OPA and Cerbos give the conditions that are
 * left when the record is unknown, OpenFGA lists objects.
 */
final class CasbinPolicy implements AccessPolicy {

    /** Stands for the type in rules about capabilities. */
    private static final String ANY = "any";

    private final SyncedEnforcer enforcer;

    CasbinPolicy(SyncedEnforcer enforcer) {
        this.enforcer = enforcer;
    }

    @Override
    public Rights rightsOf(Actor actor, Directory directory) {
        return new Decided(actor, directory);
    }

    /** The rule that allows it, in words. */
    private Optional<String> ask(String role, String type, String action, Scope scope) {
        EnforceResult result = enforcer.enforceEx(role, type, action, scope.name());
        return result.isAllow() ? Optional.of(role + " by the rule " + result.getExplain()) : Optional.empty();
    }

    private final class Decided implements Rights {

        private final Actor actor;
        private final Directory directory;
        private final List<String> roles;

        Decided(Actor actor, Directory directory) {
            this.actor = actor;
            this.directory = directory;
            this.roles = actor.roles().stream().sorted().toList();
        }

        /** The scopes of all lines about it, those of the roles that a role includes too. */
        @Override
        public <R extends CrmRecord> Criterion<R> filter(Permission permission, EntityType<R> type) {
            List<Criterion<? super R>> scopes = new ArrayList<>();
            for (String role : roles) {
                for (List<String> line : enforcer.getImplicitPermissionsForUser(role)) {
                    if (line.get(1).equals(type.name()) && line.get(2).equals(permission.name())) {
                        scopes.add(Scope.valueOf(line.get(3)).of(type, actor, directory));
                    }
                }
            }
            return new Criterion.Any<>(scopes);
        }

        @Override
        public <R extends CrmRecord> boolean permits(
                Permission permission, EntityType<R> type, R record, Lookup lookup) {
            return allowed(permission, type, record, lookup).isPresent();
        }

        private <R extends CrmRecord> Optional<String> allowed(
                Permission permission, EntityType<R> type, R record, Lookup lookup) {
            List<Scope> scopes = Arrays.stream(Scope.values())
                    .filter(scope -> scope.of(type, actor, directory).test(record, lookup))
                    .toList();
            return roles.stream()
                    .flatMap(role ->
                            scopes.stream().flatMap(scope -> ask(role, type.name(), permission.name(), scope).stream()))
                    .findFirst();
        }

        @Override
        public <R extends CrmRecord> AccessDecision decide(Question<R> question) {
            return decision(
                    allowed(question.permission(), question.type(), question.record(), question.lookup()),
                    question.permission() + " " + question.name());
        }

        @Override
        public boolean permits(Capability capability) {
            return allowed(capability).isPresent();
        }

        private Optional<String> allowed(Capability capability) {
            return roles.stream()
                    .flatMap(role -> ask(role, ANY, capability.name(), Scope.ORGANIZATION).stream())
                    .findFirst();
        }

        @Override
        public AccessDecision decide(Capability capability) {
            return decision(allowed(capability), capability + " records");
        }

        private AccessDecision decision(Optional<String> rule, String what) {
            return rule.map(by -> AccessDecision.of(true, actor + " may " + what + " as " + by))
                    .orElseGet(() -> AccessDecision.of(false, "no rule allows " + actor + " to " + what));
        }
    }
}
