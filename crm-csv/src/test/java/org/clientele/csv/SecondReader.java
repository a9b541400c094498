package org.clientele.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Another reader of CSV, to compare with: by the grammar of RFC 4180 with any line ends, lenient about blank lines and
 * about blanks after a closing quote. Whole texts, slowly, without limits; IllegalArgumentException for what is no CSV.
 */
final class SecondReader {

    private final String text;
    private final char delimiter;
    private int at;
    private long line = 1;

    private SecondReader(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** A row and the line on which it begins. */
    record Read(long line, List<String> cells) {}

    static List<Read> read(String text, char delimiter) {
        SecondReader reader = new SecondReader(text, delimiter);
        List<Read> rows = new ArrayList<>();
        while (reader.at < text.length()) {
            if (!reader.lineEnd()) {
                long begins = reader.line;
                rows.add(new Read(begins, reader.row()));
            }
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == delimiter) {
            at++;
            cells.add(cell());
        }
        if (at < text.length() && !lineEnd()) {
            throw new IllegalArgumentException("text after a quote at " + at);
        }
        return cells;
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != delimiter && !isLineEnd()) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        while (true) {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw new IllegalArgumentException("open quote at " + at);
            }
            cell.append(text, at + 1, end);
            at = end + 1;
            if (at >= text.length() || text.charAt(at) != '"') {
                break;
            }
            cell.append('"');
        }
        line += cell.toString()
                .replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
        while (at < text.length()
                && text.charAt(at) != delimiter
                && !isLineEnd()
                && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return cell.toString();
    }

    private boolean isLineEnd() {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private boolean lineEnd() {
        if (!isLineEnd()) {
            return false;
        }
        at += text.startsWith("\r\n", at) ? 2 : 1;
        line++;
        return true;
    }
}
