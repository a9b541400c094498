package org.clientele.activity;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import jakarta.validation.constraints.Email;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.criteria.Lookup;
import org.clientele.model.EntityType;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail that was sent, by us or to us (OroCRM documentation, Emails). It is a contact with each record that it is linked
 * to and that has one of its addresses: incoming when the record sent it, outgoing when the record received it.
 *
 * <pre>{@code
 * activities.log(new EmailMessage("Prices?", "ada@acuserv.example", at).addRecipient(Recipient.to(us)), ada);
 * }</pre>
 */
public class EmailMessage extends Activity {

    public static final TextProperty<EmailMessage> FROM_ADDRESS = TextProperty.of(
                    "fromAddress", EmailMessage::getFromAddress, EmailMessage::setFromAddress)
            .with(required(), maxLength(255), indexed(), label("From"));
    public static final TextProperty<EmailMessage> FROM_NAME = TextProperty.of(
                    "fromName", EmailMessage::getFromName, EmailMessage::setFromName)
            .with(maxLength(320), label("From name"));
    public static final ItemsProperty<EmailMessage, Recipient> RECIPIENTS =
            ItemsProperty.of("recipients", Recipient.TYPE, EmailMessage::getRecipients, EmailMessage::setRecipients);
    public static final ChoiceProperty<EmailMessage, Importance> IMPORTANCE = ChoiceProperty.of(
                    "importance", Importance.DICTIONARY, EmailMessage::getImportance, EmailMessage::setImportance)
            .with(required());
    public static final TextProperty<EmailMessage> MESSAGE_ID = TextProperty.of(
                    "messageId", EmailMessage::getMessageId, EmailMessage::setMessageId)
            .with(maxLength(255), indexed(), label("Message id"));
    public static final TextProperty<EmailMessage> THREAD_ID = TextProperty.of(
                    "threadId", EmailMessage::getThreadId, EmailMessage::setThreadId)
            .with(maxLength(255), indexed(), label("Thread id"));
    public static final TextProperty<EmailMessage> BODY =
            TextProperty.of("body", EmailMessage::getBody, EmailMessage::setBody);

    public static final EntityType<EmailMessage> TYPE = EntityType.define(
            "email",
            EmailMessage.class,
            EmailMessage::new,
            type -> type.extending(Activity.TYPE)
                    .properties(FROM_ADDRESS, FROM_NAME, RECIPIENTS, IMPORTANCE, MESSAGE_ID, THREAD_ID, BODY)
                    .rule(
                            "has a recipient who is neither to nor cc nor bcc; use one of these",
                            (message, context) -> message.recipients.stream().allMatch(Recipient::hasKnownWay)));

    @Email
    private @Nullable String fromAddress;

    private @Nullable String fromName;
    private List<Recipient> recipients = List.of();
    private @Nullable String importance = Importance.NORMAL.id();
    private @Nullable String messageId;
    private @Nullable String threadId;
    private @Nullable String body;

    /** An empty message. */
    protected EmailMessage() {}

    /** A message that was sent at a time. */
    public EmailMessage(String subject, String fromAddress, Instant sentAt) {
        super(subject, sentAt);
        this.fromAddress = fromAddress;
    }

    /** Adds somebody to whom it was sent, after the others. */
    public EmailMessage addRecipient(Recipient recipient) {
        recipients = Stream.concat(recipients.stream(), Stream.of(recipient))
                .distinct()
                .toList();
        return this;
    }

    /**
     * Incoming when the record sent it, else outgoing when it received it, openly or not; addresses compare without case. Null,
     * which is not counted, when it did neither (OroCRM takes the sender for the receiver; see the laws of the project).
     */
    @Override
    protected @Nullable Direction contactWith(@Nullable Contacted target, Lookup lookup) {
        if (target == null) {
            return null;
        }
        Set<String> own =
                target.emailAddresses(lookup).stream().map(EmailMessage::plain).collect(toUnmodifiableSet());
        if (fromAddress != null && own.contains(plain(fromAddress))) {
            return Direction.INCOMING;
        }
        return recipients.stream()
                        .map(Recipient::address)
                        .map(EmailMessage::plain)
                        .anyMatch(own::contains)
                ? Direction.OUTGOING
                : null;
    }

    private static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    public @Nullable String getFromAddress() {
        return fromAddress;
    }

    public void setFromAddress(@Nullable String fromAddress) {
        this.fromAddress = fromAddress;
    }

    public @Nullable String getFromName() {
        return fromName;
    }

    public void setFromName(@Nullable String fromName) {
        this.fromName = fromName;
    }

    public List<Recipient> getRecipients() {
        return List.copyOf(recipients);
    }

    public void setRecipients(List<Recipient> recipients) {
        this.recipients = List.copyOf(recipients);
    }

    /** When it was sent; the time of the activity. */
    public @Nullable Instant getSentAt() {
        return getAt();
    }

    public @Nullable Importance getImportance() {
        return importance == null ? null : Importance.DICTIONARY.get(importance);
    }

    public void setImportance(@Nullable Importance importance) {
        this.importance = importance == null ? null : importance.id();
    }

    /** What mail programs know the message by. */
    public @Nullable String getMessageId() {
        return messageId;
    }

    public void setMessageId(@Nullable String messageId) {
        this.messageId = messageId;
    }

    /** What messages that answer each other have in common. */
    public @Nullable String getThreadId() {
        return threadId;
    }

    public void setThreadId(@Nullable String threadId) {
        this.threadId = threadId;
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }
}
