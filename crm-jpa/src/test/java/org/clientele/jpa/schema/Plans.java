package org.clientele.jpa.schema;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Asks PostgreSQL how it does each statement that goes through a data source, with the values that it is given. */
final class Plans {

    /** A statement and how it is done. */
    record Plan(String sql, String steps) {}

    /** A call that binds a value. */
    private record Binding(Method method, Object[] arguments) {}

    private final List<Plan> plans = new ArrayList<>();

    /** What was done since this was asked last. */
    List<Plan> taken() {
        List<Plan> taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    /** The data source, looked at. */
    DataSource over(DataSource source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(method, source, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(method, connection, arguments);
            return method.getName().equals("prepareStatement")
                    ? statement(connection, (String) arguments[0], (PreparedStatement) result)
                    : result;
        });
    }

    private PreparedStatement statement(Connection connection, String sql, PreparedStatement statement) {
        Map<Object, Binding> bindings = new TreeMap<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                bindings.put(arguments[0], new Binding(method, arguments));
            } else if (method.getName().startsWith("execute")) {
                plans.add(new Plan(sql, explained(connection, sql, bindings)));
            }
            return invoke(method, statement, arguments);
        });
    }

    private static String explained(Connection connection, String sql, Map<Object, Binding> bindings) throws Throwable {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
            for (Binding binding : new LinkedHashMap<>(bindings).values()) {
                invoke(binding.method(), explain, binding.arguments());
            }
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("not explained: " + sql, refused);
        }
        return String.join("\n", lines);
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Plans.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
