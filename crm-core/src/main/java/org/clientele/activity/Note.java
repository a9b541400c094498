package org.clientele.activity;

import static org.clientele.property.Traits.required;

import org.clientele.model.EntityType;
import org.clientele.model.Situation;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** A text about records (OroCRM documentation, Notes). Its first line is its subject. It is no contact with anybody. */
public class Note extends Activity {

    public static final TextProperty<Note> MESSAGE =
            TextProperty.of("message", Note::getMessage, Note::setMessage).with(required());

    public static final EntityType<Note> TYPE = EntityType.define(
            "note",
            Note.class,
            Note::new,
            type -> type.extending(Activity.TYPE).properties(MESSAGE).prepared(Note::takeSubject));

    private static final int LONGEST_SUBJECT = 255;

    private @Nullable String message;

    /** An empty note. */
    protected Note() {}

    /** A note that is taken when it is first saved. */
    public Note(String message) {
        this.message = message;
    }

    /** The first line that is not blank, cut to what a line of a list may be long. */
    private void takeSubject(Situation<Note> situation) {
        setSubject(
                message == null
                        ? null
                        : message.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .findFirst()
                                .map(Note::cut)
                                .orElse(null));
    }

    /** No character that consists of two is cut in half. */
    private static String cut(String line) {
        if (line.length() <= LONGEST_SUBJECT) {
            return line;
        }
        boolean halves = Character.isHighSurrogate(line.charAt(LONGEST_SUBJECT - 1));
        return line.substring(0, halves ? LONGEST_SUBJECT - 1 : LONGEST_SUBJECT);
    }

    public @Nullable String getMessage() {
        return message;
    }

    public void setMessage(@Nullable String message) {
        this.message = message;
    }
}
