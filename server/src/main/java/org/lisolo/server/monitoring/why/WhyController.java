package org.lisolo.server.monitoring.why;

import org.lisolo.screening.Excerpt;
import org.lisolo.screening.Explanation;
import org.lisolo.screening.Post;
import org.lisolo.screening.Query;
import org.lisolo.server.channels.ChannelNames;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.past.Fallen;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.UUID;

/** “Why did this match?” */
@Controller
class WhyController {
    /** Nobody reads more than that on a page. */
    private static final int LONGEST_EXPLAINED = 100_000;

    private final Rules rules;
    private final Messages messages;
    private final ChannelNames channels;

    WhyController(Rules rules, Messages messages, ChannelNames channels) {
        this.rules = rules;
        this.messages = messages;
        this.channels = channels;
    }

    /**
     * Explains a rule on an event.
     *
     * @param version of the rule; 0 for the one that stands
     */
    @GetMapping("/work/rules/{id}/why/{event}")
    ModelAndView why(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID event,
            @RequestParam(defaultValue = "0") int version) {
        List<Rule> versions = rules.versions(who, new RuleId(id));
        Rule rule =
                versions.stream()
                        .filter(one -> one.version() == version)
                        .findFirst()
                        .orElse(versions.getFirst());
        Sight sight = Sight.ofStaff(who.organisation());
        MessageEvent happened =
                messages.event(new EventId(event), sight)
                        .orElseThrow(() -> Problem.notFound("monitoring.why.gone"));
        if (!(Query.parse(rule.terms().query()) instanceof Query query)) {
            throw Problem.notFound("monitoring.why.gone");
        }
        MessageEvent standing = Fallen.of(List.of(happened), messages, sight).standing(happened);
        String channel = channels.of(happened.channel(), who.organisation());
        boolean deletion = happened.kind() == EventKind.DELETED;
        Post screened = Screened.post(standing, channel);
        Post post = deletion ? screened.withEvent(Post.Event.DELETED) : screened;
        if (post.text().length() > LONGEST_EXPLAINED) {
            throw Problem.invalid("monitoring.why.long", LONGEST_EXPLAINED);
        }
        Explanation why = Explanation.of(query, post);
        WhyPage page =
                new WhyPage(
                        rule,
                        rule.wording() == versions.getFirst().wording(),
                        "/work/archive/messages/" + happened.message(),
                        standing.author().shown(),
                        channel,
                        happened.receivedAt(),
                        deletion,
                        Excerpt.whole(post.text(), why.spans()),
                        WhyPage.part(why, post.text()));
        return new ModelAndView("monitoring/why", "page", page);
    }
}
