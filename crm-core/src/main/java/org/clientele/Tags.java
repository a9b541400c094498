package org.clientele;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.tag.TagChange;
import org.clientele.tag.TagCount;
import org.clientele.tag.TagUse;
import org.clientele.tag.Tagging;

/**
 * The tags that records of all types carry, as far as the actor may see them. A type has tags when one of its sets of texts
 * carries {@link org.clientele.property.Traits#tags()}; a custom property may. Thread-safe outside of transactions.
 *
 * <p>A tag is told from others by every character, as it is in conditions: {@code VIP} and {@code vip} are two tags. They
 * stand beside each other in {@link #list()}, and {@link #merge} makes one of them. However it is given, with a
 * saved record as well, a tag is written without blanks around it and has 50 characters at most.
 *
 * <pre>{@code
 * sales.tags().assign(List.of(acuserv, ada), "VIP", "fair 2026");
 * List<Account> important = sales.tags().tagged(Account.TYPE, "VIP").list();
 * TagChange renamed = sales.tags().rename("VIP", "key account");
 * sales.undo(renamed.receipt().orElseThrow());
 * }</pre>
 */
public final class Tags {

    private final Work work;

    Tags(Work work) {
        this.work = work;
    }

    /**
     * All tags, and how many records carry each, ordered by name ignoring case. Takes time in proportion to the number of
     * records that carry any.
     */
    public List<TagUse> list() {
        return work.read(door -> new TagCount(door).list());
    }

    /** How many records carry a tag; empty when none does. */
    public Optional<TagUse> find(String tag) {
        return work.read(door -> new TagCount(door).find(tag));
    }

    /**
     * The records of a type, and of those that extend it, that carry a tag.
     *
     * @throws IllegalArgumentException when none of these types has tags
     */
    public <R extends CrmRecord> Selection<R> tagged(EntityType<R> type, String tag) {
        return new Selection<>(work, type, Query.<R>all())
                .where(Tagging.carrying(work.premises().schema(), type, tag));
    }

    /**
     * Gives tags to stored records of any types, in one change set: upon what is stored now, whatever else the records
     * handed in say. A record that carries a tag already is left as it is.
     *
     * @throws org.clientele.access.AccessDeniedException when the actor may not edit one of the records; then none is changed
     * @throws org.clientele.store.RecordNotFoundException when one is not stored or the actor may not see it
     * @throws IllegalArgumentException when no tag is named, one is blank, or a type has no tags
     * @throws org.clientele.model.InvalidRecordException when a tag is too long, or a record breaks another rule
     */
    public TagChange assign(Collection<? extends CrmRecord> records, String... tags) {
        return work.inTransaction("tag", door -> new Tagging(door).assign(records, Arrays.asList(tags)));
    }

    /** Takes tags off stored records, under the same conditions. */
    public TagChange remove(Collection<? extends CrmRecord> records, String... tags) {
        return work.inTransaction("untag", door -> new Tagging(door).remove(records, Arrays.asList(tags)));
    }

    /**
     * Gives a tag another name, in all records that carry it and the actor may see, in one change set. Records that the
     * actor may not see keep the tag, and nothing is said of them.
     *
     * @throws org.clientele.access.AccessDeniedException when the actor may not edit one of the records that are seen: all
     *     denials are told, and no record is changed
     * @throws org.clientele.model.InvalidRecordException when one of them breaks a rule: likewise
     * @throws org.clientele.tag.UnknownTagException when no record that is seen carries the tag
     * @throws org.clientele.tag.TagTakenException when one carries the other name already: merge them
     */
    public TagChange rename(String from, String to) {
        return work.inTransaction("rename tag", door -> new Tagging(door).rename(from, to));
    }

    /**
     * Makes one tag of several, under the same conditions; the one that they become may be new.
     *
     * @param into what they become
     * @param from the tags that go
     */
    public TagChange merge(String into, String... from) {
        return work.inTransaction("merge tags", door -> new Tagging(door).merge(into, Arrays.asList(from)));
    }
}
