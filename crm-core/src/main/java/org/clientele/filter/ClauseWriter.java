package org.clientele.filter;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.clientele.criteria.Criterion.Match;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.filter.Clause.All;
import org.clientele.filter.Clause.Any;
import org.clientele.filter.Clause.Asked;
import org.clientele.filter.Clause.Demand;
import org.clientele.filter.Clause.Opposite;
import org.clientele.model.Schema;

/** Writes clauses as the text that is read back to them; lists stand in the order of their texts. */
final class ClauseWriter {

    private final ValueWriter values;

    ClauseWriter(Schema schema) {
        this.values = new ValueWriter(schema);
    }

    String write(Clause clause) {
        if (clause instanceof All all) {
            return all.parts().isEmpty() ? "always" : joined(all.parts(), " and ");
        } else if (clause instanceof Any any) {
            return any.parts().isEmpty() ? "never" : joined(any.parts(), " or ");
        } else if (clause instanceof Opposite opposite) {
            return opposite(opposite.part());
        } else if (clause instanceof Asked asked) {
            return asked.operand() + " " + demand(asked.operand(), asked.demand());
        } else if (clause instanceof Clause.Pointed pointed) {
            String by = "has " + Words.name(pointed.holder().name()) + " by "
                    + Words.name(pointed.by().name());
            return pointed.where().equals(new All(List.of())) ? by : by + " with (" + write(pointed.where()) + ")";
        }
        return "is " + kinds((Clause.OfKind) clause);
    }

    private static String kinds(Clause.OfKind kind) {
        Collection<String> names = kind.types().stream()
                .map(type -> Words.name(type.name()))
                .distinct()
                .sorted()
                .toList();
        return "a " + (names.size() == 1 ? names.iterator().next() : "[" + String.join(", ", names) + "]");
    }

    private String joined(List<Clause> parts, String word) {
        return parts.stream().map(this::bracketed).collect(joining(word));
    }

    private String bracketed(Clause clause) {
        boolean isJoined = (clause instanceof All all && !all.parts().isEmpty())
                || (clause instanceof Any any && !any.parts().isEmpty());
        return isJoined ? "(" + write(clause) + ")" : write(clause);
    }

    private String opposite(Clause clause) {
        if (clause instanceof Clause.OfKind kind) {
            return "is not " + kinds(kind);
        } else if (clause instanceof Asked asked) {
            String negated = negated(asked.operand(), asked.demand());
            return negated.isEmpty() ? "not " + write(clause) : asked.operand() + " " + negated;
        }
        return "not " + bracketed(clause);
    }

    /** The opposite in words of its own; empty when there are none. */
    private String negated(Operand operand, Demand demand) {
        if (demand instanceof Clause.Blank) {
            return "is present";
        } else if (demand instanceof Clause.Matched matched && matched.match() != Match.EQUAL) {
            return "does not " + verb(matched.match()) + " " + Words.text(matched.text());
        } else if (demand instanceof Clause.Has has) {
            return has.elements().size() == 1
                    ? "does not have " + values.write(operand, has.elements().get(0))
                    : "has none of " + list(has.elements(), value -> values.write(operand, value));
        } else if (demand instanceof Clause.Between || demand instanceof Clause.In) {
            return "not " + demand(operand, demand);
        } else if (isYes(operand, demand)) {
            return "is no";
        }
        String asked = demand(operand, demand);
        return asked.startsWith("is ") ? "is not " + asked.substring("is ".length()) : "";
    }

    private static String verb(Match match) {
        return switch (match) {
            case CONTAINS -> "contain";
            case STARTS -> "start with";
            case ENDS -> "end with";
            case EQUAL -> "is";
        };
    }

    private static boolean isYes(Operand operand, Demand demand) {
        return operand.kind() == ValueKind.FLAG
                && demand instanceof Clause.OneOf one
                && one.values().equals(List.of(new Value.Constant(true)));
    }

    private String demand(Operand operand, Demand demand) {
        if (demand instanceof Clause.Blank) {
            return "is blank";
        } else if (demand instanceof Clause.Matched matched) {
            return verbs(matched.match()) + " " + Words.text(matched.text());
        } else if (demand instanceof Clause.OneText one) {
            return "is any of " + list(one.texts(), Words::text);
        } else if (demand instanceof Clause.OneOf one) {
            return oneOf(operand, one);
        } else if (demand instanceof Clause.Compared compared) {
            return operator(compared.operator(), operand.kind().isTemporal()) + " "
                    + values.write(operand, compared.to());
        } else if (demand instanceof Clause.Between between) {
            return "between " + values.write(operand, between.least()) + " and "
                    + values.write(operand, between.greatest());
        } else if (demand instanceof Clause.In in) {
            return "in " + in.span();
        } else if (demand instanceof Clause.Has has) {
            return has.elements().size() == 1
                    ? "has " + values.write(operand, has.elements().get(0))
                    : "has any of " + list(has.elements(), value -> values.write(operand, value));
        }
        String word = operand.kind() == ValueKind.REFERENCE ? "with" : "any";
        return word + " (" + write(((Clause.Some) demand).where()) + ")";
    }

    private static String verbs(Match match) {
        return switch (match) {
            case CONTAINS -> "contains";
            case STARTS -> "starts with";
            case ENDS -> "ends with";
            case EQUAL -> "is";
        };
    }

    private String oneOf(Operand operand, Clause.OneOf one) {
        if (isYes(operand, one)) {
            return "is yes";
        }
        ValueKind kind = operand.kind();
        String exactly = kind == ValueKind.TEXT || kind == ValueKind.FLAG ? "exactly " : "";
        List<String> written = written(one.values(), value -> values.write(operand, value));
        return written.size() == 1 && !kind.isOrdered()
                ? "is " + exactly + written.get(0)
                : "is " + exactly + "any of [" + String.join(", ", written) + "]";
    }

    private static <T> String list(List<T> all, Function<T, String> writing) {
        return "[" + String.join(", ", written(all, writing)) + "]";
    }

    private static <T> List<String> written(List<T> all, Function<T, String> writing) {
        return all.stream().map(writing).distinct().sorted().toList();
    }

    private static String operator(Operator operator, boolean isTemporal) {
        return switch (operator) {
            case EQUAL -> "is";
            case LESS -> isTemporal ? "before" : "less than";
            case AT_MOST -> isTemporal ? "until" : "at most";
            case GREATER -> isTemporal ? "after" : "greater than";
            case AT_LEAST -> isTemporal ? "from" : "at least";
        };
    }
}
