package org.clientele.testkit.access;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clientele.Session;
import org.clientele.criteria.Lookup;
import org.clientele.store.RecordStore;
import org.clientele.store.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The public methods by which a session's holder can come to records: those of the session and of whatever it gives or
 * hands to the holder's own code, as far as that can reach records by itself.
 */
final class EntryPoints {

    private static final String OURS = "org.clientele.";
    private static final List<Class<?>> SOURCES =
            List.of(Session.class, Lookup.class, Transactions.class, RecordStore.class);

    private final Set<Class<?>> reached = new LinkedHashSet<>();
    private final Deque<Class<?>> waiting = new ArrayDeque<>();

    private EntryPoints() {}

    /** Their names, such as {@code Selection.page(int, int)}. */
    static SortedSet<String> ofSession() {
        EntryPoints points = new EntryPoints();
        points.reach(Session.class);
        SortedSet<String> names = new TreeSet<>();
        while (!points.waiting.isEmpty()) {
            Class<?> type = points.waiting.remove();
            for (Method method : type.getMethods()) {
                if (isCallable(method)) {
                    points.follow(method);
                    if (isLive(type, new HashSet<>())) {
                        names.add(name(method));
                    }
                }
            }
        }
        return names;
    }

    private static boolean isCallable(Method method) {
        return method.getDeclaringClass() != Object.class
                && !Modifier.isStatic(method.getModifiers())
                && !method.isBridge()
                && isOurs(method.getDeclaringClass());
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS);
    }

    private static String name(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(
                        ", ", method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(", ")"));
    }

    private void reach(Class<?> type) {
        if (isOurs(type) && reached.add(type)) {
            waiting.add(type);
        }
    }

    private void follow(Method method) {
        given(method.getGenericReturnType()).forEach(this::reach);
        for (Type parameter : method.getGenericParameterTypes()) {
            handed(parameter).forEach(this::reach);
        }
    }

    /** The classes of which whoever gets a value of a type gets something: of what it is, has in it or supplies. */
    private static Set<Class<?>> given(Type type) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        if (type instanceof Class<?> itself) {
            classes.add(itself.isArray() ? itself.getComponentType() : itself);
        } else if (type instanceof GenericArrayType array) {
            classes.addAll(given(array.getGenericComponentType()));
        } else if (type instanceof TypeVariable<?> variable) {
            for (Type bound : variable.getBounds()) {
                classes.addAll(raw(bound));
            }
        } else if (type instanceof WildcardType wildcard) {
            classes.addAll(given(bound(wildcard)));
        } else if (type instanceof ParameterizedType generic) {
            classes.addAll(raw(generic));
            Method function = function(generic);
            if (function == null) {
                Arrays.stream(generic.getActualTypeArguments()).forEach(each -> classes.addAll(given(each)));
            } else {
                classes.addAll(given(resolved(function.getGenericReturnType(), generic)));
            }
        }
        return classes;
    }

    /** The classes of what code gets that implements a type: of the arguments with which it is called. */
    private static Set<Class<?>> handed(Type type) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (Class<?> raw : raw(type)) {
            if (raw.isInterface()) {
                for (Method method : raw.getMethods()) {
                    if (Modifier.isAbstract(method.getModifiers())) {
                        for (Type parameter : method.getGenericParameterTypes()) {
                            classes.addAll(given(resolved(parameter, type)));
                        }
                    }
                }
            } else {
                classes.addAll(raw(type));
            }
        }
        return classes;
    }

    /** The one method of a type that is a function; null when the type is none. */
    private static @Nullable Method function(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        List<Method> methods = Arrays.stream(raw.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
        return raw.isInterface() && raw.isAnnotationPresent(FunctionalInterface.class) ? methods.get(0) : null;
    }

    private static Type resolved(Type type, Type within) {
        if (type instanceof TypeVariable<?> variable && within instanceof ParameterizedType generic) {
            TypeVariable<?>[] variables = ((Class<?>) generic.getRawType()).getTypeParameters();
            int place = Arrays.asList(variables).indexOf(variable);
            return place < 0 ? type : generic.getActualTypeArguments()[place];
        }
        return type;
    }

    private static Type bound(WildcardType wildcard) {
        return wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : wildcard.getUpperBounds()[0];
    }

    private static Set<Class<?>> raw(Type type) {
        if (type instanceof Class<?> itself) {
            return Set.of(itself);
        } else if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        return type instanceof WildcardType wildcard ? raw(bound(wildcard)) : Set.of();
    }

    /** Whether a value of a type can reach records by itself: it is a source of them, or holds one. */
    private static boolean isLive(Class<?> type, Set<Class<?>> asked) {
        if (SOURCES.stream().anyMatch(source -> source.isAssignableFrom(type))) {
            return true;
        } else if (!isOurs(type) || !asked.add(type)) {
            return false;
        }
        for (Class<?> at = type; at != null && isOurs(at); at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && given(field.getGenericType()).stream().anyMatch(held -> isLive(held, asked))) {
                    return true;
                }
            }
        }
        return false;
    }
}
