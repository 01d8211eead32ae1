package org.lisolo.server.directory;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CsvWriter;
import org.lisolo.server.platform.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Tables to take along: an empty one, all entries in the same shape, the report of an import. */
@Controller
@RequestMapping(EntriesController.PATH)
class TableController {
    private final Columns columns;
    private final EntryStore store;
    private final TableImports imports;
    private final TableImportStore importStore;
    private final TableImportPages pages;

    TableController(
            Columns columns,
            EntryStore store,
            TableImports imports,
            TableImportStore importStore,
            TableImportPages pages) {
        this.columns = columns;
        this.store = store;
        this.imports = imports;
        this.importStore = importStore;
        this.pages = pages;
    }

    private interface Rows {
        void write(CsvWriter csv) throws IOException;
    }

    @GetMapping("/template/{kind}")
    ResponseEntity<StreamingResponseBody> template(@PathVariable String kind, Locale locale) {
        List<String> titles = columns.titles(kind(kind), locale);
        return table("lisolo-" + kind + "-template.csv", csv -> csv.row(titles));
    }

    @GetMapping("/export/{kind}")
    ResponseEntity<StreamingResponseBody> export(
            @AuthenticationPrincipal SignedIn who, @PathVariable String kind, Locale locale) {
        EntryKind wanted = kind(kind);
        return table(
                "lisolo-" + kind + ".csv",
                csv -> {
                    csv.row(columns.titles(wanted, locale));
                    store.each(
                            who.organisation(),
                            wanted,
                            entry -> {
                                if (entry.state() != EntryState.RETIRED) {
                                    csv.row(cells(entry, locale));
                                }
                            });
                });
    }

    private static List<String> cells(Entry entry, Locale locale) {
        Map<String, String> words = FieldWords.of(entry.content().fields(), locale, "; ");
        List<String> cells = new ArrayList<>();
        for (String column : Columns.of(entry.kind())) {
            cells.add(
                    switch (column) {
                        case "id" -> entry.id().toString();
                        case "reference" -> entry.reference().orElse("");
                        default -> words.getOrDefault(column, "");
                    });
        }
        return cells;
    }

    @GetMapping("/import/{id}/report")
    ResponseEntity<StreamingResponseBody> report(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Locale locale) {
        TableImport made = imports.own(id, who);
        return table(
                "lisolo-import-" + id + ".csv",
                csv -> {
                    csv.row(pages.titles(locale));
                    importStore.report(made.id(), line -> csv.row(pages.cells(line, locale)));
                });
    }

    private static EntryKind kind(String path) {
        return EntryKind.ofPath(path)
                .orElseThrow(() -> Problem.notFound("directory.problem.unknown"));
    }

    private static ResponseEntity<StreamingResponseBody> table(String name, Rows rows) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(
                        out -> {
                            try (var csv =
                                    new CsvWriter(
                                            new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                                rows.write(csv);
                            }
                        });
    }
}
