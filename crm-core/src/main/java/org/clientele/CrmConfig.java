package org.clientele;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Directory;
import org.clientele.access.RolePolicy;
import org.clientele.access.StoredDirectory;
import org.clientele.merge.MergeDefaults;
import org.clientele.merge.MergeStrategy;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.notice.ChangeListener;
import org.clientele.notice.Outbox;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.Property;
import org.clientele.value.Choice;
import org.clientele.value.Setting;
import org.clientele.workflow.Workflow;
import org.clientele.workflow.WorkflowRules;

/** Collects how a CRM is to be; used within {@code Crm.open} only. */
public final class CrmConfig {

    private final List<EntityType<?>> types = new ArrayList<>(StandardEntities.TYPES);
    private final List<Consumer<Schema>> settings = new ArrayList<>();
    private final List<Workflow<?>> workflows = new ArrayList<>();
    private AccessPolicy policy = RolePolicy.of();
    private Directory directory = new StoredDirectory();
    private Clock clock = Clock.systemUTC();
    private final Map<String, ChangeListener> listeners = new LinkedHashMap<>();
    private MergeDefaults mergeDefaults = MergeDefaults.ofProperties();

    CrmConfig() {}

    /** Registers entities of the host; they are then guarded, merged, imported, exported and journaled like any other. */
    public CrmConfig entity(EntityType<?>... further) {
        types.addAll(List.of(further));
        return this;
    }

    /** Who may do what; without it, a policy of no roles, by which only the system may do anything. */
    public CrmConfig access(AccessPolicy newPolicy) {
        policy = Objects.requireNonNull(newPolicy, "newPolicy");
        return this;
    }

    /** Who works where, as what; without it, what the users and units of the CRM say. */
    public CrmConfig directory(Directory newDirectory) {
        directory = Objects.requireNonNull(newDirectory, "newDirectory");
        return this;
    }

    /** Where the time comes from; without it, the machine's clock. */
    public CrmConfig clock(Clock newClock) {
        clock = Objects.requireNonNull(newClock, "newClock");
        return this;
    }

    /**
     * Adds values to the dictionary of a choice; one with a known id takes that one's place. What is written follows from them, and
     * reports, grids and files show their labels. A record that is read has the value by its id and, of one that it does not
     * know, nothing else: ask {@code crm.schema().dictionary(property).find(id)} for its label and the rest.
     */
    @SafeVarargs
    public final <C extends Choice> CrmConfig choices(ChoiceProperty<?, C> property, C... further) {
        List<C> values = Arrays.asList(further);
        settings.add(schema -> schema.use(property, schema.dictionary(property).with(values)));
        return this;
    }

    /** Chooses what rules of types ask for, such as {@link org.clientele.value.Currencies#SETTING}. */
    public <T> CrmConfig set(Setting<T> setting, T choice) {
        Objects.requireNonNull(choice, "choice");
        settings.add(schema -> schema.set(setting, choice));
        return this;
    }

    /**
     * What merges make of a property unless they are told otherwise; without it, what the property's own trait says, else
     * collections are appended and all else is the master's. IllegalArgumentException for a calculated property.
     */
    public <R extends CrmRecord, V> CrmConfig merging(Property<R, V> property, MergeStrategy<? super R, V> strategy) {
        mergeDefaults = mergeDefaults.with(property, strategy);
        return this;
    }

    /**
     * Tells a listener of every change set once it is committed. The name is that under which the store keeps what the listener
     * is still to hear, so it stays the same for ever, in every process that writes; a listener under a new name hears of what is
     * written from then on.
     *
     * @param name up to 100 characters, no two alike but for case
     * @throws IllegalArgumentException when the name is taken, empty or too long
     */
    public CrmConfig listener(String name, ChangeListener listener) {
        Outbox.checkName(name, listeners.keySet());
        listeners.put(name, Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Registers workflows, of ours or of the host. None is active before somebody activates it, and then for all who share the
     * store; they must all have it registered.
     *
     * @throws IllegalArgumentException when two have one name
     */
    public CrmConfig workflow(Workflow<?>... further) {
        for (Workflow<?> workflow : further) {
            if (workflows.stream().anyMatch(other -> other.name().equals(workflow.name()))) {
                throw new IllegalArgumentException(
                        "two workflows are called '" + workflow + "'; register it once or rename one of them");
            }
            workflows.add(workflow);
        }
        return this;
    }

    Schema schema() {
        Schema schema = new Schema(types);
        settings.forEach(setting -> setting.accept(schema));
        WorkflowRules.add(workflows, schema);
        return schema;
    }

    List<Workflow<?>> workflows() {
        return List.copyOf(workflows);
    }

    AccessPolicy policy() {
        return policy;
    }

    Directory directory() {
        return directory;
    }

    Clock clock() {
        return clock;
    }

    Map<String, ChangeListener> listeners() {
        return listeners;
    }

    MergeDefaults mergeDefaults() {
        return mergeDefaults;
    }
}
