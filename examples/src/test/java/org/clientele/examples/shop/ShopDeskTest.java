package org.clientele.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class ShopDeskTest {

    private static final String TOLD = """
            The first run
              customers 3: web customer Jerry Coleman: email must be a well-formed email address
              orders 101: customer points to '9' of customers, which is not there yet
              customers: COMPLETED, 3 read, 2 added, 1 refused
              orders: COMPLETED, 2 read, 1 added, 1 waiting
              carts: COMPLETED, 1 read, 1 added
              customer 1 Ada Lovelace, of account 2 customer(s), lifetime 17000.0000
              customer 2 Ada Lovelace, of account 2 customer(s), lifetime 0.0000
              carts 1, orders 1
            The same again
              customers: COMPLETED, 0 read, 1 refused
              orders: COMPLETED, 0 read
              carts: COMPLETED, 0 read
            Jerry has an e-mail address now, and who ordered is told
              customers: COMPLETED, 2 read, 2 added, 1 refused
              orders: COMPLETED, 0 read, 1 added
              carts: COMPLETED, 0 read
              customer 1 Ada Lovelace, of account 2 customer(s), lifetime 17000.0000
              customer 2 Ada Lovelace, of account 2 customer(s), lifetime 0.0000
              customer 3 Jerry Coleman, of account 1 customer(s), lifetime 0.0000
              customer 9 Big Bear, of account 1 customer(s), lifetime 0.0000
              carts 1, orders 2
            What is open: 0
            The channel is not active: INACTIVE
            """;

    @Test
    void bothSidesAreKeptAlike() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new ShopDesk(new InMemoryStore(), out).work();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(TOLD);
    }
}
