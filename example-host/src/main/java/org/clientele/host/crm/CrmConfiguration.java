package org.clientele.host.crm;

import jakarta.persistence.EntityManager;
import org.clientele.Crm;
import org.clientele.access.RolePolicy;
import org.clientele.host.partner.PartnerCustomer;
import org.clientele.jpa.JpaStore;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** The CRM as a bean, its records in the host's persistence unit, its tables beside the host's. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class CrmConfiguration {

    /** The library's mapping files beside the annotated classes of the host. */
    @Bean
    EntityManagerFactoryBuilderCustomizer crmMapping() {
        return builder -> builder.addPersistenceUnitPostProcessors(
                unit -> JpaStore.mappingFiles().forEach(unit::addMappingFileName));
    }

    /** One for the application; the entity manager is the one that Spring shares, so it is that of the running transaction. */
    @Bean
    Crm crm(EntityManager entityManager) {
        return Crm.open(
                JpaStore.joining(() -> entityManager),
                config -> config.entity(PartnerCustomer.TYPE)
                        .access(RolePolicy.of(Roles.SELLER, Roles.LEADER, Roles.ADMINISTRATOR)));
    }

    /** The library's tables first, by its own scripts and with a history of their own: the host's tables point to them. */
    @Bean
    FlywayMigrationStrategy libraryBeforeHost() {
        return host -> {
            library(host.getConfiguration()).migrate();
            host.migrate();
        };
    }

    private static Flyway library(Configuration host) {
        return Flyway.configure(host.getClassLoader())
                .dataSource(host.getDataSource())
                .locations("classpath:db/crm/postgresql")
                .table("crm_schema_history")
                .load();
    }
}
