package org.clientele.channel;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** What kind of source a channel is (OroCRM documentation, Channels). */
public record ChannelType(String id, String label) implements Choice {

    /** Business customers, entered by hand. */
    public static final ChannelType SALES = new ChannelType("sales", "Sales");
    /** Customers of a web shop. */
    public static final ChannelType MAGENTO = new ChannelType("magento", "Magento");
    /** Companies that buy in a storefront, and their users. One for an organization, made and deleted by the system alone. */
    public static final ChannelType COMMERCE = new ChannelType("commerce", "Commerce");
    /** Customers of any other kind. Deprecated, as in the reference: make no new ones; {@link #isDeprecated()} tells. */
    public static final ChannelType CUSTOM = new ChannelType("custom", "Custom");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<ChannelType> DICTIONARY =
            Dictionary.of("channel type", ChannelType::new, SALES, MAGENTO, COMMERCE, CUSTOM);

    /** Whether channels of this type should not be made any more: those that are stored work on, lists may leave it out. */
    public boolean isDeprecated() {
        return equals(CUSTOM);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelType choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
