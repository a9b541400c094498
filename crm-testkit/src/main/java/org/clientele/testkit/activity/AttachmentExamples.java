package org.clientele.testkit.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Attachment;
import org.clientele.activity.AttachmentLimits;
import org.clientele.activity.Content;
import org.clientele.activity.ContentStore;
import org.clientele.activity.LostContentException;
import org.clientele.model.InvalidRecordException;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.AnyRef;
import org.junit.jupiter.api.Test;

/** How files are attached to records and read again. */
abstract class AttachmentExamples extends ActivityCase {

    private static final String PLAIN = "text/plain";

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Activities activities, Attachment attachment) throws IOException {
        try (InputStream content = activities.open(attachment)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ContentStore contents() {
        return office().crm.schema().setting(Attachment.CONTENT_STORE);
    }

    private long kept() throws IOException {
        try (Stream<Content> all = contents().list()) {
            return all.count();
        }
    }

    @Test
    void aFileIsReadAsItWasAttached() throws IOException {
        Account acuserv = office().account("Acuserv");
        Attachment offer =
                office().activities.attach(acuserv, "offer.txt", "Text/Plain; charset=utf-8", stream("1 EUR"));
        assertThat(offer.getMediaType()).isEqualTo(PLAIN);
        assertThat(offer.getSize()).isEqualTo(5);
        assertThat(read(office().activities, offer)).isEqualTo("1 EUR");
        assertThat(office().activities.attachments(acuserv)).containsExactly(offer);
    }

    @Test
    void picturesOfAnyFormatAndPackedFilesAreUsual() throws IOException {
        Account acuserv = office().account("Acuserv");
        for (String type : List.of("image/webp", "image/png", "application/gzip")) {
            assertThat(office().activities
                            .attach(acuserv, "file", type, stream(type))
                            .getMediaType())
                    .isEqualTo(type);
        }
    }

    @Test
    void equalContentsAreKeptOnce() throws IOException {
        Account acuserv = office().account("Acuserv");
        Attachment one = office().activities.attach(acuserv, "one.txt", PLAIN, stream("1 EUR"));
        Attachment other = office().activities.attach(acuserv, "other.txt", PLAIN, stream("1 EUR"));
        assertThat(kept()).isEqualTo(1);
        office().session.delete(one);
        assertThat(read(office().activities, other)).isEqualTo("1 EUR");
    }

    @Test
    void theLimitsOfTheHostHold() throws IOException {
        Account acuserv = office().account("Acuserv");
        int most = Math.toIntExact(
                office().crm.schema().setting(AttachmentLimits.SETTING).mostBytes());
        assertThat(most).isEqualTo(2 * 1024 * 1024);
        office().activities.attach(acuserv, "most.txt", PLAIN, stream("x".repeat(most)));
        assertThatThrownBy(() -> office().activities.attach(acuserv, "more.txt", PLAIN, stream("x".repeat(most + 1))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("more.txt: size is more than 2097152 bytes");
        assertThatThrownBy(() -> office().activities.attach(acuserv, "x.exe", "application/x-msdownload", stream("x")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'application/x-msdownload' is not allowed; attach one of application/");
        assertThat(kept()).isEqualTo(1);
        assertThat(office().activities.attachments(acuserv)).hasSize(1);
    }

    @Test
    void aFailureLeavesNoAttachmentAndASweepTakesTheContent() throws IOException {
        Account acuserv = office().account("Acuserv");
        Attachment kept = office().activities.attach(acuserv, "kept.txt", PLAIN, stream("kept"));
        assertThatThrownBy(() -> office().session.inTransaction(within -> {
                    new Activities(within).attach(acuserv, "lost.txt", PLAIN, stream("lost"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(office().activities.attachments(acuserv)).containsExactly(kept);
        assertThat(kept()).isEqualTo(2);
        assertThat(contents().sweep(keys -> Attachment.inUse(keys, office().system), Instant.MAX))
                .isEqualTo(1);
        assertThat(read(office().activities, kept)).isEqualTo("kept");
    }

    @Test
    void aContentThatIsGoneIsToldSo() throws IOException {
        Attachment offer = office().activities.attach(office().account("Acuserv"), "offer.txt", PLAIN, stream("1 EUR"));
        contents().delete(Objects.requireNonNull(offer.getContent()), Instant.MAX);
        assertThatThrownBy(() -> office().activities.open(offer))
                .isInstanceOf(LostContentException.class)
                .hasMessageContaining("offer.txt has no content");
    }

    @Test
    void anAttachmentGoesWithItsRecordAndMovesInAMerge() throws IOException {
        Account acuserv = office().account("Acuserv");
        Account bigBear = office().account("Big Bear Stores");
        Attachment offer = office().activities.attach(bigBear, "offer.txt", PLAIN, stream("1 EUR"));
        office().session
                .apply(office().session
                        .planMerge(
                                Account.TYPE, choices -> choices.master(acuserv).absorb(bigBear)))
                .orThrow();
        assertThat(office().activities.attachments(acuserv)).containsExactly(offer);
        assertThat(read(office().activities, offer)).isEqualTo("1 EUR");
        office().session.delete(office().again(acuserv));
        assertThat(office().session.find(Attachment.TYPE, offer.getId())).isEmpty();
    }

    @Test
    void whoDoesNotSeeTheRecordNeitherAttachesNorReads() {
        Account acuserv = office().account("Acuserv");
        Attachment offer = office().activities.attach(acuserv, "offer.txt", PLAIN, stream("1 EUR"));
        Activities ivans = new Activities(office().crm.as(office().ivan));
        assertThatThrownBy(() -> ivans.attach(acuserv, "mine.txt", PLAIN, stream("x")))
                .isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> ivans.attachments(acuserv)).isInstanceOf(RecordNotFoundException.class);
        assertThat(office().crm.as(office().ivan).find(Attachment.TYPE, offer.getId()))
                .as("the attachment itself, by a role that reaches all of them")
                .isPresent();
        assertThatThrownBy(() -> ivans.open(offer)).isInstanceOf(RecordNotFoundException.class);
    }

    @Test
    void whoSeesAnAttachmentDoesNotTurnItToAHiddenRecord() {
        Account acuserv = office().account("Acuserv");
        Attachment offer = office().activities.attach(acuserv, "offer.txt", PLAIN, stream("1 EUR"));
        Session ivan = office().crm.as(office().ivan);
        Account hidden = office().account("Body Toning");
        Attachment his = ivan.get(Attachment.TYPE, offer.getId());
        Attachment.RECORD.set(his, new AnyRef(Account.TYPE.name(), hidden.getId()));
        assertThatThrownBy(() -> ivan.save(his))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("no such record that they may see")
                .hasMessageNotContaining("Body Toning");
    }
}
