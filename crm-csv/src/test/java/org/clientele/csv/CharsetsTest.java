package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.clientele.exchange.row.UnreadableFileException;

/** What text is in, as a decoder of the platform sees it. */
class CharsetsTest {

    @Provide
    Arbitrary<List<byte[]>> pieces() {
        Arbitrary<byte[]> ascii = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\n', '\t')
                .ofMaxLength(20)
                .map(text -> text.getBytes(StandardCharsets.US_ASCII));
        Arbitrary<byte[]> wide = Arbitraries.of("\u00e9", "\u20ac", "\ud83d\ude00", "\u07ff\ufffd")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> any =
                Arbitraries.of(0x80, 0xbf, 0xc3, 0xe2, 0xed, 0xf0, 0xf4, 0xff).map(one -> new byte[] {one.byteValue()});
        return Arbitraries.frequencyOf(Tuple.of(6, ascii), Tuple.of(4, wide), Tuple.of(1, any))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 1000)
    void utf8IsWhatADecoderTakes(@ForAll("pieces") List<byte[]> pieces) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        pieces.forEach(all::writeBytes);
        byte[] bytes = all.toByteArray();
        int line = lineOfFirstFault(bytes);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        if (line == 0) {
            assertThat(Charsets.recognise(in, "a.csv")).isEqualTo(StandardCharsets.UTF_8);
        } else {
            assertThatThrownBy(() -> Charsets.recognise(in, "a.csv"))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("is in UTF-8, but not on line " + line + ";");
        }
    }

    /** The line on which a decoder stops; 0 when it takes all. */
    private static int lineOfFirstFault(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        boolean broken =
                StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
        return broken ? 1 + (int) out.flip().chars().filter(c -> c == '\n').count() : 0;
    }
}
