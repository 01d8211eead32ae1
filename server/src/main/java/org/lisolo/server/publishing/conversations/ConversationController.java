package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.ConversationId;
import org.springframework.context.i18n.LocaleContextHolder;
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

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One conversation, and the steps on it. */
@Controller
@RequestMapping(Conversations.PATH + "/{id}")
class ConversationController {
    private final Conversations conversations;
    private final ConversationViews views;
    private final ReplyDesks desks;
    private final Messages messages;

    ConversationController(
            Conversations conversations,
            ConversationViews views,
            ReplyDesks desks,
            Messages messages) {
        this.conversations = conversations;
        this.views = views;
        this.desks = desks;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answered) {
        return page(who, id, "", List.of(), answered);
    }

    @PostMapping("/take")
    ModelAndView take(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes next) {
        return doing(
                who,
                id,
                "",
                () -> {
                    conversations.take(who, new ConversationId(id), version);
                    next.addFlashAttribute("notice", Notice.of("conversations.notice.taken"));
                    return isList(back) ? back : Conversations.PATH + "/" + id;
                });
    }

    private static boolean isList(String back) {
        return back.matches(Conversations.PATH + "(\\?[A-Za-z0-9=&_~:.%+-]*)?");
    }

    @PostMapping("/release")
    ModelAndView release(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes next) {
        return doing(
                who,
                id,
                "",
                () -> {
                    conversations.release(who, new ConversationId(id), version);
                    return done(next, "released", id);
                });
    }

    @PostMapping("/give")
    ModelAndView give(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes next) {
        return doing(
                who,
                id,
                "",
                () -> {
                    give(who, new ConversationId(id), version, to);
                    return done(next, "given", id);
                });
    }

    private void give(SignedIn who, ConversationId id, int version, String to) {
        String[] parts = to.split(":", 2);
        UUID whom =
                Addresses.id(parts[parts.length - 1])
                        .orElseThrow(
                                () ->
                                        Problem.invalid("conversations.problem.nobody")
                                                .atField("to"));
        if (parts[0].equals("team")) {
            conversations.give(who, id, version, new TeamId(whom));
        } else {
            conversations.give(who, id, version, new AccountId(whom));
        }
    }

    @PostMapping("/notes")
    ModelAndView note(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        return doing(
                who,
                id,
                note,
                () -> {
                    conversations.note(who, new ConversationId(id), note);
                    return done(next, "noted", id) + "#history";
                });
    }

    /** To another state: {@code wait}, {@code close}, {@code not-ours}, {@code elsewhere}… */
    @PostMapping("/turn")
    ModelAndView turn(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes next) {
        return doing(
                who,
                id,
                "",
                () -> {
                    var talk = new ConversationId(id);
                    switch (to) {
                        case "wait" -> conversations.await(who, talk, version);
                        case "close" -> conversations.close(who, talk, version);
                        case "not-ours" -> conversations.leave(who, talk, version);
                        case "elsewhere" -> conversations.answeredElsewhere(who, talk, version);
                        case "reopen" -> conversations.reopen(who, talk, version);
                        default -> throw Problem.invalid("conversations.problem.moved");
                    }
                    return done(next, "turned", id);
                });
    }

    @PostMapping("/case")
    ModelAndView openCase(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return new ModelAndView(
                "redirect:/work/cases/" + conversations.openCase(who, new ConversationId(id)));
    }

    /** Says that who wrote this message is the organisation itself. */
    @PostMapping("/ours")
    ModelAndView ours(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String message,
            RedirectAttributes next) {
        Message said =
                Addresses.id(message)
                        .map(MessageId::new)
                        .flatMap(one -> messages.find(one, ConversationViews.sight(who)))
                        .filter(one -> one.current().organisation().equals(who.organisation()))
                        .orElseThrow(() -> Problem.notFound("conversations.problem.unknown"));
        conversations.isOurs(who, new ConversationId(id), said.current());
        return new ModelAndView("redirect:" + done(next, "ours", id));
    }

    private static String done(RedirectAttributes next, String what, UUID id) {
        next.addFlashAttribute("notice", Notice.of("conversations.notice." + what));
        return Conversations.PATH + "/" + id;
    }

    /** A step that says where to go on. */
    private interface Deed {
        String take();
    }

    /** Does it; what is wrong is told on the page, which shows how things stand now. */
    private ModelAndView doing(SignedIn who, UUID id, String note, Deed deed) {
        try {
            return new ModelAndView("redirect:" + deed.take());
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND
                    || problem.kind() == Problem.Kind.FORBIDDEN) {
                throw problem;
            }
            ModelAndView page = page(who, id, note, List.of(problem), "");
            page.setStatus(
                    problem.kind() == Problem.Kind.CONFLICT
                            ? HttpStatus.CONFLICT
                            : HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(
            SignedIn who, UUID id, String note, List<Problem> problems, String answered) {
        Locale locale = LocaleContextHolder.getLocale();
        Conversation talk = conversations.own(who, new ConversationId(id));
        Optional<ReplyDesk> desk =
                who.may(Action.ANSWER_CONVERSATIONS)
                        ? Optional.of(desks.begun(who, talk, answered, locale))
                        : Optional.empty();
        return new ModelAndView(
                "conversations/one", "page", views.page(who, talk, note, problems, desk));
    }
}
