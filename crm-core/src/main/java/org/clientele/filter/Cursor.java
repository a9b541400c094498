package org.clientele.filter;

import java.util.List;
import org.clientele.filter.Token.Kind;

/** Goes through the tokens of a text. */
final class Cursor {

    private static final int DEEPEST = 100;

    private final List<Token> tokens;
    private int next;
    private int depth;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The token after the next one; the end when there is none. */
    Token second() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    /** Takes the next token if it is this word or sign. */
    boolean takes(String word) {
        boolean is = peek().is(word);
        if (is) {
            next++;
        }
        return is;
    }

    void expect(String word, String where) {
        if (!takes(word)) {
            throw refuse(where + " needs '" + word + "', and there is " + peek() + "; write it there");
        }
    }

    /** The name of something. */
    Token name(String what) {
        if (!peek().isName()) {
            throw refuse(peek() + " is no " + what + "; write its name");
        }
        return take();
    }

    FilterException refuse(String sentence) {
        return new FilterException(peek().at(), sentence);
    }

    /** Goes one level deeper, which is refused at some depth. */
    void enter() {
        if (++depth > DEEPEST) {
            throw refuse("conditions stand within conditions more than " + DEEPEST + " deep; make it flatter");
        }
    }

    void leave() {
        depth--;
    }
}
