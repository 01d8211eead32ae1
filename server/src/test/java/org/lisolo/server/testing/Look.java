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

    /**
     * Four looks in which each two of phone and desk, French and English, with JavaScript and
     * without, light and dark on either, meet; all eight with {@code -Dlisolo.looks=all}; with
     * {@code -Dlisolo.looks=two} one on a phone and on a desk all that this one is not, others from
     * test to test.
     *
     * @param test by its name
     */
    static List<Look> every(String test) {
        return switch (System.getProperty("lisolo.looks", "")) {
            case "all" -> all();
            case "two" -> opposites(Math.floorMod(test.hashCode(), 8));
            default -> pairs();
        };
    }

    private static List<Look> opposites(int number) {
        boolean french = (number & 1) == 0;
        boolean script = (number & 2) == 0;
        boolean dark = (number & 4) == 0;
        return List.of(
                new Look(360, french ? "fr" : "en", script, dark),
                new Look(1280, french ? "en" : "fr", !script, !dark));
    }

    private static List<Look> pairs() {
        return List.of(
                new Look(360, "fr", false, true),
                new Look(360, "en", true, false),
                new Look(1280, "fr", true, true),
                new Look(1280, "en", false, false));
    }

    private static List<Look> all() {
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
