package org.clientele.exchange.job;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** Writes refused rows as one text that every store can keep, and reads them back exactly. */
final class RefusedRows {

    private static final char ESCAPE = '%';
    private static final int DIGITS = 4;
    private static final int HEXADECIMAL = 16;

    private RefusedRows() {}

    static String write(List<RowOutcome.Failed> rows) {
        List<@Nullable String> parts = new ArrayList<>();
        for (RowOutcome.Failed row : rows) {
            parts.add(String.valueOf(row.number()));
            parts.add(String.valueOf(row.line()));
            parts.add(String.valueOf(row.problems().size()));
            for (Problem problem : row.problems()) {
                parts.add(escaped(problem.column()));
                parts.add(escaped(problem.value()));
                parts.add(escaped(problem.sentence()));
            }
        }
        return TextForm.join(parts);
    }

    static List<RowOutcome.Failed> read(String text) {
        Iterator<@Nullable String> parts = TextForm.split(text).iterator();
        List<RowOutcome.Failed> rows = new ArrayList<>();
        while (parts.hasNext()) {
            long number = number(parts.next());
            long line = number(parts.next());
            List<Problem> problems = new ArrayList<>();
            for (long left = number(parts.next()); left > 0; left--) {
                String column = plain(parts.next());
                String value = plain(parts.next());
                problems.add(new Problem(column, value, String.valueOf(plain(parts.next()))));
            }
            rows.add(new RowOutcome.Failed(number, line, problems));
        }
        return rows;
    }

    private static long number(@Nullable String part) {
        return Long.parseLong(Objects.requireNonNull(part));
    }

    /** Databases refuse the character NUL, and half of a character, but a cell may have them. */
    private static @Nullable String escaped(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                escaped.append(c).append(text.charAt(++i));
            } else if (c == 0 || c == ESCAPE || Character.isSurrogate(c)) {
                escaped.append(ESCAPE).append(String.format("%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static @Nullable String plain(@Nullable String escaped) {
        if (escaped == null) {
            return null;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == ESCAPE) {
                plain.append((char) Integer.parseInt(escaped.substring(i + 1, i + 1 + DIGITS), HEXADECIMAL));
                i += DIGITS;
            } else {
                plain.append(escaped.charAt(i));
            }
        }
        return plain.toString();
    }
}
