package org.lisolo.server.directory;

import org.lisolo.server.platform.DateWords;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Opening times in words: for readers, for the form, and as schema.org writes them. */
final class HoursWords {
    private static final List<String> SCHEMA = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private HoursWords() {}

    /** Days of the same hours together, in the order of the week. */
    record Group(DayOfWeek first, DayOfWeek last, List<OpenSpan> spans) {}

    static List<Group> groups(Map<DayOfWeek, List<OpenSpan>> week) {
        List<Group> groups = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<OpenSpan> spans = week.getOrDefault(day, List.of());
            Group last = groups.isEmpty() ? null : groups.getLast();
            if (last != null && last.spans().equals(spans)) {
                groups.set(groups.size() - 1, new Group(last.first(), day, spans));
            } else {
                groups.add(new Group(day, day, spans));
            }
        }
        return groups;
    }

    /** What {@link HoursText} reads again. */
    static String text(Map<DayOfWeek, List<OpenSpan>> week, Locale locale, String between) {
        List<String> parts = new ArrayList<>();
        for (Group group : groups(week)) {
            if (!group.spans().isEmpty()) {
                String days = shortName(group.first(), locale);
                if (group.first() != group.last()) {
                    days += "-" + shortName(group.last(), locale);
                }
                parts.add(days + " " + spans(group.spans()));
            }
        }
        return String.join(between, parts);
    }

    static String text(List<SpecialDays> special, Locale locale, String between) {
        List<String> parts = new ArrayList<>();
        for (SpecialDays days : special) {
            String when =
                    days.first().equals(days.last())
                            ? days.first().toString()
                            : days.first() + ".." + days.last();
            String hours =
                    days.spans().isEmpty()
                            ? (isFrench(locale) ? "fermé" : "closed")
                            : spans(days.spans());
            String why = days.label().isEmpty() ? "" : " (" + days.label() + ")";
            parts.add(when + " " + hours + why);
        }
        return String.join(between, parts);
    }

    private static String spans(List<OpenSpan> spans) {
        List<String> texts = new ArrayList<>();
        for (OpenSpan span : spans) {
            texts.add(
                    span.equals(OpenSpan.WHOLE_DAY)
                            ? "24h"
                            : digits(span.opens()) + "-" + digits(span.closes()));
        }
        return String.join(" ", texts);
    }

    private static String digits(int minutes) {
        int within = minutes > OpenSpan.DAY ? minutes - OpenSpan.DAY : minutes;
        return "%02d:%02d".formatted(within / 60, within % 60);
    }

    private static String shortName(DayOfWeek day, Locale locale) {
        return isFrench(locale)
                ? List.of("lun", "mar", "mer", "jeu", "ven", "sam", "dim").get(day.getValue() - 1)
                : List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").get(day.getValue() - 1);
    }

    /** “lundi” or “lundi – vendredi”. */
    static String days(Group group, Locale locale) {
        String first = name(group.first(), locale);
        return group.first() == group.last() ? first : first + " – " + name(group.last(), locale);
    }

    static String name(DayOfWeek day, Locale locale) {
        return DateWords.day(day, locale);
    }

    /** “8 h – 12 h 30, 14 h – 17 h”; empty for closed. */
    static String times(List<OpenSpan> spans, Locale locale) {
        List<String> texts = new ArrayList<>();
        for (OpenSpan span : spans) {
            texts.add(
                    span.equals(OpenSpan.WHOLE_DAY)
                            ? wholeDay(locale)
                            : clock(span.opens(), locale) + " – " + clock(span.closes(), locale));
        }
        return String.join(", ", texts).replace(' ', '\u00a0').replace(",\u00a0", ", ");
    }

    static String clock(LocalDateTime time, Locale locale) {
        return clock(time.getHour() * 60 + time.getMinute(), locale);
    }

    private static String clock(int minutes, Locale locale) {
        int within = minutes > OpenSpan.DAY ? minutes - OpenSpan.DAY : minutes;
        if (saysDigits(locale)) {
            return digits(within);
        }
        int minute = within % 60;
        return within / 60 + "\u00a0h" + (minute == 0 ? "" : "\u00a0%02d".formatted(minute));
    }

    /** {@code Mo-Fr 08:00-12:00}, a text for each span. */
    static List<String> schema(Map<DayOfWeek, List<OpenSpan>> week) {
        List<String> texts = new ArrayList<>();
        for (Group group : groups(week)) {
            String days = SCHEMA.get(group.first().getValue() - 1);
            if (group.first() != group.last()) {
                days += "-" + SCHEMA.get(group.last().getValue() - 1);
            }
            for (OpenSpan span : group.spans()) {
                String closes = span.equals(OpenSpan.WHOLE_DAY) ? "23:59" : digits(span.closes());
                texts.add(days + " " + digits(span.opens()) + "-" + closes);
            }
        }
        return texts;
    }

    static String day(LocalDate day, Locale locale) {
        String month = DateWords.month(day.getMonth(), locale);
        boolean premier = locale.getLanguage().equals("fr") && day.getDayOfMonth() == 1;
        String number = premier ? "1er" : "" + day.getDayOfMonth();
        return number + "\u00a0" + month + "\u00a0" + day.getYear();
    }

    private static String wholeDay(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> "24 hours";
            case "ln" -> "24 h na 24";
            case "sw" -> "saa 24";
            default -> "24 h sur 24";
        };
    }

    /** “08:30” and not “8 h 30”. In Swahili digits, too: saa mbili is 8:00 on the clock. */
    private static boolean saysDigits(Locale locale) {
        return locale.getLanguage().equals("en") || locale.getLanguage().equals("sw");
    }

    private static boolean isFrench(Locale locale) {
        return !locale.getLanguage().equals("en");
    }
}
