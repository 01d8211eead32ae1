package org.lisolo.server.directory;

import org.lisolo.server.people.Vocation;
import org.lisolo.server.platform.FactTable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Our small lists of terms, read once; two of them are those of verified professionals too. */
final class Terms {
    private static final List<Term> ALL = new ArrayList<>();
    private static final Map<String, Term> BY_CODE = new HashMap<>();
    private static final Map<String, Term> BY_NAME = new HashMap<>();
    private static final Map<String, Map<String, String>> NAMES = new ConcurrentHashMap<>();

    static {
        for (List<String> row : FactTable.rows("/directory/terms.csv")) {
            add(
                    new Term(
                            TermList.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
                            row.get(1),
                            row.get(2).replace('\'', '’'),
                            row.get(3).replace('\'', '’'),
                            row.get(4).replace('\'', '’'),
                            row.get(5).replace('\'', '’'),
                            row.get(6).isEmpty() ? List.of() : List.of(row.get(6).split("\\|", -1)),
                            row.get(7),
                            row.get(8)));
        }
    }

    static {
        for (Vocation one : Vocation.all()) {
            add(
                    new Term(
                            TermList.valueOf(one.kind().name()),
                            one.code(),
                            one.french(),
                            one.english(),
                            one.name(Locale.of("ln")),
                            one.name(Locale.of("sw")),
                            one.also(),
                            "",
                            ""));
        }
    }

    private Terms() {}

    /** A term's own names go before what others are called, too. */
    private static void add(Term term) {
        ALL.add(term);
        BY_CODE.put(term.tag(), term);
        for (String name : List.of(term.code(), term.french(), term.english())) {
            BY_NAME.put(key(term.list(), name), term);
        }
        term.names().forEach(name -> BY_NAME.putIfAbsent(key(term.list(), name), term));
        term.also().forEach(name -> BY_NAME.putIfAbsent(key(term.list(), name), term));
    }

    private static String key(TermList list, String name) {
        return list.code() + ":" + Words.fold(name);
    }

    static Optional<Term> find(TermList list, String code) {
        return Optional.ofNullable(BY_CODE.get(list.code() + ":" + code));
    }

    /** By code, by name in any language, or by another word for it. */
    static Optional<Term> meant(TermList list, String typed) {
        return find(list, typed).or(() -> Optional.ofNullable(BY_NAME.get(key(list, typed))));
    }

    /** Names by code, in the order of the alphabet. */
    static Map<String, String> names(TermList list, Locale locale) {
        return NAMES.computeIfAbsent(
                list.code() + " " + locale.getLanguage(), _ -> sorted(list, locale));
    }

    private static Map<String, String> sorted(TermList list, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        ALL.stream()
                .filter(term -> term.list() == list)
                .sorted(Comparator.comparing(term -> Words.fold(term.name(locale))))
                .forEach(term -> names.put(term.code(), term.name(locale)));
        return Collections.unmodifiableMap(names);
    }
}
