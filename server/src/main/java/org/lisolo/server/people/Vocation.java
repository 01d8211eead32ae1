package org.lisolo.server.people;

import org.lisolo.server.platform.FactTable;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a health professional is, or in what they are versed: one word of our own two lists, with
 * its name in each language of the pages. A code that stands in them is kept in databases and
 * stays.
 *
 * @param also what people type for it, in any language
 */
public record Vocation(
        Kind kind,
        String code,
        String french,
        String english,
        String lingala,
        String kiswahili,
        List<String> also) {
    /** The two lists. */
    public enum Kind {
        PROFESSION,
        SPECIALITY
    }

    private static final List<Vocation> ALL = read();

    public Vocation {
        also = List.copyOf(also);
    }

    private static List<Vocation> read() {
        List<Vocation> all = new ArrayList<>();
        for (List<String> row : FactTable.rows("/people/vocations.csv")) {
            String also = row.get(6);
            all.add(
                    new Vocation(
                            Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
                            row.get(1),
                            row.get(2).replace('\'', '’'),
                            row.get(3).replace('\'', '’'),
                            row.get(4).replace('\'', '’'),
                            row.get(5).replace('\'', '’'),
                            also.isEmpty() ? List.of() : List.of(also.split("\\|", -1))));
        }
        return List.copyOf(all);
    }

    /** Both lists. */
    public static List<Vocation> all() {
        return ALL;
    }

    public static Optional<Vocation> find(Kind kind, String code) {
        return ALL.stream().filter(one -> one.kind == kind && one.code.equals(code)).findFirst();
    }

    /** A profession that stands in the list. */
    public static Vocation profession(String code) {
        return find(Kind.PROFESSION, code).orElseThrow();
    }

    /** A speciality that stands in the list. */
    public static Vocation speciality(String code) {
        return find(Kind.SPECIALITY, code).orElseThrow();
    }

    /** The names of a list by code, in the order of the alphabet. */
    public static Map<String, String> names(Kind kind, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        ALL.stream()
                .filter(one -> one.kind == kind)
                .sorted(Comparator.comparing(one -> one.name(locale), Collator.getInstance(locale)))
                .forEach(one -> names.put(one.code, one.name(locale)));
        return names;
    }

    /** In French where the list has none in the language. */
    public String name(Locale locale) {
        String name =
                switch (locale.getLanguage()) {
                    case "en" -> english;
                    case "ln" -> lingala;
                    case "sw" -> kiswahili;
                    default -> french;
                };
        return name.isEmpty() ? french : name;
    }
}
