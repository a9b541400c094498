package org.clientele.jpa.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.Locale;
import java.util.Map;

/** Who implements Jakarta Persistence. */
enum Provider {
    HIBERNATE(
            "org.hibernate.",
            Map.of(
                    "hibernate.jdbc.batch_size", 50,
                    "hibernate.order_inserts", true,
                    "hibernate.order_updates", true,
                    "hibernate.type.java_time_use_direct_jdbc", true)),
    ECLIPSELINK(
            "org.eclipse.persistence.",
            Map.of(
                    "eclipselink.jdbc.batch-writing",
                    "JDBC",
                    "eclipselink.jdbc.batch-writing.size",
                    "50",
                    "eclipselink.logging.level",
                    System.getProperty("eclipselink.log", "WARNING"),
                    "eclipselink.logging.parameters",
                    "true"));

    private final String vendor;
    private final Map<String, Object> settings;

    Provider(String vendor, Map<String, Object> settings) {
        this.vendor = vendor;
        this.settings = settings;
    }

    /** The one that this run is about: the system property {@code crm.provider}, else Hibernate. */
    static Provider ofThisRun() {
        return valueOf(System.getProperty("crm.provider", "hibernate").toUpperCase(Locale.ROOT));
    }

    /** What the URL of H2 needs besides: it writes some booleans as numbers. */
    String forH2() {
        return this == ECLIPSELINK ? ";MODE=LEGACY" : "";
    }

    /** What the URL of PostgreSQL needs besides: it binds an identity that is null as a text. */
    String forPostgres() {
        return this == ECLIPSELINK ? "&stringtype=unspecified" : "";
    }

    /** A unit of this provider; if another answers, the class path is not what the run is about. */
    EntityManagerFactory open(PersistenceConfiguration unit) {
        settings.forEach(unit::property);
        EntityManagerFactory factory = unit.createEntityManagerFactory();
        if (!factory.getClass().getName().startsWith(vendor)) {
            throw new IllegalStateException(this + " is to be tested, and " + factory.getClass() + " answers");
        }
        return factory;
    }
}
