package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Handing a table over, seeing what it would do, saying yes. */
@Controller
@RequestMapping(TableImportController.PATH)
class TableImportController {
    static final String PATH = EntriesController.PATH + "/import";

    private final TableImports imports;
    private final TableImportPages pages;

    TableImportController(TableImports imports, TableImportPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView form(@AuthenticationPrincipal SignedIn who, Locale locale) {
        return new ModelAndView("directory/import", "page", pages.form(who, "", List.of(), locale));
    }

    @PostMapping
    ModelAndView start(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale)
            throws IOException {
        try {
            EntryKind wanted =
                    EntryKind.ofPath(kind)
                            .orElseThrow(
                                    () ->
                                            Problem.invalid("directory.problem.import.kind")
                                                    .atField("kind"));
            if (file == null || file.isEmpty()) {
                throw Problem.invalid("directory.problem.file.missing").atField("file");
            }
            try (InputStream bytes = file.getInputStream()) {
                TableImport made = imports.start(wanted, fileName(file), bytes, who);
                return new ModelAndView("redirect:" + PATH + "/" + made.id());
            }
        } catch (Problem problem) {
            var view =
                    new ModelAndView(
                            "directory/import",
                            "page",
                            pages.form(who, kind, List.of(problem), locale));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    private static String fileName(MultipartFile file) {
        String name = file.getOriginalFilename();
        String plain = name == null ? "" : name.replaceAll("(?s).*[/\\\\]", "");
        String safe = plain.replaceAll("\\p{Cntrl}|\\p{Cf}", "").strip();
        return safe.substring(0, Math.min(safe.length(), 200));
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Locale locale) {
        return new ModelAndView(
                "directory/import-one", "page", pages.one(imports.own(id, who), locale));
    }

    @PostMapping("/{id}/apply")
    String apply(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        imports.apply(imports.own(id, who));
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping("/{id}/discard")
    String discard(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        imports.discard(imports.own(id, who));
        redirect.addFlashAttribute("notice", Notice.of("directory.import.discarded"));
        return "redirect:" + PATH;
    }
}
