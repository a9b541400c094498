package org.clientele.activity;

import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import jakarta.validation.constraints.Email;
import java.util.Objects;
import org.clientele.property.ItemType;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** Somebody to whom an e-mail was sent, and how: openly ({@code to}), as a copy ({@code cc}) or unseen ({@code bcc}). Immutable. */
public final class Recipient {

    private static final String TO = "to";
    private static final String CC = "cc";
    private static final String BCC = "bcc";

    public static final TextProperty<Recipient> WAY =
            TextProperty.<Recipient>of("way", Recipient::way).with(required(), maxLength(3));
    public static final TextProperty<Recipient> ADDRESS =
            TextProperty.<Recipient>of("address", Recipient::address).with(required(), maxLength(255));
    public static final TextProperty<Recipient> NAME =
            TextProperty.<Recipient>of("name", Recipient::name).with(maxLength(320));

    /** For properties that hold such items. */
    public static final ItemType<Recipient> TYPE = ItemType.define(
            "recipient",
            values -> new Recipient(
                    Objects.requireNonNullElse(values.get(WAY), TO),
                    Objects.requireNonNullElse(values.get(ADDRESS), ""),
                    values.get(NAME)),
            WAY,
            ADDRESS,
            NAME);

    private String way;

    @Email
    private String address;

    private @Nullable String name;

    /** For persistence. */
    private Recipient() {
        this(TO, "", null);
    }

    private Recipient(String way, String address, @Nullable String name) {
        this.way = way;
        this.address = Objects.requireNonNull(address, "address");
        this.name = name;
    }

    public static Recipient to(String address) {
        return new Recipient(TO, address, null);
    }

    public static Recipient cc(String address) {
        return new Recipient(CC, address, null);
    }

    public static Recipient bcc(String address) {
        return new Recipient(BCC, address, null);
    }

    /** The same with a name. */
    public Recipient named(String newName) {
        return new Recipient(way, address, newName);
    }

    /** {@code to}, {@code cc} or {@code bcc}. */
    public String way() {
        return way;
    }

    public String address() {
        return address;
    }

    public @Nullable String name() {
        return name;
    }

    boolean hasKnownWay() {
        return way.equals(TO) || way.equals(CC) || way.equals(BCC);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recipient item
                && way.equals(item.way)
                && address.equals(item.address)
                && Objects.equals(name, item.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(way, address, name);
    }

    @Override
    public String toString() {
        return way + " " + (name == null ? address : name + " <" + address + ">");
    }
}
