package org.clientele.host;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The host: starts with {@code mvn -q -pl example-host -am compile exec:java} and tells what to try. */
@SpringBootApplication
public class HostApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(HostApplication.class, arguments);
    }
}
