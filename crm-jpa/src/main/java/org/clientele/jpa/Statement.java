package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Parameter;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One statement in the making: the parameters bound so far and the aliases given out. */
final class Statement {

    /** How many records a statement is about at most, where it names them. */
    static final int AT_ONCE = 512;

    private static final int MOST_PARAMETERS = 60_000;
    private static final int LARGEST_STEP = 1024;

    /** So many values are parameters of their own: Hibernate keeps the plan of such a statement, and works out that of a list each time. */
    private static final int MOST_ALONE = 64;

    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private int aliases;
    private int count;

    /** An alias that the statement does not have yet. */
    String alias() {
        return "a" + aliases++;
    }

    /** Binds a value and gives the parameter that stands for it. */
    String bind(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        count++;
        return ":" + name;
    }

    /**
     * The condition that an expression has one of these values, of which there is at least one.
     *
     * @throws IllegalArgumentException when a database could not take so many
     */
    String in(String expression, Collection<?> values) {
        return values.size() == 1
                ? expression + " = " + bind(values.iterator().next())
                : expression + " in " + bindAll(values);
    }

    /** Fills a list up with its last value to one of a few sizes, so that there are few different statements. */
    private String bindAll(Collection<?> values) {
        List<Object> padded = new ArrayList<>(values);
        if (count + padded.size() > MOST_PARAMETERS) {
            throw new IllegalArgumentException("the condition names " + padded.size()
                    + " values, and a statement takes " + MOST_PARAMETERS + " in all; ask in several parts");
        }
        Object last = padded.get(padded.size() - 1);
        int size = size(padded.size());
        while (padded.size() < size) {
            padded.add(last);
        }
        if (size <= MOST_ALONE) {
            return padded.stream().map(this::bind).collect(Collectors.joining(", ", "(", ")"));
        }
        String name = bind(padded);
        count += size - 1;
        return name;
    }

    private static int size(int count) {
        int size = 1;
        while (size < count) {
            size += Math.min(size, LARGEST_STEP);
        }
        return size;
    }

    /** The query of this text with everything that was bound. What was written before is seen by it. */
    <T> TypedQuery<T> query(EntityManager entityManager, String jpql, Class<T> result) {
        TypedQuery<T> query = entityManager.createQuery(jpql, result);
        query.setFlushMode(FlushModeType.AUTO);
        bindTo(query);
        return query;
    }

    /** A condition that was left out leaves its parameters here. */
    private void bindTo(Query query) {
        Set<Parameter<?>> wanted = query.getParameters();
        if (wanted.size() == parameters.size()) {
            parameters.forEach(query::setParameter);
        } else {
            wanted.forEach(parameter -> query.setParameter(parameter.getName(), parameters.get(parameter.getName())));
        }
    }

    /** Runs a bulk statement of this text with everything that was bound; says how many rows it changed. */
    int update(EntityManager entityManager, String jpql) {
        Query update = entityManager.createQuery(jpql);
        bindTo(update);
        return update.executeUpdate();
    }
}
