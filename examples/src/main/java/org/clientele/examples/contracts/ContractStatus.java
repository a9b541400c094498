package org.clientele.examples.contracts;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** Where a contract stands. */
public record ContractStatus(String id, String label) implements Choice {

    public static final ContractStatus DRAFT = new ContractStatus("draft", "Draft");
    public static final ContractStatus ACTIVE = new ContractStatus("active", "Active");
    public static final ContractStatus ENDED = new ContractStatus("ended", "Ended");

    public static final Dictionary<ContractStatus> DICTIONARY = Dictionary.of(
                    "contract status", ContractStatus::new, DRAFT, ACTIVE, ENDED)
            .alias("running", ACTIVE);

    @Override
    public boolean equals(Object other) {
        return other instanceof ContractStatus choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
