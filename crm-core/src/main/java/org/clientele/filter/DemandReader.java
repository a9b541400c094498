package org.clientele.filter;

import java.util.List;
import java.util.function.Predicate;
import org.clientele.criteria.Criterion.Match;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.filter.Clause.Asked;
import org.clientele.filter.Clause.Demand;
import org.clientele.filter.Value.Constant;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** Reads what is asked about an operand. */
final class DemandReader {

    private final Cursor cursor;
    private final ValueReader values;

    DemandReader(Cursor cursor, ValueReader values) {
        this.cursor = cursor;
        this.values = values;
    }

    Clause read(Operand operand) {
        Token token = cursor.peek();
        if (cursor.takes("is")) {
            boolean isNot = cursor.takes("not");
            Clause asked = is(operand, token);
            return isNot ? Clause.opposite(asked) : asked;
        } else if (cursor.takes("does")) {
            cursor.expect("not", "does");
            return Clause.opposite(new Asked(operand, verb(operand, true)));
        } else if (token.is("not")
                && (cursor.second().is("between") || cursor.second().is("in"))) {
            cursor.take();
            return Clause.opposite(read(operand));
        } else if (cursor.takes("between")) {
            return new Asked(operand, between(operand, token));
        } else if (cursor.takes("in")) {
            require(operand, token, ValueKind::isTemporal);
            return new Asked(operand, new Clause.In(values.span()));
        } else if (token.is("has") && cursor.second().is("none")) {
            cursor.take();
            cursor.take();
            cursor.expect("of", "has none");
            return Clause.opposite(new Asked(operand, has(operand, token, true)));
        }
        return new Asked(operand, verb(operand, false));
    }

    private FilterException unfit(Operand operand, Token token) {
        return new FilterException(
                token.at(),
                operand + " is " + operand.kind().label() + ", about which " + token + " does not ask; write "
                        + operand.kind().operators());
    }

    private void require(Operand operand, Token token, Predicate<ValueKind> fits) {
        if (!fits.test(operand.kind())) {
            throw unfit(operand, token);
        }
    }

    private Clause is(Operand operand, Token is) {
        ValueKind kind = operand.kind();
        if (kind != ValueKind.PART && cursor.takes("blank")) {
            return new Asked(operand, new Clause.Blank());
        } else if (kind != ValueKind.PART && cursor.takes("present")) {
            return Clause.opposite(new Asked(operand, new Clause.Blank()));
        }
        require(operand, is, other -> !other.isCollection());
        if (cursor.peek().is("exactly")) {
            require(operand, cursor.take(), other -> other == ValueKind.TEXT || other == ValueKind.FLAG);
            return new Asked(operand, oneOf(operand));
        } else if (kind == ValueKind.FLAG) {
            return flag(operand);
        } else if (cursor.peek().is("any") && cursor.second().is("of")) {
            return new Asked(operand, kind == ValueKind.TEXT ? oneText(operand) : oneOf(operand));
        } else if (kind == ValueKind.TEXT) {
            return new Asked(operand, new Clause.Matched(Match.EQUAL, values.text(operand)));
        }
        return new Asked(
                operand,
                kind.isOrdered() ? new Clause.Compared(Operator.EQUAL, values.value(operand)) : oneOf(operand));
    }

    /** No is the opposite of yes, so that nothing counts as no. */
    private Clause flag(Operand operand) {
        Clause yes = new Asked(operand, new Clause.OneOf(List.of(new Constant(true))));
        if (cursor.takes("yes") || cursor.takes("true")) {
            return yes;
        } else if (cursor.takes("no") || cursor.takes("false")) {
            return Clause.opposite(yes);
        }
        throw cursor.refuse(operand + " is yes or no, and " + cursor.peek() + " is neither; write one of them");
    }

    private boolean takesAnyOf() {
        if (cursor.peek().is("any") && cursor.second().is("of")) {
            cursor.take();
            cursor.take();
            return true;
        }
        return false;
    }

    private Demand oneText(Operand operand) {
        takesAnyOf();
        return new Clause.OneText(values.list(values::text, operand));
    }

    private Demand oneOf(Operand operand) {
        return new Clause.OneOf(takesAnyOf() ? values.list(values::value, operand) : List.of(values.value(operand)));
    }

    private Demand between(Operand operand, Token token) {
        require(operand, token, ValueKind::isOrdered);
        Value least = values.value(operand);
        cursor.expect("and", "between");
        Token second = cursor.peek();
        Value greatest = values.value(operand);
        if (least instanceof Constant one
                && greatest instanceof Constant other
                && one.value() instanceof Money from
                && other.value() instanceof Money to
                && !from.currency().equals(to.currency())) {
            throw new FilterException(
                    second.at(), "nothing is between " + from + " and " + to + "; give both in one currency");
        }
        return new Clause.Between(least, greatest);
    }

    /** A verb as it is written after does not, or for itself. */
    private Demand verb(Operand operand, boolean isNegated) {
        Token token = cursor.peek();
        String s = isNegated ? "" : "s";
        if (cursor.takes("contain" + s)) {
            return matched(Match.CONTAINS, operand, token);
        } else if (cursor.takes("start" + s)) {
            cursor.expect("with", token.text());
            return matched(Match.STARTS, operand, token);
        } else if (cursor.takes("end" + s)) {
            cursor.expect("with", token.text());
            return matched(Match.ENDS, operand, token);
        } else if (cursor.takes(isNegated ? "have" : "has")) {
            return has(operand, token, takesAnyOf());
        }
        return compared(operand, token);
    }

    private Demand matched(Match match, Operand operand, Token token) {
        require(operand, token, kind -> kind == ValueKind.TEXT);
        return new Clause.Matched(match, values.text(operand));
    }

    private Demand has(Operand operand, Token token, boolean many) {
        require(operand, token, ValueKind::isCollection);
        return new Clause.Has(many ? values.list(values::element, operand) : List.of(values.element(operand)));
    }

    private Demand compared(Operand operand, Token token) {
        Operator operator = operator();
        if (operator == null) {
            throw unfit(operand, token);
        }
        require(operand, token, ValueKind::isOrdered);
        return new Clause.Compared(operator, values.value(operand));
    }

    private @Nullable Operator operator() {
        Token first = cursor.peek();
        if (first.is("at") || first.is("less") || first.is("greater")) {
            cursor.take();
            boolean isLess = first.is("less");
            if (!first.is("at")) {
                cursor.expect("than", first.text());
                return isLess ? Operator.LESS : Operator.GREATER;
            } else if (cursor.takes("least")) {
                return Operator.AT_LEAST;
            }
            cursor.expect("most", "at");
            return Operator.AT_MOST;
        }
        Operator operator = switch (first.isWordOrSign() ? first.text() : "") {
            case "before", "<" -> Operator.LESS;
            case "until", "<=" -> Operator.AT_MOST;
            case "after", ">" -> Operator.GREATER;
            case "from", ">=" -> Operator.AT_LEAST;
            case "=" -> Operator.EQUAL;
            default -> null;
        };
        if (operator != null) {
            cursor.take();
        }
        return operator;
    }
}
