package org.lisolo.server.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * How a page is looked at.
 *
 * @param width of the window in CSS pixels
 */
public record Look(int width, String language, boolean javaScript, boolean dark) {
    public static final Look DESK = new Look(1280, "fr", true, false);
    public static final Look PHONE = new Look(360, "fr", true, false);

    /** Phone and desk, French and English, with JavaScript and without; light and dark in turn. */
    static List<Look> every() {
        var looks = new ArrayList<Look>();
        for (int width : new int[] {360, 1280}) {
            for (String language : List.of("fr", "en")) {
                for (boolean script : new boolean[] {true, false}) {
                    looks.add(new Look(width, language, script, looks.size() % 3 == 1));
                }
            }
        }
        return looks;
    }

    @Override
    public String toString() {
        return width + "-" + language + (javaScript ? "" : "-no-script") + (dark ? "-dark" : "");
    }
}
