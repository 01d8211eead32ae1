package org.lisolo.server.platform;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * Days and months as the pages name them. Lingala takes the French names, as people in Kinshasa do
 * when they agree on a day; the Swahili ones stand here because not every Java brings them.
 */
public final class DateWords {
    private static final List<String> SWAHILI_DAYS =
            List.of(
                    "Jumatatu",
                    "Jumanne",
                    "Jumatano",
                    "Alhamisi",
                    "Ijumaa",
                    "Jumamosi",
                    "Jumapili");
    private static final List<String> SWAHILI_MONTHS =
            List.of(
                    "Januari",
                    "Februari",
                    "Machi",
                    "Aprili",
                    "Mei",
                    "Juni",
                    "Julai",
                    "Agosti",
                    "Septemba",
                    "Oktoba",
                    "Novemba",
                    "Desemba");

    private DateWords() {}

    public static String day(DayOfWeek day, Locale locale) {
        return switch (locale.getLanguage()) {
            case "ln" -> day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
            case "sw" -> SWAHILI_DAYS.get(day.getValue() - 1);
            default -> day.getDisplayName(TextStyle.FULL, locale);
        };
    }

    public static String month(Month month, Locale locale) {
        return switch (locale.getLanguage()) {
            case "ln" -> month.getDisplayName(TextStyle.FULL, Locale.FRENCH);
            case "sw" -> SWAHILI_MONTHS.get(month.getValue() - 1);
            default -> month.getDisplayName(TextStyle.FULL, locale);
        };
    }
}
