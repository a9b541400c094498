package org.clientele.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.clientele.contact.Contact;
import org.clientele.property.Property;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * All properties of a record read in a loop, as every engine reads them, beside the ways of an engine without tokens.
 *
 * <p>The getters called by reflection and by method handle are the very ones that the tokens call, found and made
 * accessible beforehand. Reading fields does less: a getter that guards a collection makes a copy of it, a field does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AllProperties {

    private final Contact contact = Contacts.today();
    private final List<Property<? super Contact, ?>> properties = Contact.TYPE.properties();
    private final Method[] getters = new Method[properties.size()];
    private final Field[] fields = new Field[properties.size()];
    private final MethodHandle[] handles = new MethodHandle[properties.size()];

    /** IllegalStateException unless each getter gives what the token of its name gives. */
    @Setup
    public void find() throws ReflectiveOperationException {
        for (int i = 0; i < getters.length; i++) {
            String name = properties.get(i).name();
            getters[i] = Contact.class.getMethod("get" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
            getters[i].setAccessible(true);
            fields[i] = field(name);
            fields[i].setAccessible(true);
            handles[i] = MethodHandles.lookup()
                    .unreflect(getters[i])
                    .asType(MethodType.methodType(Object.class, Contact.class));
            if (!Objects.equals(getters[i].invoke(contact), properties.get(i).get(contact))) {
                throw new IllegalStateException("the token and the getter of " + name + " give different values");
            }
        }
    }

    private static Field field(String name) throws NoSuchFieldException {
        for (Class<?> at = Contact.class; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    @Benchmark
    public void byTokens(Blackhole hole) {
        for (Property<? super Contact, ?> property : properties) {
            hole.consume(property.get(contact));
        }
    }

    @Benchmark
    public void byReflectedGetters(Blackhole hole) throws ReflectiveOperationException {
        for (Method getter : getters) {
            hole.consume(getter.invoke(contact));
        }
    }

    @Benchmark
    public void byReflectedFields(Blackhole hole) throws ReflectiveOperationException {
        for (Field field : fields) {
            hole.consume(field.get(contact));
        }
    }

    @Benchmark
    public void byMethodHandles(Blackhole hole) throws Throwable {
        for (MethodHandle handle : handles) {
            hole.consume((Object) handle.invokeExact(contact));
        }
    }
}
