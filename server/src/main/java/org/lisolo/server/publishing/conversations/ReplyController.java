package org.lisolo.server.publishing.conversations;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.posts.Post;
import org.lisolo.server.publishing.posts.PostState;
import org.lisolo.server.publishing.posts.Replies;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An answer in a conversation: begun, looked at by the gate, sent. */
@Controller
@RequestMapping(Conversations.PATH + "/{id}/reply")
class ReplyController {
    private final Conversations conversations;
    private final ConversationReplies answers;
    private final ConversationViews views;
    private final ReplyDesks desks;
    private final Replies replies;
    private final SavedReplies saved;

    ReplyController(
            Conversations conversations,
            ConversationReplies answers,
            ConversationViews views,
            ReplyDesks desks,
            Replies replies,
            SavedReplies saved) {
        this.conversations = conversations;
        this.answers = answers;
        this.views = views;
        this.desks = desks;
        this.replies = replies;
        this.saved = saved;
    }

    /** Keeps what is typed and shows what the gate says: as somebody types, or by a button. */
    @PostMapping("/check")
    ModelAndView check(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partly,
            Locale locale) {
        var form = new ReplyForm(typed);
        Conversation talk = conversations.own(who, new ConversationId(id));
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            return page(who, talk, form, Optional.empty(), problems, locale);
        }
        Replies.Kept kept = answers.keep(who, talk, form);
        if (partly != null) {
            var check = replies.check(who, kept.post(), kept.kept(), locale);
            var desk = desks.desk(who, talk, form, Optional.of(check), List.of(), false);
            return new ModelAndView("conversations/check", "page", desk);
        }
        return page(who, talk, form, Optional.of(kept), problems, locale);
    }

    /** Puts a ready answer into the form, with what was filled into its blanks. */
    @PostMapping("/fill")
    ModelAndView fill(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Locale locale) {
        var form = new ReplyForm(typed);
        Conversation talk = conversations.own(who, new ConversationId(id));
        Optional<SavedReplies.Ready> ready =
                saved.find(who.organisation(), form.value("saved"), form.language());
        if (ready.isEmpty()) {
            return page(
                    who,
                    talk,
                    form,
                    Optional.empty(),
                    List.of(Problem.invalid("conversations.problem.ready").atField("saved")),
                    locale);
        }
        List<String> blanks = ready.get().blanks();
        Map<String, String> fields = new HashMap<>();
        fields.put("text", ready.get().filled(form.filled(blanks)));
        fields.put("considered", "");
        fields.put("piece", "");
        ready.get().from().ifPresent(from -> fields.putAll(ReplyDesks.fields(from)));
        ReplyForm filled = form.with(fields);
        Replies.Kept kept = answers.keep(who, talk, filled);
        var check = replies.check(who, kept.post(), kept.kept(), locale);
        var desk = desks.desk(who, talk, filled, Optional.of(check), blanks, false);
        return new ModelAndView(
                "conversations/one",
                "page",
                views.page(who, talk, "", List.of(), Optional.of(desk)));
    }

    @PostMapping("/send")
    ModelAndView send(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Locale locale,
            RedirectAttributes next) {
        var form = new ReplyForm(typed);
        var talk = new ConversationId(id);
        try {
            if (!form.problems().isEmpty()) {
                throw form.problems().getFirst();
            }
            Replies.Kept kept = answers.keep(who, conversations.own(who, talk), form);
            if (!kept.kept()) {
                throw Problem.conflict("posts.problem.changed");
            }
            Post sent = answers.send(who, talk, form, kept.post());
            next.addFlashAttribute(
                    "notice",
                    Notice.of(
                            sent.state() == PostState.ASKED
                                    ? "posts.notice.asked"
                                    : "conversations.notice.sent"));
            return new ModelAndView("redirect:" + Conversations.PATH + "/" + id);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND
                    || problem.kind() == Problem.Kind.FORBIDDEN) {
                throw problem;
            }
            return page(
                    who,
                    conversations.own(who, talk),
                    form,
                    Optional.empty(),
                    List.of(problem),
                    locale);
        }
    }

    @PostMapping("/discard")
    ModelAndView discard(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        answers.discard(who, new ConversationId(id));
        return new ModelAndView("redirect:" + Conversations.PATH + "/" + id);
    }

    private ModelAndView page(
            SignedIn who,
            Conversation talk,
            ReplyForm form,
            Optional<Replies.Kept> kept,
            List<Problem> problems,
            Locale locale) {
        Optional<Post> draft = kept.map(Replies.Kept::post).or(() -> replies.draft(who, talk.id()));
        boolean stands = kept.map(Replies.Kept::kept).orElse(true);
        boolean second = problems.stream().anyMatch(ConversationReplies::isSecond);
        var desk =
                desks.desk(
                        who,
                        talk,
                        form,
                        draft.map(post -> replies.check(who, post, stands, locale)),
                        List.of(),
                        second);
        var page =
                new ModelAndView(
                        "conversations/one",
                        "page",
                        views.page(who, talk, "", problems, Optional.of(desk)));
        if (!problems.isEmpty()) {
            page.setStatus(second ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
