package org.lisolo.server.web.safeguards;

import org.lisolo.server.web.Language;
import org.lisolo.server.web.Texts;

import java.util.List;
import java.util.Map;

/**
 * A point of the law.
 *
 * @param law {@code technical} (45 CFR 164.312), {@code privacy} or {@code drc}
 * @param duty {@code required}, {@code addressable} or {@code unknown}
 * @param checked whether the text of the law was read for this
 * @param title by language, like met and missing
 * @param met how; empty if it is not
 * @param missing what is; empty if nothing
 * @param tests the classes that show it
 * @param page where the feature is; empty if it has none
 */
public record Safeguard(
        String law,
        String paragraph,
        String duty,
        boolean checked,
        Map<String, String> title,
        Map<String, String> met,
        Map<String, String> missing,
        List<String> tests,
        String page) {
    public Safeguard {
        title = Map.copyOf(title);
        met = Map.copyOf(met);
        missing = Map.copyOf(missing);
        tests = List.copyOf(tests);
    }

    public String title(String language) {
        return in(title, language);
    }

    public String met(String language) {
        return in(met, language);
    }

    public String missing(String language) {
        return in(missing, language);
    }

    /** French where a language is not told yet. */
    private static String in(Map<String, String> texts, String language) {
        Language printed =
                Language.of(language)
                        .filter(one -> texts.containsKey(one.code()))
                        .orElse(Language.FR);
        return Texts.typeset(texts.getOrDefault(printed.code(), ""), printed);
    }

    /** {@code met}, {@code partly} or {@code not}. */
    public String state() {
        boolean some = !met("fr").isEmpty();
        boolean lacks = !missing("fr").isEmpty();
        return some ? (lacks ? "partly" : "met") : "not";
    }
}
