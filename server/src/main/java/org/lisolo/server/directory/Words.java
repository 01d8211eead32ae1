package org.lisolo.server.directory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as search compares them: without case, accents, apostrophes and hyphens. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that say nothing of what is looked for. */
    private static final Set<String> EMPTY =
            Set.of(
                    ("a au aux avec chez d dans de des du en et la le les l ma mon ou par pour qui"
                         + " un une sur dr dre pr prof mme mr m maman papa parle parlant"
                         + " specialiste specialist the of for in at an and who speaks speaking"
                         + " near pres ya na mwa wa mpe to kwa")
                            .split(" ", -1));

    private Words() {}

    /** Words apart by one blank. */
    static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String lower =
                plain.toLowerCase(Locale.ROOT)
                        .replace("œ", "oe")
                        .replace("æ", "ae")
                        .replace('ɛ', 'e')
                        .replace('ɔ', 'o');
        return BETWEEN.matcher(lower).replaceAll(" ").strip();
    }

    /** Each word once, in order, as the index keeps them. */
    static Set<String> of(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            for (String word : fold(text).split(" ", -1)) {
                if (!word.isEmpty()) {
                    words.add(word.length() <= 60 ? word : word.substring(0, 60));
                }
            }
        }
        return words;
    }

    /** The words of a search: without those that say nothing, unless there are no others. */
    static List<String> asked(String text) {
        Set<String> all = of(text);
        List<String> telling = all.stream().filter(word -> !EMPTY.contains(word)).toList();
        List<String> asked = telling.isEmpty() ? List.copyOf(all) : telling;
        return asked.subList(0, Math.min(asked.size(), 12));
    }

    static boolean same(String one, String other) {
        return fold(one).equals(fold(other));
    }

    static String joined(String... parts) {
        return String.join(" ", Arrays.stream(parts).filter(part -> !part.isBlank()).toList());
    }
}
