package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.CasePictures;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Extra;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.SaidPicture;
import org.lisolo.server.community.contributions.SaidPictures;
import org.lisolo.server.community.contributions.SentPicture;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.discussions.DiscussionPages.Asking;
import org.lisolo.server.community.discussions.DiscussionPages.Content;
import org.lisolo.server.community.discussions.DiscussionPages.DiscussionPage;
import org.lisolo.server.community.discussions.DiscussionPages.Form;
import org.lisolo.server.community.discussions.DiscussionPages.ListPage;
import org.lisolo.server.community.discussions.DiscussionPages.NewPage;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Refused;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Discussions, and what is written in them. */
@Controller
class DiscussionsController {
    private static final int PAGE = 20;

    private final Discussions discussions;
    private final Contributions contributions;
    private final Asks asking;
    private final SaidPictures pictures;
    private final CasePictures cases;
    private final Contents contents;
    private final Spaces spaces;
    private final Readers readers;
    private final CanonicalAddress addresses;

    DiscussionsController(
            Discussions discussions,
            Contributions contributions,
            Asks asking,
            SaidPictures pictures,
            CasePictures cases,
            Contents contents,
            Spaces spaces,
            Readers readers,
            CanonicalAddress addresses) {
        this.discussions = discussions;
        this.contributions = contributions;
        this.asking = asking;
        this.pictures = pictures;
        this.cases = cases;
        this.contents = contents;
        this.spaces = spaces;
        this.readers = readers;
        this.addresses = addresses;
    }

    @GetMapping("/questions")
    ModelAndView questions(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(defaultValue = "") String from) {
        int start = start(from);
        Reader reader = readers.of(who);
        var found =
                discussions.latest(
                        reader, Optional.empty(), Optional.of(Kind.QUESTION), start, PAGE);
        return new ModelAndView(
                "discussions/list",
                "page",
                new ListPage(
                        found.rows(),
                        reader.professional(),
                        start == 0 ? "" : "/questions?from=" + Math.max(0, start - PAGE),
                        found.more() ? "/questions?from=" + (start + PAGE) : ""));
    }

    @GetMapping("/spaces/{slug}/new/{kind}")
    ModelAndView compose(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @PathVariable String kind) {
        Space space = spaces.enter(slug, readers.of(who));
        return new ModelAndView(
                "discussions/new",
                "page",
                new NewPage(space, kind(kind), empty(space), Asking.NOTHING));
    }

    @PostMapping("/spaces/{slug}/new/{kind}")
    ModelAndView open(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @PathVariable String kind,
            Sent sent,
            @RequestParam Map<String, MultipartFile> files,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return open(who, slug, kind, sent, new Files(files, typed), redirect, true);
    }

    @PostMapping("/spaces/{slug}/new/{kind}/aliased")
    ModelAndView openAliased(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            @PathVariable String kind,
            Sent sent,
            @RequestParam Map<String, MultipartFile> files,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return open(who, slug, kind, sent, new Files(files, typed), redirect, false);
    }

    /** What a form brings beside words, which it brings again where something is wrong. */
    private record Files(Map<String, MultipartFile> files, Map<String, String> typed) {
        List<SentPicture> pictures() {
            return SentPicture.of(files, typed);
        }
    }

    private ModelAndView open(
            SignedIn who,
            String slug,
            String kind,
            Sent sent,
            Files files,
            RedirectAttributes redirect,
            boolean named) {
        Reader reader = readers.of(who);
        Space space = spaces.enter(slug, reader);
        Kind of = kind(kind);
        ContributionId id = sent.contribution();
        try {
            Optional<Asking> hint = asking.before(reader, of, sent);
            if (hint.isPresent()) {
                var form = new Form(id, sent.words(), List.of());
                return new ModelAndView(
                        "discussions/new", "page", new NewPage(space, of, form, hint.get()));
            }
            contributions.mayWrite(reader, space);
            List<SentPicture> with = files.pictures();
            Problem.throwAny(sent.wrong(of, with));
            boolean later = of == Kind.CASE;
            List<SaidPicture> drawn = pictures.draw(with, !later);
            Optional<Discussion> made =
                    asking.open(reader, space, of, id, sent, named, later ? List.of() : drawn);
            if (later && !drawn.isEmpty()) {
                return look(reader, id, drawn);
            }
            return made.map(one -> new ModelAndView("redirect:" + one.path()))
                    .orElseGet(() -> waits(space.path(), redirect));
        } catch (Problem problem) {
            var form = new Form(id, sent.words(), problem.forForm().all(), files.typed());
            return FormPage.of(
                    "discussions/new",
                    new NewPage(space, of, form, sent.asking()),
                    form.problems());
        }
    }

    /** The author of a case looks through its pictures before anybody else sees them. */
    private ModelAndView look(Reader reader, ContributionId id, List<SaidPicture> drawn) {
        cases.await(reader, id, drawn);
        return new ModelAndView("redirect:" + id.path() + "/pictures");
    }

    @GetMapping({"/questions/{id}", "/talks/{id}", "/cases/{id}"})
    ModelAndView one(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam @Nullable UUID quote,
            @RequestHeader(name = "Save-Data", defaultValue = "") String save) {
        Reader reader = readers.of(who);
        Discussion about = discussions.find(new ContributionId(id), reader);
        Space space = spaces.enter(about.space(), reader);
        Form form =
                Optional.ofNullable(quote)
                        .flatMap(
                                one ->
                                        discussions
                                                .quoted(about, new ContributionId(one), reader)
                                                .map(words -> quoting(words, one)))
                        .orElseGet(() -> empty(space));
        boolean thrifty = save.equalsIgnoreCase("on");
        return new ModelAndView(
                "discussions/one",
                "page",
                page(reader, space, about, form, Refused.NOTHING, start(from), thrifty));
    }

    private Form empty(Space space) {
        return new Form(contributions.next(), Words.of("", space.language()), List.of());
    }

    private Form quoting(Words words, UUID to) {
        return new Form(contributions.next(), words, List.of(), Map.of("to", to.toString()));
    }

    @PostMapping("/discussions/{id}/answers")
    ModelAndView answer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam @Nullable UUID to,
            Sent sent,
            @RequestParam Map<String, MultipartFile> files,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return answer(who, id, to, sent, new Files(files, typed), redirect, true);
    }

    @PostMapping("/discussions/{id}/answers/aliased")
    ModelAndView answerAliased(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam @Nullable UUID to,
            Sent sent,
            @RequestParam Map<String, MultipartFile> files,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return answer(who, id, to, sent, new Files(files, typed), redirect, false);
    }

    private ModelAndView answer(
            SignedIn who,
            UUID id,
            @Nullable UUID to,
            Sent sent,
            Files files,
            RedirectAttributes redirect,
            boolean named) {
        Reader reader = readers.of(who);
        Discussion about = discussions.find(new ContributionId(id), reader);
        Space space = spaces.enter(about.space(), reader);
        Contribution parent =
                contributions
                        .find(new ContributionId(to == null ? id : to), reader)
                        .filter(one -> one.discussion().equals(about.id()))
                        .orElseThrow(DiscussionsController::unknown);
        ContributionId next = sent.contribution();
        try {
            contributions.mayWrite(reader, space);
            List<SentPicture> with = files.pictures();
            Problem.throwAny(sent.wrongAnswer(about.kind(), with));
            boolean later = about.kind() == Kind.CASE;
            List<SaidPicture> drawn = pictures.draw(with, !later);
            var extra = new Extra(later ? List.of() : drawn, "");
            Optional<Contribution> made =
                    contributions.answer(
                            reader, space, about, parent, next, sent.words(), named, extra);
            if (later && !drawn.isEmpty()) {
                return look(reader, next, drawn);
            }
            return made.map(
                            one ->
                                    new ModelAndView(
                                            "redirect:" + Discussions.pathOfNew(about, one)))
                    .orElseGet(() -> waits(about.path(), redirect));
        } catch (Problem problem) {
            var form = new Form(next, sent.words(), problem.forForm().all(), files.typed());
            return FormPage.of(
                    "discussions/one",
                    page(reader, space, about, form, Refused.NOTHING, 0, false),
                    form.problems());
        }
    }

    /** What came of a case. */
    @PostMapping("/discussions/{id}/summary")
    ModelAndView summarise(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam(defaultValue = "") String language,
            RedirectAttributes next) {
        Reader reader = readers.of(who);
        Discussion about = discussions.find(new ContributionId(id), reader);
        if (about.kind() != Kind.CASE) {
            throw unknown();
        }
        Space space = spaces.enter(about.space(), reader);
        Contribution opening =
                contributions.find(about.id(), reader).orElseThrow(DiscussionsController::unknown);
        try {
            if (!contributions.summarise(
                    reader, space, about, opening, Words.of(summary, language))) {
                next.addFlashAttribute("notice", Notice.of("discussions.edit.waits"));
            }
        } catch (Problem problem) {
            var refused =
                    Refused.of(
                            "summary",
                            Map.of("summary", summary),
                            problem.forForm().atField("summary"));
            return FormPage.of(
                    "discussions/one",
                    page(reader, space, about, empty(space), refused, 0, false),
                    refused.problems());
        }
        return new ModelAndView("redirect:" + about.path() + "#summary");
    }

    private static ModelAndView waits(String path, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Notice.of("discussions.waits"));
        return new ModelAndView("redirect:" + path);
    }

    private DiscussionPage page(
            Reader reader,
            Space space,
            Discussion about,
            Form form,
            Refused refused,
            int start,
            boolean thrifty) {
        Content content = contents.of(about, reader, start, addresses.of(about.path()));
        return new DiscussionPage(
                space,
                about,
                content.opening(),
                content.answers(),
                content.mayWriteTo(),
                content.beside(),
                reader,
                thrifty,
                form,
                refused,
                start == 0 ? "" : about.path() + "?from=" + Math.max(0, start - Contents.ANSWERS),
                content.more() ? about.path() + "?from=" + (start + Contents.ANSWERS) : "",
                content.canonical(),
                content.linkedData());
    }

    private static Kind kind(String key) {
        return Kind.ofKey(key).orElseThrow(DiscussionsController::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("discussions.problem.unknown");
    }

    static int start(String from) {
        return from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
    }
}
