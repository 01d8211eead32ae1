package org.lisolo.cli.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Known texts in which every family name is another one of a list, the same for the same name in a
 * text, in the same case. So one can ask how well names are found that a model has never seen.
 */
final class RenamedTexts {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private final List<String> names;

    private RenamedTexts(List<String> names) {
        this.names = names;
    }

    /** Names, one a line. */
    static RenamedTexts read(Path file) throws IOException {
        return new RenamedTexts(
                Files.readAllLines(file).stream().filter(n -> !n.isBlank()).toList());
    }

    GoldTexts.Gold of(GoldTexts.Gold gold) {
        StringBuilder text = new StringBuilder();
        List<GoldTexts.Mark> marks = new ArrayList<>();
        int at = 0;
        List<GoldTexts.Mark> inOrder =
                gold.marks().stream()
                        .sorted(Comparator.comparingInt(GoldTexts.Mark::start))
                        .toList();
        for (GoldTexts.Mark mark : inOrder) {
            if (mark.start() < at) {
                continue;
            }
            text.append(gold.text(), at, mark.start());
            int start = text.length();
            String words = gold.text().substring(mark.start(), mark.end());
            text.append(mark.label().equals("NOM") ? renamed(gold.id(), words) : words);
            marks.add(new GoldTexts.Mark(start, text.length(), mark.label()));
            at = mark.end();
        }
        text.append(gold.text().substring(at));
        return new GoldTexts.Gold(
                gold.corpus(), gold.id(), gold.key(), gold.lang(), text.toString(), marks);
    }

    private String renamed(String id, String words) {
        Matcher matcher = WORD.matcher(words);
        return matcher.replaceAll(
                match -> {
                    String word = match.group();
                    int dice = (id + word.toLowerCase(Locale.ROOT)).hashCode();
                    String name = names.get(Math.floorMod(dice, names.size()));
                    if (word.equals(word.toUpperCase(Locale.ROOT))) {
                        return name.toUpperCase(Locale.ROOT);
                    }
                    boolean small = Character.isLowerCase(word.charAt(0));
                    return small ? name.toLowerCase(Locale.ROOT) : name;
                });
    }
}
