package org.lisolo.server.directory;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Sentences;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the pages of imports, and the lines of their reports. */
@Component
class TableImportPages {
    private static final int LATEST = 20;
    private static final int REFUSED = 50;

    /** Sentences in which numbers stand. */
    private static final Set<String> NUMBERED =
            Set.of(
                    "directory.problem.long",
                    "directory.problem.list",
                    "directory.problem.special.many");

    private final TableImportStore store;
    private final Columns columns;
    private final Sentences sentences;

    TableImportPages(TableImportStore store, Columns columns, Sentences sentences) {
        this.store = store;
        this.columns = columns;
        this.sentences = sentences;
    }

    ImportPage form(SignedIn who, String kind, List<Problem> problems, Locale locale) {
        var files =
                store.latest(who.organisation(), LATEST).stream()
                        .map(
                                made ->
                                        new ImportPage.File(
                                                path(made),
                                                made.fileName(),
                                                made.state().name(),
                                                made.counts().total(),
                                                made.created()))
                        .toList();
        Map<String, List<ImportPage.Column>> documented = new LinkedHashMap<>();
        for (EntryKind one : List.of(EntryKind.PROFESSIONAL, EntryKind.FACILITY)) {
            documented.put(
                    one.path(),
                    Columns.of(one).stream().map(column -> column(column, locale)).toList());
        }
        return new ImportPage(kind, files, documented, problems);
    }

    private ImportPage.Column column(String column, Locale locale) {
        return new ImportPage.Column(
                columns.title(column, locale), column, columns.help(column, locale));
    }

    private static String path(TableImport made) {
        return TableImportController.PATH + "/" + made.id();
    }

    ImportOnePage one(TableImport made, Locale locale) {
        List<ImportOnePage.Refusal> refusals = new ArrayList<>();
        for (TableImportStore.Line line : store.refused(made.id(), REFUSED)) {
            refusals.add(
                    new ImportOnePage.Refusal(
                            line.row(), line.name(), title(line, locale), reason(line, locale)));
        }
        TableImport.Counts counts = made.counts();
        return new ImportOnePage(
                path(made),
                made.fileName(),
                made.kind() == EntryKind.FACILITY,
                made.state().name(),
                made.state().goesOn(),
                made.failure(),
                made.separator(),
                made.encoding(),
                counts.total(),
                counts.added(),
                counts.altered(),
                counts.same(),
                counts.refused(),
                refusals,
                made.created());
    }

    /** A line of the report as cells. */
    List<String> cells(TableImportStore.Line line, Locale locale) {
        return List.of(
                Long.toString(line.row()),
                sentences.say(locale, "directory.outcome." + line.kind().name()),
                line.name(),
                title(line, locale),
                reason(line, locale));
    }

    List<String> titles(Locale locale) {
        return List.of("row", "outcome", "name", "column", "reason").stream()
                .map(title -> sentences.say(locale, "directory.report." + title))
                .toList();
    }

    private String title(TableImportStore.Line line, Locale locale) {
        return line.field().isEmpty() ? "" : columns.title(line.field(), locale);
    }

    private String reason(TableImportStore.Line line, Locale locale) {
        if (line.code().isEmpty()) {
            return "";
        }
        boolean numbered = NUMBERED.contains(line.code());
        Object[] arguments =
                line.arguments().stream()
                        .map(text -> numbered ? (Object) Long.valueOf(text) : text)
                        .toArray();
        return sentences.say(locale, line.code(), arguments);
    }
}
