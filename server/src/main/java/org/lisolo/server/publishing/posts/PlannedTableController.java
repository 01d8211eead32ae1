package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.TableFile;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/** Planned posts from a table: handed over, told row by row, made into drafts. */
@Controller
@RequestMapping(PlannedTableController.PATH)
class PlannedTableController {
    static final String PATH = CalendarController.PATH + "/import";

    private final PlannedTables tables;

    PlannedTableController(PlannedTables tables) {
        this.tables = tables;
    }

    @GetMapping
    ModelAndView form() {
        return page("", List.of(), List.of());
    }

    /** Tells what would become of each row. */
    @PostMapping
    ModelAndView check(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale)
            throws IOException {
        String text = file == null || file.isEmpty() ? table : text(file);
        return checked(who, text.replace("\0", ""), locale);
    }

    private ModelAndView checked(SignedIn who, String table, Locale locale) {
        try {
            return page(table, tables.read(who, table, locale), List.of());
        } catch (Problem problem) {
            String kept = table.length() > PlannedTables.MOST_BYTES ? "" : table;
            ModelAndView page = page(kept, List.of(), List.of(problem));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/make")
    ModelAndView make(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String table,
            Locale locale,
            RedirectAttributes next) {
        try {
            int made = tables.make(who, table.replace("\0", ""));
            next.addFlashAttribute("notice", Notice.of("calendar.import.made", made));
            return new ModelAndView("redirect:" + Posts.PATH);
        } catch (Problem _) {
            return checked(who, table, locale);
        }
    }

    private static String text(MultipartFile file) throws IOException {
        if (file.getSize() > PlannedTables.MOST_BYTES) {
            throw Problem.invalid("calendar.import.large", PlannedTables.MOST_ROWS);
        }
        byte[] bytes = file.getBytes();
        try (TableFile table = TableFile.open(bytes)) {
            return new String(bytes, Charset.forName(table.encoding()));
        }
    }

    private static ModelAndView page(String table, List<PlannedRow> rows, List<Problem> problems) {
        return new ModelAndView(
                "publishing/planned-table",
                "page",
                new CalendarPages.ImportPage(table, rows, problems));
    }
}
