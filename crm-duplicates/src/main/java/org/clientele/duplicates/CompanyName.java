package org.clientele.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of companies without what says in which legal form they are: {@code Acme, Inc.}, {@code ACME S.A. de C.V.} and
 * {@code acme} are the same. A name that is nothing but a legal form stays as it is.
 */
final class CompanyName {

    /** As they are once case, accents and punctuation are gone, the words of a form run together. */
    private static final Set<String> FORMS =
            Set.of(("inc incorporated corp corporation co company ltd limited llc llp lllp lp pllc plc pc cic "
                            + "gmbh mbh ag kg kgaa ohg gbr ug haftungsbeschrankt ek ev eg partg gesmbh "
                            + "sa sas sasu sarl eurl snc sca sprl srl bv bvba nv vof "
                            + "spa sapa srls sl slu sau slne scrl sadecv srldecv sapidecv ltda lda eireli "
                            + "ab hb as asa aps is oy oyj hf ehf "
                            + "sro zoo spzoo spj spk doo dd ad eood ood kft zrt nyrt bt ou uab sia "
                            + "pty ptyltd pte pteltd pvt pvtltd private sdn sdnbhd bhd kk gk tbk "
                            + "pjsc jsc ojsc cjsc fze fzco fzllc wll sti anonim sirketi ооо оао зао пао ао ип тов")
                    .split(" "));

    /** Forms that stand before the name. */
    private static final Set<String> LEADING = Set.of("ооо", "оао", "зао", "пао", "ао", "ип", "тов", "ooo", "pt");

    /** Forms that are written together with the name. */
    private static final List<String> TOGETHER = List.of("株式会社", "有限会社", "(株)", "(有)", "股份有限公司", "有限公司");

    private static final String SEPARATORS = " \u00A0,/()";

    /** The most words that one form has: S. A. de C. V. */
    private static final int WORDS = 5;

    private static final int LONGEST =
            FORMS.stream().mapToInt(String::length).max().orElse(0);

    private CompanyName() {}

    /** The name that remains, without spaces and punctuation; null when there is none. */
    static @Nullable String of(String text) {
        String plain = Letters.plain(text);
        List<String> words = words(withoutTogether(plain));
        int from = 0;
        while (from < words.size() - 1 && LEADING.contains(words.get(from))) {
            from++;
        }
        int to = words.size();
        for (int shorter = shortened(words, from, to); shorter < to; shorter = shortened(words, from, to)) {
            to = shorter;
        }
        return to > from ? String.join("", words.subList(from, to)) : Letters.kept(plain);
    }

    private static String withoutTogether(String plain) {
        for (String form : TOGETHER) {
            if (plain.startsWith(form) && plain.length() > form.length()) {
                return plain.substring(form.length());
            } else if (plain.endsWith(form) && plain.length() > form.length()) {
                return plain.substring(0, plain.length() - form.length());
            }
        }
        return plain;
    }

    /** Words without punctuation; "and" stands for its sign. */
    private static List<String> words(String plain) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= plain.length(); at++) {
            char c = at < plain.length() ? plain.charAt(at) : ' ';
            if (c == '&' || SEPARATORS.indexOf(c) >= 0 || Character.isWhitespace(c)) {
                String word = at > from ? Letters.kept(plain.substring(from, at)) : null;
                if (word != null) {
                    words.add(word);
                }
                if (c == '&') {
                    words.add("and");
                }
                from = at + 1;
            }
        }
        return words;
    }

    /** Where the name ends without its last form; as long as before when it has none, or would be nothing but that. */
    private static int shortened(List<String> words, int from, int to) {
        if (to - from > 1 && words.get(to - 1).equals("and")) {
            return to - 1;
        }
        int shortest = to;
        String last = "";
        for (int start = to - 1; start > from && to - start <= WORDS && last.length() < LONGEST; start--) {
            last = words.get(start) + last;
            if (FORMS.contains(last)) {
                shortest = start;
            }
        }
        return shortest;
    }
}
