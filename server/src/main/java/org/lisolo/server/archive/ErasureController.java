package org.lisolo.server.archive;

import org.lisolo.server.archive.holds.Holds;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Erasing: asked first, said what will happen, and then for good. */
@Controller
class ErasureController {
    private static final int LONGEST_REASON = 300;

    private final Messages messages;
    private final Erasures erasures;
    private final Holds holds;

    ErasureController(Messages messages, Erasures erasures, Holds holds) {
        this.messages = messages;
        this.erasures = erasures;
        this.holds = holds;
    }

    @GetMapping("/work/archive/messages/{id}/erase")
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        return page(own(id, who), ErasurePage.Choice.NONE, List.of());
    }

    @PostMapping("/work/archive/messages/{id}/erase")
    ModelAndView erase(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes next) {
        Message message = own(id, who);
        var choice = new ErasurePage.Choice(what, reason.strip());
        List<Problem> problems = problems(choice);
        if (!problems.isEmpty()) {
            return page(message, choice, problems);
        }
        boolean ofAuthor = what.equals("author");
        if (!holds.on(who.organisation(), message, ofAuthor).isEmpty()) {
            holds.keepWaiting(who, message.id(), ofAuthor, choice.reason());
            next.addFlashAttribute("notice", Notice.of("holds.notice.waits"));
            return new ModelAndView("redirect:/work/archive/messages/" + id + "/erase");
        }
        int erased =
                ofAuthor
                        ? erasures.eraseAuthor(
                                who.organisation(),
                                message.current().author().networkId(),
                                who.account(),
                                choice.reason())
                        : erasures.eraseMessage(
                                who.organisation(), message.id(), who.account(), choice.reason());
        next.addFlashAttribute("notice", Notice.of("archive.erase.done", erased));
        return new ModelAndView("redirect:/work/archive");
    }

    private static List<Problem> problems(ErasurePage.Choice choice) {
        List<Problem> problems = new ArrayList<>();
        if (!choice.what().equals("message") && !choice.what().equals("author")) {
            problems.add(Problem.invalid("archive.erase.problem.what").atField("what"));
        }
        if (choice.reason().isEmpty()) {
            problems.add(Problem.invalid("archive.erase.problem.reason").atField("reason"));
        } else if (choice.reason().length() > LONGEST_REASON) {
            problems.add(
                    Problem.invalid("archive.erase.problem.reason_long", LONGEST_REASON)
                            .atField("reason"));
        }
        return problems;
    }

    /** An organisation decides over what came through its own channels, nothing else. */
    private Message own(UUID id, SignedIn who) {
        return messages.find(new MessageId(id), Sight.of(who, Action.ERASE_MESSAGES))
                .filter(found -> found.current().organisation().equals(who.organisation()))
                .orElseThrow(() -> Problem.notFound("archive.problem.not_found"));
    }

    private ModelAndView page(Message message, ErasurePage.Choice choice, List<Problem> problems) {
        MessageEvent current = message.current();
        ErasurePage page =
                new ErasurePage(
                        message.id(),
                        current.author().shown(),
                        Appearance.of(current),
                        message.events().size(),
                        choice,
                        holds.on(current.organisation(), message, true),
                        problems);
        return new ModelAndView("archive/erase", "page", page);
    }
}
