package org.clientele.exchange.cell;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.clientele.exchange.row.Row;

/**
 * A look at a whole column before any of its cells is read, for what one cell alone does not tell. For one column of one
 * file.
 *
 * @param <S> what is known once all was looked at
 */
interface Study<S> {

    /** Looks at a cell that is not empty. */
    void look(Row row, String cell);

    /** What it comes to; IllegalArgumentException with a sentence when that can not be told. */
    S settle();

    /** This study, of those cells alone that pass, once they are tidied. */
    default Study<S> of(UnaryOperator<String> tidy, Predicate<String> passes) {
        return new Study<>() {
            @Override
            public void look(Row row, String cell) {
                String tidied = tidy.apply(cell);
                if (passes.test(tidied)) {
                    Study.this.look(row, tidied);
                }
            }

            @Override
            public S settle() {
                return Study.this.settle();
            }
        };
    }

    /** This study, with what it comes to made into something else. */
    default <T> Study<T> as(Function<S, T> make) {
        return new Study<>() {
            @Override
            public void look(Row row, String cell) {
                Study.this.look(row, cell);
            }

            @Override
            public T settle() {
                return make.apply(Study.this.settle());
            }
        };
    }
}
