package org.clientele.activity;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.model.Situation;
import org.clientele.organization.User;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done: open, then in progress, then closed, and opened again if need be (OroCRM documentation, Tasks). A
 * task in progress may become open again, and an open one be closed; a closed one must be reopened before anything else. It
 * is no contact with anybody.
 */
public class Task extends Activity {

    public static final TextProperty<Task> DESCRIPTION =
            TextProperty.of("description", Task::getDescription, Task::setDescription);
    public static final InstantProperty<Task> DUE_DATE =
            InstantProperty.of("dueDate", Task::getDueDate, Task::setDueDate).with(indexed(), label("Due date"));
    public static final ChoiceProperty<Task, TaskStatus> STATUS = ChoiceProperty.of(
                    "status", TaskStatus.DICTIONARY, Task::getStatus, Task::setStatus)
            .with(required());
    public static final ChoiceProperty<Task, TaskPriority> PRIORITY = ChoiceProperty.of(
                    "priority", TaskPriority.DICTIONARY, Task::getPriority, Task::setPriority)
            .with(required());
    public static final ItemsProperty<Task, Reminder> REMINDERS =
            ItemsProperty.of("reminders", Reminder.TYPE, Task::getReminders, Task::setReminders);
    public static final ReferenceProperty<Task, User> CREATED_BY = ReferenceProperty.of(
                    "createdBy",
                    User.class,
                    (Task record) -> record.getCreatedBy(),
                    (record, value) -> record.createdBy = value == null ? null : value.id())
            .with(calculated());

    public static final EntityType<Task> TYPE = EntityType.define(
            "task",
            Task.class,
            Task::new,
            type -> type.extending(Activity.TYPE)
                    .properties(DESCRIPTION, DUE_DATE, STATUS, PRIORITY, REMINDERS, CREATED_BY)
                    .prepared(Task::prepare)
                    .rule(
                            "has reminders and no due date to remind of; give it one, or take the reminders away",
                            (task, context) -> task.dueDate != null || task.reminders.isEmpty())
                    .rule("is closed from the start; save it open first", Task::isNotBornClosed)
                    .rule("is closed and can not be started; reopen it first", Task::isNotStartedWhenClosed));

    private @Nullable String description;
    private @Nullable Instant dueDate;
    private @Nullable String status = TaskStatus.OPEN.id();
    private @Nullable String priority = TaskPriority.NORMAL.id();
    private List<Reminder> reminders = List.of();
    private @Nullable UUID createdBy;

    /** An empty task. */
    protected Task() {}

    /** An open task of normal priority. */
    public Task(String subject) {
        super(subject, null);
    }

    private void prepare(Situation<Task> situation) {
        if (situation.before().isEmpty()) {
            createdBy = situation.actor().orElse(null);
        }
    }

    private static boolean isNotBornClosed(Task task, Invariant.Context<Task> context) {
        return context.before().isPresent() || !TaskStatus.CLOSED.equals(task.getStatus());
    }

    private static boolean isNotStartedWhenClosed(Task task, Invariant.Context<Task> context) {
        return !TaskStatus.IN_PROGRESS.equals(task.getStatus())
                || context.before()
                        .filter(before -> TaskStatus.CLOSED.equals(before.getStatus()))
                        .isEmpty();
    }

    /**
     * Somebody begins with it.
     *
     * @throws IllegalStateException when it is closed
     */
    public Task start() {
        require(!TaskStatus.CLOSED.equals(getStatus()), "is closed and can not be started; reopen it first");
        setStatus(TaskStatus.IN_PROGRESS);
        return this;
    }

    /**
     * It is done, begun before or not.
     *
     * @throws IllegalStateException when it is closed already
     */
    public Task close() {
        require(!TaskStatus.CLOSED.equals(getStatus()), "is closed already; leave it so");
        setStatus(TaskStatus.CLOSED);
        return this;
    }

    /**
     * It was not done after all.
     *
     * @throws IllegalStateException when it is not closed
     */
    public Task reopen() {
        require(TaskStatus.CLOSED.equals(getStatus()), "is not closed; only a closed task is reopened");
        setStatus(TaskStatus.OPEN);
        return this;
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalStateException(
                    "task " + Optional.ofNullable(getSubject()).orElse("without a subject") + " " + sentence);
        }
    }

    /** Adds a reminder, after the others. */
    public Task addReminder(Reminder reminder) {
        reminders = Stream.concat(reminders.stream(), Stream.of(reminder))
                .distinct()
                .toList();
        return this;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public @Nullable Instant getDueDate() {
        return dueDate;
    }

    public void setDueDate(@Nullable Instant dueDate) {
        this.dueDate = dueDate;
    }

    public @Nullable TaskStatus getStatus() {
        return status == null ? null : TaskStatus.DICTIONARY.get(status);
    }

    public void setStatus(@Nullable TaskStatus status) {
        this.status = status == null ? null : status.id();
    }

    public @Nullable TaskPriority getPriority() {
        return priority == null ? null : TaskPriority.DICTIONARY.get(priority);
    }

    public void setPriority(@Nullable TaskPriority priority) {
        this.priority = priority == null ? null : priority.id();
    }

    public List<Reminder> getReminders() {
        return List.copyOf(reminders);
    }

    public void setReminders(List<Reminder> reminders) {
        this.reminders = List.copyOf(reminders);
    }

    /** Who saved it first; nobody when the system itself did. */
    public @Nullable Ref<User> getCreatedBy() {
        return createdBy == null ? null : new Ref<>(createdBy);
    }
}
