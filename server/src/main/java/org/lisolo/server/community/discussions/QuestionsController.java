package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.discussions.DiscussionPages.SimilarPage;
import org.lisolo.server.community.discussions.DiscussionPages.WaitingPage;
import org.lisolo.server.community.discussions.Discussions.Found;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Badges;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Optional;

/** Questions by their words, and by how long they wait. */
@Controller
class QuestionsController {
    private static final int PAGE = 20;
    private static final int LONGEST_SENTENCE = 300;
    private static final String WAITING = "/questions/unanswered";

    private final Discussions discussions;
    private final Readers readers;
    private final Badges badges;

    QuestionsController(Discussions discussions, Readers readers, Badges badges) {
        this.discussions = discussions;
        this.readers = readers;
        this.badges = badges;
    }

    /** A page of its own, or only the list for the page on which somebody is asking. */
    @GetMapping("/questions/similar")
    ModelAndView similar(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "fr") String language,
            @RequestParam(defaultValue = "") String part) {
        String sentence = q.strip();
        if (sentence.length() > LONGEST_SENTENCE) {
            sentence = sentence.substring(0, LONGEST_SENTENCE);
        }
        return new ModelAndView(
                part.isEmpty() ? "discussions/similar" : "discussions/similarpart",
                "page",
                new SimilarPage(
                        sentence,
                        sentence.isEmpty()
                                ? List.of()
                                : discussions.similar(
                                        sentence, language, readers.of(who), Asks.SIMILAR)));
    }

    /**
     * For health professionals: their own speciality, unless they name one, and then what is put to
     * none.
     *
     * @param from where in those of the speciality
     * @param anybody where in those put to none, which begin on the last page of the others
     */
    @GetMapping(WAITING)
    ModelAndView waiting(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam @Nullable String speciality,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String anybody) {
        Reader reader = readers.of(who);
        Badge badge =
                badges.of(who.account())
                        .orElseThrow(() -> Problem.notFound("questions.problem.professionals"));
        Optional<Vocation> named =
                speciality == null
                        ? badge.speciality()
                        : Vocation.find(Vocation.Kind.SPECIALITY, speciality);
        int start = DiscussionsController.start(from);
        int later = named.isEmpty() ? 0 : DiscussionsController.start(anybody);
        Found own = later > 0 ? Found.NOTHING : own(named, reader, start);
        Found others =
                named.isEmpty() || own.more()
                        ? Found.NOTHING
                        : discussions.waitingForAnybody(reader, later, PAGE);
        String code = named.map(Vocation::code).orElse("");
        return new ModelAndView(
                "discussions/waiting",
                "page",
                new WaitingPage(
                        code,
                        own.rows(),
                        others.rows(),
                        newer(code, start, later),
                        older(code, own, others, start, later)));
    }

    private Found own(Optional<Vocation> named, Reader reader, int start) {
        return named.map(one -> discussions.waitingFor(one, reader, start, PAGE))
                .orElseGet(() -> discussions.waiting(reader, start, PAGE));
    }

    private static String newer(String code, int start, int later) {
        if (later > 0) {
            return page(code, start, Math.max(0, later - PAGE));
        }
        return start == 0 ? "" : page(code, Math.max(0, start - PAGE), 0);
    }

    private static String older(String code, Found own, Found others, int start, int later) {
        if (own.more()) {
            return page(code, start + PAGE, 0);
        }
        return others.more() ? page(code, start, later + PAGE) : "";
    }

    private static String page(String code, int start, int later) {
        return WAITING
                + "?speciality="
                + code
                + "&from="
                + start
                + (later == 0 ? "" : "&anybody=" + later);
    }
}
