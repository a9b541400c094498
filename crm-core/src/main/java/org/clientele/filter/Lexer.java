package org.clientele.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.filter.Token.Kind;

/** Takes a text apart into words and signs. For one text. */
final class Lexer {

    private static final int MOST_CHARACTERS = 100_000;
    private static final String SIGNS = "()[],.:+-%<>=";
    /** The longest ones first. */
    private static final List<Literal> LITERALS = List.of(
            literal(Kind.TIME, "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z"),
            literal(Kind.DAY, "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
            literal(Kind.PERIOD, "[0-9]{4}-(?:W[0-9]{2}|Q[0-9]|[0-9]{2})"),
            literal(Kind.NUMBER, "[0-9]+(?:\\.[0-9]+)?"));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    private record Literal(Kind kind, Pattern pattern) {}

    private static Literal literal(Kind kind, String pattern) {
        return new Literal(kind, Pattern.compile(pattern));
    }

    /** The tokens, of which the last is the end. */
    static List<Token> read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new FilterException(
                    MOST_CHARACTERS + 1, "a filter has " + MOST_CHARACTERS + " characters at most; shorten it");
        }
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.readOne();
        }
        lexer.tokens.add(new Token(Kind.END, "", text.length() + 1));
        return lexer.tokens;
    }

    private void readOne() {
        int point = text.codePointAt(at);
        if (Character.isWhitespace(point)) {
            at += Character.charCount(point);
        } else if (point == '"') {
            quoted(Kind.TEXT, '"');
        } else if (point == '`') {
            quoted(Kind.NAME, '`');
        } else if (point >= '0' && point <= '9') {
            literal();
        } else if (Words.begins(point)) {
            int end = Words.end(text, at);
            add(Kind.WORD, text.substring(at, end), end);
        } else if (SIGNS.indexOf(point) >= 0) {
            sign();
        } else {
            throw new FilterException(
                    at + 1,
                    "'" + Character.toString(point)
                            + "' is no sign of a filter; texts stand in double quotes, names that have"
                            + " other characters than letters and digits in backticks");
        }
    }

    private void add(Kind kind, String meaning, int end) {
        tokens.add(new Token(kind, meaning, at + 1));
        at = end;
    }

    private void sign() {
        boolean two = (text.startsWith("<=", at) || text.startsWith(">=", at));
        add(Kind.SIGN, text.substring(at, at + (two ? 2 : 1)), at + (two ? 2 : 1));
    }

    private void literal() {
        for (Literal one : LITERALS) {
            Matcher literal = one.pattern.matcher(text).region(at, text.length());
            if (literal.lookingAt() && (literal.end() == text.length() || !Words.goesOn(text, literal.end()))) {
                add(one.kind, literal.group(), literal.end());
                return;
            }
        }
        throw new FilterException(
                at + 1,
                "'" + text.substring(at, Words.end(text, at))
                        + "' is neither a number nor a date; write numbers as 12.5, days as 2026-01-31, times as"
                        + " 2026-01-31T09:30:00Z, and texts in double quotes");
    }

    private void quoted(Kind kind, char quote) {
        StringBuilder meaning = new StringBuilder();
        int from = at + 1;
        while (from < text.length() && text.charAt(from) != quote) {
            if (text.charAt(from) == '\\') {
                from = Words.unescape(text, from, meaning);
            } else {
                meaning.append(text.charAt(from++));
            }
        }
        if (from >= text.length()) {
            throw new FilterException(
                    at + 1, "what begins with " + quote + " here does not end; close it with " + quote);
        }
        add(kind, meaning.toString(), from + 1);
    }
}
