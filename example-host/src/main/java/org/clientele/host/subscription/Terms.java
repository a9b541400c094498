package org.clientele.host.subscription;

import java.math.BigDecimal;

/** What is subscribed to, and at which price. */
public record Terms(String plan, BigDecimal monthlyFee) {}
