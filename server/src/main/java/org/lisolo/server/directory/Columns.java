package org.lisolo.server.directory;

import org.lisolo.server.platform.Sentences;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of the tables by which entries are taken in and taken along. */
@Component
class Columns {
    private static final List<String> ADDRESS =
            List.of(
                    "town",
                    "commune",
                    "zone",
                    "province",
                    "street",
                    "directions",
                    "latitude",
                    "longitude",
                    "phones",
                    "email",
                    "website",
                    "hours",
                    "special_days");
    private static final List<String> FACILITY =
            joined(
                    List.of("id", "reference", "kind", "name", "other_names"),
                    ADDRESS,
                    List.of("emergency", "services", "conditions", "languages", "about"));
    private static final List<String> PROFESSIONAL =
            joined(
                    List.of(
                            "id",
                            "reference",
                            "title",
                            "nom",
                            "postnom",
                            "prenom",
                            "profession",
                            "specialities",
                            "workplace_1",
                            "hours_1",
                            "workplace_2",
                            "hours_2",
                            "workplace_3",
                            "hours_3"),
                    ADDRESS,
                    List.of("conditions", "languages", "fee", "joined", "welcome"));

    private final Sentences sentences;

    Columns(Sentences sentences) {
        this.sentences = sentences;
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }

    static List<String> of(EntryKind kind) {
        return switch (kind) {
            case FACILITY -> FACILITY;
            case PROFESSIONAL -> PROFESSIONAL;
        };
    }

    /** What stands at the top of a column. */
    String title(String column, Locale locale) {
        if (column.matches("(workplace|hours)_[123]")) {
            String number = column.substring(column.length() - 1);
            return sentences.say(
                    locale,
                    column.startsWith("w")
                            ? "directory.field.workplace"
                            : "directory.field.workplace.hours",
                    number);
        }
        return sentences.say(locale, "directory.field." + column);
    }

    List<String> titles(EntryKind kind, Locale locale) {
        return of(kind).stream().map(column -> title(column, locale)).toList();
    }

    /** Whose column a title is, in either language; nothing for one that is not ours. */
    Optional<String> column(EntryKind kind, String title) {
        String plain = Words.fold(title);
        return of(kind).stream()
                .filter(
                        column ->
                                plain.equals(Words.fold(column))
                                        || plain.equals(Words.fold(title(column, Locale.FRENCH)))
                                        || plain.equals(Words.fold(title(column, Locale.ENGLISH))))
                .findFirst();
    }

    /** What stands in a column, said on the page that documents them. */
    String help(String column, Locale locale) {
        return sentences.say(locale, "directory.column." + column.replaceFirst("_[123]$", ".n"));
    }
}
