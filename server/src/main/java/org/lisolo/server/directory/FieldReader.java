package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Problem;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads fields one by one, notes what is wrong with each, and how it is stored: with codes for
 * names, and dates and hours in one form whatever was typed.
 */
final class FieldReader {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{1,24}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Set<String> YES =
            Set.of("1", "oui", "yes", "true", "vrai", "x", "on", "24h");
    private static final Set<String> NO = Set.of("", "0", "non", "no", "false", "faux");
    private static final int MOST_PARTS = 40;
    private static final int LONGEST_PART = 120;

    private final Fields typed;
    private final Map<String, String> kept = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    FieldReader(Fields typed) {
        this.typed = typed;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** All that was read, as it is stored. */
    Fields kept() {
        return new Fields(kept);
    }

    void keep(String name, String text) {
        kept.put(name, text);
    }

    void wrong(String name, String code, Object... arguments) {
        problems.add(Problem.invalid(code, arguments).atField(name));
    }

    String text(String name, int longest) {
        String text = typed.get(name);
        if (text.length() > longest) {
            wrong(name, "directory.problem.long", longest);
            return "";
        }
        kept.put(name, text);
        return text;
    }

    String required(String name, int longest) {
        if (!typed.has(name)) {
            wrong(name, "directory.problem.missing." + name);
        }
        return text(name, longest);
    }

    boolean yes(String name) {
        String plain = Words.fold(typed.get(name));
        boolean yes = YES.contains(plain);
        if (!yes && !NO.contains(plain)) {
            wrong(name, "directory.problem.yes");
        }
        kept.put(name, yes ? "yes" : "");
        return yes;
    }

    List<Label> labels(TermList list, String name) {
        List<Label> labels = new ArrayList<>();
        for (String part : typed.several(name)) {
            Label label = Label.of(list, part);
            if (part.length() > LONGEST_PART || labels.size() == MOST_PARTS) {
                wrong(name, "directory.problem.list", MOST_PARTS, LONGEST_PART);
                return List.of();
            }
            if (!labels.contains(label)) {
                labels.add(label);
            }
        }
        kept.put(name, String.join(";", labels.stream().map(Label::text).toList()));
        return labels;
    }

    /** One term, of the list or of their own; empty if there is none. */
    Label label(TermList list, String name) {
        String text = required(name, LONGEST_PART);
        Label label = Label.of(list, text);
        kept.put(name, label.text());
        return label;
    }

    /** One term that must be of the list. */
    Label term(TermList list, String name) {
        Label label = label(list, name);
        if (typed.has(name) && label.term().isEmpty()) {
            wrong(name, "directory.problem.term", typed.get(name));
        }
        return label;
    }

    List<String> phones(String name) {
        List<String> phones = typed.several(name);
        for (String phone : phones) {
            if (!PHONE.matcher(phone).matches() || phones.size() > 5) {
                wrong(name, "directory.problem.phone", phone);
                return List.of();
            }
        }
        kept.put(name, String.join(";", phones));
        return phones;
    }

    String email(String name) {
        return shaped(name, EMAIL, "directory.problem.email");
    }

    String link(String name) {
        return shaped(name, LINK, "directory.problem.link");
    }

    private String shaped(String name, Pattern shape, String code) {
        String text = text(name, 300);
        if (!text.isEmpty() && !shape.matcher(text).matches()) {
            wrong(name, code);
            return "";
        }
        return text;
    }

    @Nullable LocalDate date(String name) {
        String text = typed.get(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = date(text.split("[/.]", -1), text);
            kept.put(name, date.toString());
            return date;
        } catch (DateTimeException | NumberFormatException _) {
            wrong(name, "directory.problem.date", text);
            return null;
        }
    }

    private static LocalDate date(String[] parts, String text) {
        return parts.length == 3
                ? LocalDate.of(
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[0]))
                : LocalDate.parse(text);
    }

    Map<DayOfWeek, List<OpenSpan>> week(String name) {
        try {
            var week = HoursText.week(typed.several(name));
            kept.put(name, HoursWords.text(week, Locale.ENGLISH, "; "));
            return week;
        } catch (Problem problem) {
            problems.add(problem.atField(name));
            return Map.of();
        }
    }

    List<SpecialDays> special(String name) {
        try {
            var special = HoursText.special(typed.several(name));
            kept.put(name, HoursWords.text(special, Locale.ENGLISH, "; "));
            return special;
        } catch (Problem problem) {
            problems.add(problem.atField(name));
            return List.of();
        }
    }

    Optional<Places.HealthZone> zone(String name) {
        String text = typed.get(name);
        Optional<Places.HealthZone> zone = text.isEmpty() ? Optional.empty() : Places.zone(text);
        if (zone.isEmpty() && !text.isEmpty()) {
            wrong(name, "directory.problem.zone", text);
        }
        zone.ifPresent(one -> kept.put(name, one.code()));
        return zone;
    }

    Optional<Places.Province> province(String name) {
        String text = typed.get(name);
        Optional<Places.Province> province =
                text.isEmpty() ? Optional.empty() : Places.province(text);
        if (province.isEmpty() && !text.isEmpty()) {
            wrong(name, "directory.problem.province", text);
        }
        province.ifPresent(one -> kept.put(name, one.code()));
        return province;
    }

    Optional<Coordinates> coordinates(String latitude, String longitude) {
        if (!typed.has(latitude) && !typed.has(longitude)) {
            return Optional.empty();
        }
        Double north = degrees(latitude, 90);
        Double east = degrees(longitude, 180);
        return north == null || east == null
                ? Optional.empty()
                : Optional.of(new Coordinates(north, east));
    }

    private @Nullable Double degrees(String name, double most) {
        String text = typed.get(name).replace(',', '.');
        if (!text.matches("-?\\d{1,3}(\\.\\d{1,10})?")
                || Math.abs(Double.parseDouble(text)) > most) {
            wrong(name, "directory.problem.degrees");
            return null;
        }
        kept.put(name, text);
        return Double.valueOf(text);
    }
}
