package org.lisolo.server.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A search as PostgreSQL's queries of words.
 *
 * @param all what must be in an entry's words; empty for no condition
 * @param strict the words as they were typed, to hold against names and labels
 * @param place the part that asks for a place, in {@code all} too; empty for none
 * @param guessed for words that nobody has, those taken for them
 * @param open whether the doors must be open
 */
record Wanted(String all, String strict, String place, List<Guess> guessed, boolean open) {
    Wanted {
        guessed = List.copyOf(guessed);
    }

    /** A word that was typed and the one that was probably meant. */
    record Guess(String typed, String meant) {}

    /** Some word that begins so. */
    static String beginning(String word) {
        return quoted(word) + ":*";
    }

    static String exactly(String word) {
        return quoted(word);
    }

    static String anyOf(List<String> terms) {
        return terms.size() == 1 ? terms.getFirst() : "(" + String.join(" | ", terms) + ")";
    }

    static String allOf(List<String> terms) {
        List<String> told = new ArrayList<>(terms);
        told.removeIf(String::isEmpty);
        return told.stream().collect(Collectors.joining(" & "));
    }

    /** Words are letters and digits, codes are ours or anything from the address. */
    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** The same without the place. */
    Wanted anywhere() {
        String rest =
                all.equals(place) ? "" : all.replace(" & " + place, "").replace(place + " & ", "");
        return new Wanted(rest, strict, "", guessed, open);
    }
}
