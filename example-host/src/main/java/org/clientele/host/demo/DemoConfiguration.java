package org.clientele.host.demo;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A database of the demonstration's own, unless SPRING_DATASOURCE_URL names another. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "none", matchIfMissing = true)
class DemoConfiguration {

    @Bean
    DemoPostgres demoPostgres() throws IOException, SQLException {
        return DemoPostgres.start();
    }
}
