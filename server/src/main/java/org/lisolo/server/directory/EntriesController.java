package org.lisolo.server.directory;

import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An organisation's own entries: staff read them, those who write to the public keep them. */
@Controller
@RequestMapping(EntriesController.PATH)
class EntriesController {
    static final String PATH = "/work/directory";

    private final Entries entries;
    private final WorkPages pages;
    private final Accounts accounts;

    EntriesController(Entries entries, WorkPages pages, Accounts accounts) {
        this.entries = entries;
        this.pages = pages;
        this.accounts = accounts;
    }

    /** Whether somebody may change entries; the access table says the same of the routes. */
    static boolean mayChange(SignedIn who) {
        return who.may(Action.KEEP_ENTRIES);
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") String from,
            Locale locale) {
        return new ModelAndView(
                "directory/work", "page", pages.list(who, kind, state, q, from, locale));
    }

    @GetMapping("/new/{kind}")
    ModelAndView form(
            @AuthenticationPrincipal SignedIn who, @PathVariable String kind, Locale locale) {
        return new ModelAndView("directory/edit", "page", pages.empty(who, kind(kind), locale));
    }

    @PostMapping("/new/{kind}")
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            RedirectAttributes redirect) {
        EntryKind wanted = kind(kind);
        Fields fields = fields(who, typed);
        List<Problem> problems = new ArrayList<>();
        var read = entries.reader(who.organisation(), who.zone()).read(wanted, fields);
        problems.addAll(read.problems());
        if (problems.isEmpty()) {
            try {
                EntryId id =
                        entries.add(
                                who.organisation(),
                                read.content(),
                                reference(fields),
                                fields.has("hidden") ? EntryState.HIDDEN : EntryState.PUBLIC,
                                who.account());
                redirect.addFlashAttribute(
                        "notice",
                        Notice.of("directory.done.added", read.content().name())
                                .undoneBy(PATH + "/" + id + "/retire"));
                return new ModelAndView("redirect:" + PATH + "/" + id);
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        return again(pages.retyped(who, wanted, Optional.empty(), fields, problems, locale));
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Locale locale) {
        Entry entry = entries.own(new EntryId(id), who);
        return new ModelAndView("directory/edit", "page", pages.of(who, entry, locale));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            RedirectAttributes redirect) {
        Entry entry = entries.own(new EntryId(id), who);
        Fields fields = fields(who, typed);
        List<Problem> problems = new ArrayList<>();
        Fields whole = fields.over(kept(entry));
        var read = entries.reader(who.organisation(), who.zone()).read(entry.kind(), whole);
        problems.addAll(read.problems());
        if (!fields.get("version").equals(Integer.toString(entry.version()))) {
            problems.add(Problem.conflict("directory.problem.changedMeanwhile"));
        }
        if (problems.isEmpty()) {
            try {
                entries.change(entry, read.content(), reference(fields), who.account());
                redirect.addFlashAttribute(
                        "notice",
                        Notice.of("directory.done.changed", read.content().name())
                                .undoneBy(restorePath(entry)));
                return new ModelAndView("redirect:" + PATH + "/" + id);
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        return again(
                pages.retyped(who, entry.kind(), Optional.of(entry), fields, problems, locale));
    }

    /** What the form doesn't ask for. */
    private static Map<String, String> kept(Entry entry) {
        Fields fields = entry.content().fields();
        return Map.of("photo", fields.get("photo"), "photo_alt", fields.get("photo_alt"));
    }

    @GetMapping("/{id}/history")
    ModelAndView history(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Locale locale) {
        Entry entry = entries.own(new EntryId(id), who);
        return new ModelAndView("directory/history", "page", pages.history(who, entry, locale));
    }

    @PostMapping("/{id}/versions/{version}/restore")
    String restore(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable int version,
            RedirectAttributes redirect) {
        Entry entry = entries.own(new EntryId(id), who);
        Entry now = entries.restore(entry, version, who.account());
        return done(redirect, "directory.done.restored", entry, now);
    }

    @PostMapping("/{id}/confirm")
    String confirm(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        Entry entry = entries.own(new EntryId(id), who);
        entries.confirm(entry);
        redirect.addFlashAttribute(
                "notice", Notice.of("directory.done.confirmed", entry.content().name()));
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping("/{id}/publish")
    String publish(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        return turn(who, id, EntryState.PUBLIC, "directory.done.published", redirect);
    }

    @PostMapping("/{id}/hide")
    String hide(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        return turn(who, id, EntryState.HIDDEN, "directory.done.hidden", redirect);
    }

    @PostMapping("/{id}/retire")
    String retire(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        return turn(who, id, EntryState.RETIRED, "directory.done.retired", redirect);
    }

    private String turn(
            SignedIn who, UUID id, EntryState state, String said, RedirectAttributes redirect) {
        Entry entry = entries.own(new EntryId(id), who);
        return done(redirect, said, entry, entries.turn(entry, state, who.account()));
    }

    private static String done(RedirectAttributes redirect, String said, Entry before, Entry now) {
        redirect.addFlashAttribute(
                "notice", Notice.of(said, now.content().name()).undoneBy(restorePath(before)));
        return "redirect:" + PATH + "/" + now.id();
    }

    private static String restorePath(Entry before) {
        return PATH + "/" + before.id() + "/versions/" + before.version() + "/restore";
    }

    private static EntryKind kind(String path) {
        return EntryKind.ofPath(path)
                .orElseThrow(() -> Problem.notFound("directory.problem.unknown"));
    }

    private static Optional<String> reference(Fields fields) {
        String typed = fields.get("reference");
        return typed.isEmpty()
                ? Optional.empty()
                : Optional.of(typed.substring(0, Math.min(typed.length(), 100)));
    }

    /** Boxes that are ticked come as several values of one name. */
    private Fields fields(SignedIn who, MultiValueMap<String, String> typed) {
        Map<String, String> flat = new HashMap<>();
        typed.forEach((name, values) -> flat.put(name, String.join(";", values)));
        if (!isColleague(who, flat.getOrDefault("account", ""))) {
            flat.remove("account");
        }
        return new Fields(flat);
    }

    /** An entry speaks for a colleague's account and for nobody else's. */
    private boolean isColleague(SignedIn who, String account) {
        return accounts.colleagues(who.organisation()).stream()
                .anyMatch(one -> one.account().toString().equals(account));
    }

    private static ModelAndView again(EditPage page) {
        var view = new ModelAndView("directory/edit", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
