package org.clientele.merge;

import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.required;

import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Carried;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A host's clubs, and records that point to them in the ways between which merges and undos make a difference. */
public final class Clubs {

    private Clubs() {}

    /** A session of the system in a CRM that knows them. */
    public static Session open() {
        return Crm.open(config -> config.entity(Club.TYPE, Seat.TYPE, Badge.TYPE, Member.TYPE, Pass.TYPE, Mention.TYPE))
                .asSystem();
    }

    /** What is merged. */
    public static final class Club extends CrmRecord {

        public static final TextProperty<Club> NAME =
                TextProperty.of("name", club -> club.name, (club, name) -> club.name = name);
        public static final TextProperty<Club> CITY =
                TextProperty.of("city", club -> club.city, (club, city) -> club.city = city);
        public static final TextProperty<Club> FOUNDED = TextProperty.of(
                        "founded", (Club club) -> club.founded, (club, founded) -> club.founded = founded)
                .with(fixed());
        public static final ReferenceProperty<Club, Club> PARENT =
                ReferenceProperty.of("parent", Club.class, club -> club.parent, (club, parent) -> club.parent = parent);
        public static final EntityType<Club> TYPE = EntityType.define(
                "club",
                Club.class,
                Club::new,
                type -> type.properties(NAME, CITY, FOUNDED, PARENT).named(club -> club.name));

        private @Nullable String name;
        private @Nullable String city;
        private @Nullable String founded;
        private @Nullable Ref<Club> parent;

        private Club() {}

        public Club(String name) {
            this.name = name;
        }

        public Club in(String city) {
            this.city = city;
            return this;
        }

        public Club founded(String year) {
            this.founded = year;
            return this;
        }
    }

    /** Of one club, which has each row once; may have a guest. It looks at itself when it is saved, so it moves alone. */
    public static final class Seat extends CrmRecord {

        public static final ReferenceProperty<Seat, Club> CLUB = ReferenceProperty.of(
                        "club", Club.class, (Seat seat) -> seat.club, (seat, club) -> seat.club = club)
                .with(required());
        public static final TextProperty<Seat> ROW =
                TextProperty.of("row", seat -> seat.row, (seat, row) -> seat.row = row);
        public static final ReferenceProperty<Seat, Club> GUEST =
                ReferenceProperty.of("guest", Club.class, seat -> seat.guest, (seat, guest) -> seat.guest = guest);
        public static final EntityType<Seat> TYPE = EntityType.define(
                "seat",
                Seat.class,
                Seat::new,
                type -> type.properties(CLUB, ROW, GUEST)
                        .distinctBy(CLUB, ROW)
                        .prepared((seat, situation) -> {})
                        .named(seat -> seat.row));

        private @Nullable Ref<Club> club;
        private @Nullable String row;
        private @Nullable Ref<Club> guest;

        private Seat() {}

        public Seat(Club club, @Nullable String row) {
            this.club = Ref.to(club);
            this.row = row;
        }

        public Seat withGuest(Club from) {
            this.guest = Ref.to(from);
            return this;
        }
    }

    /** Of one club, which has each number and each colour once; it goes with the club. */
    public static final class Badge extends CrmRecord {

        public static final ReferenceProperty<Badge, Club> CLUB = ReferenceProperty.of(
                        "club", Club.class, (Badge badge) -> badge.club, (badge, club) -> badge.club = club)
                .with(WhenTargetGoes.GO_ALONG);
        public static final TextProperty<Badge> NUMBER =
                TextProperty.of("number", badge -> badge.number, (badge, number) -> badge.number = number);
        public static final TextProperty<Badge> COLOUR =
                TextProperty.of("colour", badge -> badge.colour, (badge, colour) -> badge.colour = colour);
        public static final EntityType<Badge> TYPE = EntityType.define(
                "badge",
                Badge.class,
                Badge::new,
                type -> type.properties(CLUB, NUMBER, COLOUR)
                        .distinctBy(CLUB, NUMBER)
                        .distinctBy(CLUB, COLOUR)
                        .named(badge -> badge.number));

        private @Nullable Ref<Club> club;
        private @Nullable String number;
        private @Nullable String colour;

        private Badge() {}

        public Badge(Club club, @Nullable String number, @Nullable String colour) {
            this.club = Ref.to(club);
            this.number = number;
            this.colour = colour;
        }
    }

    /** Of a club, in whose city it is. */
    public static final class Member extends CrmRecord {

        public static final TextProperty<Member> NAME =
                TextProperty.of("name", member -> member.name, (member, name) -> member.name = name);
        public static final ReferenceProperty<Member, Club> CLUB =
                ReferenceProperty.of("club", Club.class, member -> member.club, (member, club) -> member.club = club);
        public static final TextProperty<Member> CITY = TextProperty.of(
                        "city", (Member member) -> member.city, (member, city) -> member.city = city)
                .with(new Carried<>(CLUB, Club.CITY));
        public static final EntityType<Member> TYPE = EntityType.define(
                "member",
                Member.class,
                Member::new,
                type -> type.properties(NAME, CLUB, CITY).named(member -> member.name));

        private @Nullable String name;
        private @Nullable Ref<Club> club;
        private @Nullable String city;

        private Member() {}

        public Member(String name, Club club) {
            this.name = name;
            this.club = Ref.to(club);
        }

        public void moveTo(@Nullable Club other) {
            club = other == null ? null : Ref.to(other);
        }
    }

    /** Of a member, in whose city it is; without one it is nothing. */
    public static final class Pass extends CrmRecord {

        public static final ReferenceProperty<Pass, Member> MEMBER = ReferenceProperty.of(
                        "member", Member.class, (Pass pass) -> pass.member, (pass, ref) -> pass.member = ref)
                .with(required());
        public static final TextProperty<Pass> CITY = TextProperty.of(
                        "city", (Pass pass) -> pass.city, (pass, city) -> pass.city = city)
                .with(new Carried<>(MEMBER, Member.CITY));
        public static final EntityType<Pass> TYPE =
                EntityType.define("pass", Pass.class, Pass::new, type -> type.properties(MEMBER, CITY));

        private @Nullable Ref<Member> member;
        private @Nullable String city;

        private Pass() {}

        public Pass(Member member) {
            this.member = Ref.to(member);
        }
    }

    /** About anything, or nothing. */
    public static final class Mention extends CrmRecord {

        public static final TextProperty<Mention> TEXT =
                TextProperty.of("text", mention -> mention.text, (mention, text) -> mention.text = text);
        public static final AnyReferenceProperty<Mention> ABOUT =
                AnyReferenceProperty.of("about", mention -> mention.about, (mention, about) -> mention.about = about);
        public static final EntityType<Mention> TYPE = EntityType.define(
                "mention",
                Mention.class,
                Mention::new,
                type -> type.properties(TEXT, ABOUT).named(mention -> mention.text));

        private @Nullable String text;
        private @Nullable AnyRef about;

        private Mention() {}

        public Mention(String text, Club about) {
            this.text = text;
            this.about = new AnyRef(Club.TYPE.name(), about.getId());
        }
    }
}
