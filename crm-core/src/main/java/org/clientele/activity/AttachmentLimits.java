package org.clientele.activity;

import java.util.Set;
import java.util.TreeSet;
import org.clientele.value.Setting;

/**
 * Which files may be attached.
 *
 * @param mostBytes the greatest size of a file
 * @param mediaTypes the media types that are allowed, in lower case, {@code image/*} for all of a kind; none means that any is
 */
public record AttachmentLimits(long mostBytes, Set<String> mediaTypes) {

    private static final long TWO_MEGABYTES = 2L * 1024 * 1024;

    /**
     * Up to 2 MB (2 * 1024 * 1024 bytes) of texts, pictures of any format, PDF, office documents and archives, unless a host chooses others.
     */
    public static final Setting<AttachmentLimits> SETTING = Setting.of(
            "attachment limits",
            new AttachmentLimits(
                    TWO_MEGABYTES,
                    Set.of(
                            "application/gzip",
                            "application/msword",
                            "application/pdf",
                            "application/vnd.ms-excel",
                            "application/vnd.ms-powerpoint",
                            "application/vnd.oasis.opendocument.spreadsheet",
                            "application/vnd.oasis.opendocument.text",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "application/zip",
                            "image/*",
                            "text/csv",
                            "text/plain")));

    public AttachmentLimits {
        if (mostBytes < 0) {
            throw new IllegalArgumentException(mostBytes + " bytes are less than none; allow 0 or more");
        }
        mediaTypes = Set.copyOf(mediaTypes);
    }

    boolean allows(String mediaType) {
        return mediaTypes.isEmpty()
                || mediaTypes.contains(mediaType)
                || mediaTypes.contains(mediaType.replaceFirst("/.*", "/*"));
    }

    String mediaTypesInWords() {
        return String.join(", ", new TreeSet<>(mediaTypes));
    }
}
