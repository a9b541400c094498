package org.clientele.exchange.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of people on one site. Whatever is kept as a name is read from the address that is written for it. */
final class ProfileAddress {

    private static final Pattern BEGINNING = Pattern.compile("(https?://)?(www\\.)?", Pattern.CASE_INSENSITIVE);

    private final String site;
    private final Pattern profile;

    /**
     * Addresses that begin with the site.
     *
     * @param site with scheme and a slash at its end: {@code https://twitter.com/}
     */
    ProfileAddress(String site) {
        this.site = site;
        String place = BEGINNING.matcher(site).replaceFirst("");
        profile = Pattern.compile(
                BEGINNING.pattern() + Pattern.quote(place) + "(?<name>.+?)/?",
                Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The name in an address of the site, in which scheme and www may be missing; any other text as it is. */
    String nameOf(String text) {
        Matcher found = profile.matcher(text);
        return found.matches() ? found.group("name") : text;
    }

    /** The address for a name, or the text when it is an address of another site. */
    String of(String name) {
        Matcher beginning = BEGINNING.matcher(name);
        boolean isAddress = beginning.lookingAt() && beginning.end() > 0;
        // a slash at the end is not read as a part of the name
        return isAddress && nameOf(name).equals(name) ? name : site + name + (name.endsWith("/") ? "/" : "");
    }
}
