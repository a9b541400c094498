package org.clientele.access;

import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** A host's record that nobody owns. */
class Memo extends CrmRecord {

    static final TextProperty<Memo> TEXT = TextProperty.of("text", memo -> memo.text, (memo, text) -> memo.text = text);

    static final EntityType<Memo> TYPE = EntityType.define(
            "memo", Memo.class, Memo::new, type -> type.properties(TEXT).named(memo -> memo.text));

    private @Nullable String text;

    private Memo() {}

    Memo(String text) {
        this.text = text;
    }
}
