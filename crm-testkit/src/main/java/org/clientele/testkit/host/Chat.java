package org.clientele.testkit.host;

import java.time.Instant;
import org.clientele.activity.Activity;
import org.clientele.activity.Contacted;
import org.clientele.activity.Direction;
import org.clientele.criteria.Lookup;
import org.clientele.model.EntityType;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** An activity kind of a host: somebody wrote to us on the web site. It is a contact, always incoming. */
public class Chat extends Activity {

    public static final TextProperty<Chat> SITE =
            TextProperty.of("site", Chat::getSite, Chat::setSite).with(Traits.maxLength(40));

    public static final EntityType<Chat> TYPE = EntityType.define(
            "chat", Chat.class, Chat::new, type -> type.extending(Activity.TYPE).properties(SITE));

    private @Nullable String site;

    /** An empty chat. */
    protected Chat() {}

    public Chat(String subject, Instant at) {
        super(subject, at);
    }

    @Override
    protected @Nullable Direction contactWith(@Nullable Contacted target, Lookup lookup) {
        return Direction.INCOMING;
    }

    public @Nullable String getSite() {
        return site;
    }

    public void setSite(@Nullable String site) {
        this.site = site;
    }
}
