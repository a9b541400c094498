package org.clientele.value;

import java.util.List;

/** A page for people to read: a title, and below it sections of lines; one without lines says none. For one thread. */
public final class Sections {

    private final StringBuilder page;

    /** A page with this title. */
    public Sections(String title) {
        page = new StringBuilder(title).append('\n');
    }

    /** Adds a section. */
    public Sections with(String title, List<?> lines) {
        page.append("  ").append(title).append(lines.isEmpty() ? ": none\n" : ":\n");
        lines.forEach(line -> page.append("    ").append(line).append('\n'));
        return this;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
