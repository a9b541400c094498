package org.clientele.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void amountsThatNoColumnHoldsAreRefusedWithoutBeingWrittenOut() {
        for (String amount : new String[] {"1e999999999", "-1e999999999", "1000000000000000", "100e2147483647"}) {
            assertThatThrownBy(() -> Money.of(amount, "USD"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("more than 15 digits before the decimals");
        }
        for (String amount : new String[] {"1e-999999999", "0.00001"}) {
            assertThatThrownBy(() -> Money.of(amount, "USD"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("more than 4 decimals");
        }
    }

    @Test
    void amountsAreHeldWithFourDecimals() {
        assertThat(Money.of("0e999999999", "USD")).isEqualTo(Money.zero("USD"));
        assertThat(Money.of("1.500000", "USD").amount()).isEqualTo(new BigDecimal("1.5000"));
        assertThat(Money.of("999999999999999.9999", "USD").toString()).isEqualTo("999999999999999.9999 USD");
    }
}
