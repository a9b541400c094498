package org.clientele.examples.mailing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service that sends mail to members and knows what became of it. */
final class MailingList {

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<String> changes = new ArrayList<>();

    /**
     * A member.
     *
     * @param reference what whoever brought the member knows the member by
     * @param result what became of the last mail
     */
    record Member(
            String address,
            @Nullable String name,
            @Nullable UUID reference,
            @Nullable String result) {}

    /** Puts a member in, or another one in the place of the member with this address. */
    void put(Member member) {
        members.put(member.address, member);
        changes.add(member.address);
    }

    /** A mail goes out; this is what comes of it for one of the members. */
    void mail(String address, String result) {
        Member member = member(address);
        put(new Member(address, member.name, member.reference, result));
    }

    Member member(String address) {
        Member member = members.get(address);
        if (member == null) {
            throw new IllegalArgumentException("no member has the address " + address);
        }
        return member;
    }

    boolean has(String address) {
        return members.containsKey(address);
    }

    List<Member> members() {
        return List.copyOf(members.values());
    }

    /** The addresses of members that were changed after so many changes. */
    List<String> changesSince(int number) {
        return List.copyOf(changes.subList(number, changes.size()));
    }
}
