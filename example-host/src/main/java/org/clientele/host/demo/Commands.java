package org.clientele.host.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever has started the host what to try. */
@Component
class Commands {

    private final Environment environment;

    Commands(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        System.out.println("""

                Olga and Ivan sell in Berlin, Sven in Vienna, Mary leads all of them, Ada is the administrator. Try:

                  curl -H 'X-User: olga' 'HOST/accounts?text=acu'
                  curl -H 'X-User: mary' HOST/reports/accounts-by-opportunities
                  curl -H 'X-User: olga' -H 'Content-Type: application/json' -d '{"name": "Nordlys"}' HOST/accounts
                  curl -H 'X-User: olga' -H 'Content-Type: application/json' -d '{"name": ""}' HOST/accounts
                  curl -H 'X-User: olga' -H 'Content-Type: application/json' \\
                      -d '{"name": "Big Bear", "terms": {"plan": "basic", "monthlyFee": 0}}' HOST/sign-ups

                With an ID of the list: PUT HOST/accounts/ID with {"version": ..., "name": ...},
                GET and POST HOST/accounts/ID/subscriptions, POST HOST/merges/plan with {"master": ID, "absorbed": [ID]},
                and what it answers as "plan" to POST HOST/merges.
                """.replace("HOST", "http://localhost:" + environment.getProperty("local.server.port")));
    }
}
