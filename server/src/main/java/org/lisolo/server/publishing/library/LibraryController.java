package org.lisolo.server.publishing.library;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Badges;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.library.LibraryPages.ChangesPage;
import org.lisolo.server.publishing.library.LibraryPages.LibraryPage;
import org.lisolo.server.publishing.library.LibraryPages.PieceEditPage;
import org.lisolo.server.publishing.library.LibraryPages.PiecePage;
import org.lisolo.server.publishing.library.LibraryPages.Row;
import org.lisolo.server.publishing.library.LibraryPages.Version;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The library as staff find, write and sign what is in it. */
@Controller
@RequestMapping(Library.PATH)
class LibraryController {
    private static final int PAGE = 24;

    private final Library library;
    private final PieceUses uses;
    private final PieceOutcomes outcomes;
    private final Accounts accounts;
    private final Badges badges;
    private final Clock clock;

    LibraryController(
            Library library,
            PieceUses uses,
            PieceOutcomes outcomes,
            Accounts accounts,
            Badges badges,
            Clock clock) {
        this.library = library;
        this.uses = uses;
        this.outcomes = outcomes;
        this.accounts = accounts;
        this.badges = badges;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> asked,
            Locale locale) {
        var filter = LibraryFilter.of(asked);
        List<Piece> found = library.list(who.organisation(), filter, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Row> rows =
                (more ? found.subList(0, PAGE) : found)
                        .stream().map(piece -> row(piece, locale)).toList();
        var page =
                new LibraryPage(
                        filter,
                        rows,
                        library.counts(who.organisation()),
                        library.tags(who.organisation()),
                        library.notTakenIn(who.organisation()),
                        filter.from() == 0
                                ? ""
                                : filter.startingAt(Math.max(0, filter.from() - PAGE)),
                        more ? filter.startingAt(filter.from() + PAGE) : "",
                        who.may(Action.WRITE_PIECES));
        return new ModelAndView("publishing/library", "page", page);
    }

    private Row row(Piece piece, Locale locale) {
        return new Row(
                piece,
                piece.state(clock.instant()),
                piece.content().shownIn(locale.getLanguage()).title());
    }

    @PostMapping("/take-in")
    ModelAndView takeIn(@AuthenticationPrincipal SignedIn who, RedirectAttributes next) {
        int taken = library.takeIn(who.organisation());
        next.addFlashAttribute("notice", Notice.of("library.notice.takenin", taken));
        return new ModelAndView("redirect:" + Library.PATH);
    }

    @GetMapping("/new")
    ModelAndView fresh(@AuthenticationPrincipal SignedIn who) {
        return edit(who, PieceForm.empty(), Library.PATH + "/new", List.of());
    }

    @PostMapping("/new")
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        var form = new PieceForm(typed);
        if (!form.problems().isEmpty()) {
            return wrong(edit(who, form, Library.PATH + "/new", form.problems()));
        }
        PieceId id = library.add(who, form.content(), owner(who, form));
        next.addFlashAttribute("notice", Notice.of("library.notice.added"));
        return new ModelAndView("redirect:" + Library.PATH + "/" + id);
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page(who, new PieceId(id), List.of());
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Piece piece = library.own(who.organisation(), new PieceId(id));
        return edit(who, PieceForm.of(piece), piece.path() + "/edit", List.of());
    }

    @PostMapping("/{id}/edit")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        Piece piece = library.own(who.organisation(), new PieceId(id));
        var form = new PieceForm(typed);
        List<Problem> problems = new ArrayList<>(form.problems());
        if (problems.isEmpty()) {
            try {
                library.change(
                        who, piece.id(), form.seenVersion(), form.content(), owner(who, form));
                next.addFlashAttribute("notice", Notice.of("library.notice.changed"));
                return new ModelAndView("redirect:" + piece.path());
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        return wrong(edit(who, form, piece.path() + "/edit", problems));
    }

    @GetMapping("/{id}/versions/{version}")
    ModelAndView changes(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable int version) {
        List<Piece> versions = library.versions(who.organisation(), new PieceId(id));
        Piece shown =
                versions.stream()
                        .filter(one -> one.version() == version)
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("library.problem.unknown"));
        Optional<Piece> before =
                versions.stream().filter(one -> one.version() == version - 1).findFirst();
        var page =
                new ChangesPage(
                        shown,
                        before.map(Piece::version).orElse(0),
                        before.map(old -> PieceChanges.between(old.content(), shown.content()))
                                .orElse(List.of()),
                        history(versions));
        return new ModelAndView("publishing/piece-version", "page", page);
    }

    @PostMapping("/{id}/sign")
    ModelAndView sign(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") int months,
            @RequestParam(defaultValue = "") String read,
            RedirectAttributes next) {
        PieceId piece = new PieceId(id);
        if (read.isEmpty()) {
            Problem problem = Problem.invalid("library.problem.read").atField("read");
            return wrong(page(who, piece, List.of(problem)));
        }
        library.sign(who, piece, version, months);
        next.addFlashAttribute("notice", Notice.of("library.notice.signed"));
        return new ModelAndView("redirect:" + Library.PATH + "/" + id);
    }

    @PostMapping("/{id}/retire")
    ModelAndView retire(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        library.retire(who, new PieceId(id), true);
        next.addFlashAttribute(
                "notice",
                Notice.of("library.notice.retired").undoneBy(Library.PATH + "/" + id + "/restore"));
        return new ModelAndView("redirect:" + Library.PATH + "/" + id);
    }

    @PostMapping("/{id}/restore")
    ModelAndView restore(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes next) {
        library.retire(who, new PieceId(id), false);
        next.addFlashAttribute("notice", Notice.of("library.notice.restored"));
        return new ModelAndView("redirect:" + Library.PATH + "/" + id);
    }

    private ModelAndView page(SignedIn who, PieceId id, List<Problem> problems) {
        List<Piece> versions = library.versions(who.organisation(), id);
        Piece piece = versions.getFirst();
        var page =
                new PiecePage(
                        piece,
                        piece.state(clock.instant()),
                        piece.owner().map(this::name).orElse(""),
                        piece.review().map(review -> name(review.by())).orElse(""),
                        history(versions),
                        uses.of(who.organisation(), id),
                        outcomes.of(id),
                        who.may(Action.WRITE_PIECES),
                        who.may(Action.SIGN_PIECES),
                        badges.of(who.account()).isPresent(),
                        who.may(Action.WRITE_POSTS),
                        problems);
        return new ModelAndView("publishing/piece", "page", page);
    }

    private List<Version> history(List<Piece> versions) {
        List<Optional<AccountId>> writers = library.writers(versions.getFirst().id());
        List<Version> history = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Piece one = versions.get(i);
            history.add(
                    new Version(
                            one.version(),
                            writers.get(i).map(this::name).orElse(""),
                            one.changed(),
                            one.review().isPresent()));
        }
        return history;
    }

    private String name(AccountId account) {
        return accounts.names(List.of(account)).getOrDefault(account, "");
    }

    private Optional<AccountId> owner(SignedIn who, PieceForm form) {
        return form.owner().filter(one -> colleagues(who).containsKey(one.toString()));
    }

    private Map<String, String> colleagues(SignedIn who) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", "–");
        accounts.colleagues(who.organisation())
                .forEach(one -> names.put(one.account().toString(), one.name()));
        return names;
    }

    private ModelAndView edit(SignedIn who, PieceForm form, String path, List<Problem> problems) {
        return new ModelAndView(
                "publishing/piece-edit",
                "page",
                new PieceEditPage(form, path, colleagues(who), problems));
    }

    private static ModelAndView wrong(ModelAndView page) {
        page.setStatus(Objects.requireNonNull(HttpStatus.UNPROCESSABLE_CONTENT));
        return page;
    }
}
