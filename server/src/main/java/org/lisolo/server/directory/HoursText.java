package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Problem;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours as people write them: {@code lun-ven 8:00-12:00 14:00-17h30; sam 8h-12h; dim 24h}, in
 * French or English, one line or part a group of days; and days that are different: {@code
 * 25/12/2026 fermé (Noël); 2026-08-01..2026-08-15 8:00-12:00}.
 */
final class HoursText {
    private static final List<List<String>> DAYS =
            List.of(
                    List.of("lun", "mon", "lu", "mo"),
                    List.of("mar", "tue", "ma", "tu"),
                    List.of("mer", "wed", "me", "we"),
                    List.of("jeu", "thu", "je", "th"),
                    List.of("ven", "fri", "ve", "fr"),
                    List.of("sam", "sat", "sa"),
                    List.of("dim", "sun", "di", "su"));
    private static final Pattern EVERY_DAY =
            Pattern.compile("tous les jours|chaque jour|every day|daily|7 ?j? ?/ ?7");
    private static final Pattern WHOLE_DAY =
            Pattern.compile("24 ?h(eures?)? ?(/|sur) ?24( ?h)?|24 ?h(ours|rs)?\\b|24/24");
    private static final Pattern CLOSED = Pattern.compile("\\b(fermee?s?|closed)\\b");
    private static final String HOUR = "(\\d{1,2})(?: ?[h:.] ?";

    /** In “8h-12h 14h-17h” the 14 is an hour, in “8 h 30 - 12 h” the 30 are minutes. */
    private static final Pattern SPAN =
            Pattern.compile(
                    HOUR
                            + "(?:(\\d{2})(?!\\d| ?[h:.]))?)? ?- ?"
                            + HOUR
                            + "(?:(\\d{2})(?!\\d| ?[h:.-]))?)?");

    private static final Pattern FIRST_TIME = Pattern.compile("\\d|\\bferme|\\bclosed");
    private static final Pattern LABEL = Pattern.compile("\\(([^)]*)\\)\\s*$");
    private static final Pattern DATES =
            Pattern.compile(
                    "^(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})(?: ?(?:\\.\\.|au|to|a)"
                            + " ?(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4}))?");
    private static final int MOST_SPANS = 6;
    private static final int MOST_SPECIAL = 60;
    private static final int LONGEST_SPECIAL = 120;

    private HoursText() {}

    /**
     * Reads the hours of a week.
     *
     * @throws Problem that quotes the part which was not understood
     */
    static Map<DayOfWeek, List<OpenSpan>> week(List<String> parts) {
        Map<DayOfWeek, List<OpenSpan>> week = new EnumMap<>(DayOfWeek.class);
        for (String part : parts) {
            String plain = plain(part);
            int times = firstTime(plain);
            Set<DayOfWeek> days = days(plain.substring(0, times).strip(), part);
            List<OpenSpan> spans = spans(plain.substring(times), part);
            days.forEach(day -> week.computeIfAbsent(day, _ -> new ArrayList<>()).addAll(spans));
        }
        week.values().forEach(spans -> spans.sort(Comparator.comparingInt(OpenSpan::opens)));
        checkOverlap(week);
        return week;
    }

    static List<SpecialDays> special(List<String> parts) {
        List<SpecialDays> special = new ArrayList<>();
        for (String part : parts) {
            Matcher label = LABEL.matcher(part);
            String why = label.find() ? label.group(1).strip() : "";
            String plain = plain(why.isEmpty() ? part : part.substring(0, label.start()));
            Matcher dates = DATES.matcher(plain);
            if (!dates.find()) {
                throw Problem.invalid("directory.problem.special", part);
            }
            LocalDate first = date(dates.group(1), part);
            LocalDate last = dates.group(2) == null ? first : date(dates.group(2), part);
            if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_SPECIAL))) {
                throw Problem.invalid("directory.problem.special", part);
            }
            special.add(
                    new SpecialDays(first, last, spans(plain.substring(dates.end()), part), why));
        }
        if (special.size() > MOST_SPECIAL) {
            throw Problem.invalid("directory.problem.special.many", MOST_SPECIAL);
        }
        return special;
    }

    private static String plain(String part) {
        return Normalizer.normalize(part, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[–—−]", "-")
                .replaceAll(
                        "(?<=[\\dh]) ?(?:a|to|until|jusqu.a) ?(?=\\d{1,2}(?: ?[h:.]|$|\\s))", "-")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static int firstTime(String plain) {
        Matcher every = EVERY_DAY.matcher(plain);
        int from = every.lookingAt() ? every.end() : 0;
        Matcher time = FIRST_TIME.matcher(plain);
        return time.find(from) ? time.start() : plain.length();
    }

    private static Set<DayOfWeek> days(String text, String part) {
        String bare = text.replaceAll("[:.]+$", "").strip();
        if (bare.isEmpty() || EVERY_DAY.matcher(bare).matches()) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String piece : bare.split(",| et | and |&|/|\\+", -1)) {
            String[] ends = piece.strip().split(" ?- ?| au | a | to ", -1);
            DayOfWeek day = day(ends[0], part);
            DayOfWeek last = day(ends[ends.length - 1], part);
            if (ends.length > 2) {
                throw notRead(part);
            }
            days.add(last);
            for (; day != last; day = day.plus(1)) {
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String typed, String part) {
        String name = typed.strip().replaceAll("\\.$", "");
        for (int day = 0; day < DAYS.size(); day++) {
            for (String start : DAYS.get(day)) {
                if (start.length() == 3 ? name.startsWith(start) : name.equals(start)) {
                    return DayOfWeek.of(day + 1);
                }
            }
        }
        throw notRead(part);
    }

    private static List<OpenSpan> spans(String text, String part) {
        String rest = text;
        if (CLOSED.matcher(rest).find()) {
            return List.of();
        }
        if (WHOLE_DAY.matcher(rest).find()) {
            return List.of(OpenSpan.WHOLE_DAY);
        }
        List<OpenSpan> spans = new ArrayList<>();
        Matcher span = SPAN.matcher(rest);
        while (span.find()) {
            int opens = minutes(span.group(1), span.group(2), part);
            int closes = minutes(span.group(3), span.group(4), part);
            if (opens >= OpenSpan.DAY) {
                throw notRead(part);
            }
            spans.add(new OpenSpan(opens, closes <= opens ? closes + OpenSpan.DAY : closes));
        }
        boolean understood = span.replaceAll("").replaceAll("[,\\s.&+:]|et|and", "").isEmpty();
        if (spans.isEmpty() || spans.size() > MOST_SPANS || !understood) {
            throw notRead(part);
        }
        return spans;
    }

    private static int minutes(String hour, @Nullable String minute, String part) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (hours > 24 || minutes > 59 || (hours == 24 && minutes > 0)) {
            throw notRead(part);
        }
        return hours * 60 + minutes;
    }

    private static LocalDate date(String text, String part) {
        try {
            if (text.contains("/")) {
                String[] parts = text.split("/", -1);
                return LocalDate.of(
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[0]));
            }
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Problem.invalid("directory.problem.special", part);
        }
    }

    /** Round the week, so that Sunday's night is held against Monday's morning too. */
    private static void checkOverlap(Map<DayOfWeek, List<OpenSpan>> week) {
        List<int[]> all = new ArrayList<>();
        week.forEach(
                (day, spans) ->
                        spans.forEach(
                                span -> {
                                    int midnight = (day.getValue() - 1) * OpenSpan.DAY;
                                    all.add(
                                            new int[] {
                                                midnight + span.opens(), midnight + span.closes()
                                            });
                                }));
        all.sort(Comparator.comparingInt(span -> span[0]));
        for (int i = 0; i < all.size(); i++) {
            boolean last = i + 1 == all.size();
            int next = last ? all.getFirst()[0] + 7 * OpenSpan.DAY : all.get(i + 1)[0];
            if (all.get(i)[1] > next) {
                throw Problem.invalid("directory.problem.hours.overlap");
            }
        }
    }

    private static Problem notRead(String part) {
        return Problem.invalid("directory.problem.hours", part);
    }
}
