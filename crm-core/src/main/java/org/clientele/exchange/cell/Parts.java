package org.clientele.exchange.cell;

import java.util.ArrayList;
import java.util.List;

/** Many texts in one cell, parted by commas as a person writes them, and read back exactly. */
final class Parts {

    private static final char SEPARATOR = ',';
    private static final char ESCAPE = '\\';
    private static final char EMPTY = '0';

    private Parts() {}

    /** The cell of these parts. */
    static String join(List<String> parts) {
        StringBuilder cell = new StringBuilder();
        for (String part : parts) {
            cell.append(cell.isEmpty() ? "" : ", ");
            if (part.isEmpty()) {
                cell.append(ESCAPE).append(EMPTY);
            }
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                boolean atEnd = i == 0 || i == part.length() - 1;
                if (c == SEPARATOR || c == ESCAPE || (atEnd && isBlank(c))) {
                    cell.append(ESCAPE);
                }
                cell.append(c);
            }
        }
        return cell.toString();
    }

    /** The parts of a cell, without the blanks around them; parts in which nothing stands are left out. */
    static List<String> split(String cell) {
        List<String> parts = new ArrayList<>();
        Part part = new Part();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            char next = i + 1 < cell.length() ? cell.charAt(i + 1) : 'x';
            if (c == ESCAPE && (next == SEPARATOR || next == ESCAPE || next == EMPTY || isBlank(next))) {
                part.addEscaped(next);
                i++;
            } else if (c == SEPARATOR) {
                part.endIn(parts);
            } else {
                part.add(c);
            }
        }
        part.endIn(parts);
        return parts;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c);
    }

    /** A part while it is read. */
    private static final class Part {

        private final StringBuilder text = new StringBuilder();
        private int end;
        private boolean present;

        void add(char c) {
            if (!isBlank(c)) {
                text.append(c);
                keep();
            } else if (present) {
                text.append(c);
            }
        }

        void addEscaped(char c) {
            if (c != EMPTY) {
                text.append(c);
            }
            keep();
        }

        private void keep() {
            present = true;
            end = text.length();
        }

        void endIn(List<String> parts) {
            if (present) {
                parts.add(text.substring(0, end));
            }
            text.setLength(0);
            end = 0;
            present = false;
        }
    }
}
