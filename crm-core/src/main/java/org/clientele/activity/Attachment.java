package org.clientele.activity;

import static java.util.stream.Collectors.toSet;
import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.mustBeSeen;
import static org.clientele.property.Traits.range;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unsearched;

import java.util.Set;
import org.clientele.criteria.Query;
import org.clientele.model.EntityType;
import org.clientele.organization.UserOwned;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.Transactions;
import org.clientele.value.AnyRef;
import org.clientele.value.Setting;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to one record (OroCRM documentation, Attachments). Its content lies in the {@link ContentStore} under a
 * key; {@link Activities#attach} makes it and {@link Activities#open} reads it. It goes with its record; the content stays
 * until it is swept, so that the deletion can be undone.
 */
public class Attachment extends UserOwned {

    public static final AnyReferenceProperty<Attachment> RECORD = AnyReferenceProperty.of(
                    "record", Attachment::getRecord, (Attachment attachment, AnyRef ref) -> attachment.record = ref)
            .with(required(), mustBeSeen(), WhenTargetGoes.GO_ALONG);
    public static final TextProperty<Attachment> FILE_NAME = TextProperty.of(
                    "fileName", Attachment::getFileName, Attachment::setFileName)
            .with(required(), maxLength(255), label("File name"));
    public static final TextProperty<Attachment> MEDIA_TYPE = TextProperty.of(
                    "mediaType",
                    Attachment::getMediaType,
                    (Attachment attachment, String type) -> attachment.mediaType = type)
            .with(required(), fixed(), calculated(), maxLength(100), label("Media type"));
    public static final NumberProperty<Attachment, Long> SIZE = NumberProperty.ofLong(
                    "size", Attachment::getSize, (attachment, size) -> attachment.size = size)
            .with(required(), fixed(), calculated(), range(0, Long.MAX_VALUE), label("Size in bytes"));
    public static final TextProperty<Attachment> COMMENT =
            TextProperty.of("comment", Attachment::getComment, Attachment::setComment);
    public static final TextProperty<Attachment> CONTENT = TextProperty.of(
                    "content", Attachment::getContent, (Attachment attachment, String key) -> attachment.content = key)
            .with(required(), fixed(), calculated(), indexed(), maxLength(64), unsearched());

    public static final EntityType<Attachment> TYPE = EntityType.define(
            "attachment",
            Attachment.class,
            Attachment::new,
            type -> type.properties(RECORD, FILE_NAME, MEDIA_TYPE, SIZE, COMMENT, CONTENT)
                    .owned(OWNERSHIP)
                    .named(FILE_NAME));

    /** Where the contents of a CRM's attachments are kept: on the heap unless a host chooses otherwise. */
    public static final Setting<ContentStore> CONTENT_STORE =
            Setting.ofEach("content store", InMemoryContentStore::new);

    private @Nullable AnyRef record;
    private @Nullable String fileName;
    private @Nullable String mediaType;
    private @Nullable Long size;
    private @Nullable String comment;
    private @Nullable String content;

    /** An empty attachment. */
    protected Attachment() {}

    Attachment(AnyRef record, String fileName, String mediaType, Content content) {
        this.record = record;
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.size = content.size();
        this.content = content.key();
    }

    /**
     * Those of some keys under which an attachment has its content: what a sweep must keep.
     *
     * @param system a session of the system, which sees all attachments
     */
    public static Set<String> inUse(Set<String> keys, Transactions system) {
        return system.inTransaction(
                "read",
                transaction -> transaction.select(TYPE, Query.of(CONTENT.in(keys))).toList().stream()
                        .map(Attachment::getContent)
                        .collect(toSet()));
    }

    /** The record that it belongs to. */
    public @Nullable AnyRef getRecord() {
        return record;
    }

    public @Nullable String getFileName() {
        return fileName;
    }

    public void setFileName(@Nullable String fileName) {
        this.fileName = fileName;
    }

    /** What kind of content it is, such as {@code application/pdf}. */
    public @Nullable String getMediaType() {
        return mediaType;
    }

    /** In bytes, from 0. */
    public @Nullable Long getSize() {
        return size;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }

    /** The key of the content in the {@link ContentStore}. */
    public @Nullable String getContent() {
        return content;
    }
}
