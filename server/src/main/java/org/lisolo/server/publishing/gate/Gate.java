package org.lisolo.server.publishing.gate;

import org.lisolo.screening.Span;
import org.lisolo.screening.phi.PublicFacts;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Cleared;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Outgoing;
import org.lisolo.server.message.Picture;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.releases.ReleaseId;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What stands between a draft and the public, always on. It looks at words, says what it found and
 * why, and clears what nothing stops. Nothing else makes a {@link Cleared}, and the outbox takes
 * nothing else.
 */
@Service
public class Gate {
    /** A network that is away for longer than this gets nothing without a new look. */
    private static final Duration COUNTS_FOR = Duration.ofDays(2);

    private final PersonFindings persons;
    private final RuleFindings rules;
    private final Phrases phrases;
    private final Clock clock;

    Gate(PersonFindings persons, RuleFindings rules, Phrases phrases, Clock clock) {
        this.persons = persons;
        this.rules = rules;
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * What there is to say of a draft, by place: of all its words, for whichever channel they are.
     *
     * @param targets where it is to be said
     * @param reader in whose language reasons are given
     */
    public Verdict look(Draft draft, List<Target> targets, Locale reader) {
        List<Finding> findings = new ArrayList<>(tooLong(draft, targets));
        if (draft.signature() == Draft.Signature.LAPSED) {
            findings.add(new Finding(Concern.LAPSED, "text", new Span(0, 0), "", "", "", ""));
        }
        PublicFacts facts = persons.publicOf(draft.organisation());
        draft.parts()
                .forEach(
                        (part, text) -> {
                            findings.addAll(
                                    persons.in(part, text, facts, draft.language(), reader));
                            findings.addAll(phrases(draft, part, text));
                            if (!draft.isSigned()) {
                                findings.addAll(
                                        rules.in(
                                                part,
                                                text,
                                                draft.organisation(),
                                                draft.language()));
                            }
                        });
        findings.addAll(PictureFindings.in(draft));
        findings.sort(
                Comparator.comparing((Finding f) -> f.concern().weight())
                        .thenComparing(Finding::concern));
        return new Verdict(findings, answered(findings, draft, targets));
    }

    /** What a release answers on all the channels, by the keys of the findings. */
    private Map<String, ReleaseId> answered(
            List<Finding> findings, Draft draft, List<Target> targets) {
        Set<ChannelKind> where = targets.stream().map(Target::kind).collect(Collectors.toSet());
        Map<String, ReleaseId> answered = new HashMap<>();
        for (Finding finding : findings) {
            draft.released()
                    .answering(finding, draft, where, clock.instant())
                    .ifPresent(release -> answered.put(finding.key(), release));
        }
        return answered;
    }

    private List<Finding> phrases(Draft draft, String part, String text) {
        List<Finding> found = new ArrayList<>();
        for (Phrases.Turn turn : phrases.in(text)) {
            if (matters(turn.concern(), draft)) {
                found.add(
                        new Finding(
                                turn.concern(),
                                part,
                                turn.span(),
                                turn.span().in(text).toString(),
                                "",
                                "",
                                ""));
            }
        }
        return found;
    }

    /** What a clinician has signed is not asked about again; a source answers a claim. */
    private static boolean matters(Concern concern, Draft draft) {
        return switch (concern) {
            case PERSON, PICTURE, UNSAID, NAMELESS, BLANK, LAPSED, LENGTH -> true;
            case CARE -> draft.replyTo() != null;
            case CLAIM -> !draft.isSigned() && draft.sources().isBlank();
            case DOSE, ADVICE, ADVERTISING, COLLEAGUE, BOUNDARY, RULE -> !draft.isSigned();
        };
    }

    private static List<Finding> tooLong(Draft draft, List<Target> targets) {
        List<Finding> found = new ArrayList<>();
        for (Target target : targets) {
            int more = target.limits().tooLongBy(Saying.of(draft, target).text());
            if (more > 0) {
                found.add(
                        new Finding(
                                Concern.LENGTH,
                                part(draft, target),
                                new Span(0, 0),
                                "",
                                target.name(),
                                Integer.toString(more),
                                ""));
            }
        }
        return found;
    }

    private static String part(Draft draft, Target target) {
        return draft.variants().getOrDefault(target.channel(), "").isBlank()
                ? "text"
                : Draft.VARIANT + target.channel();
    }

    /**
     * Looks once more, and clears just what it has seen.
     *
     * @param post what it belongs to
     * @param kind whether it creates or edits
     * @param overruled the keys of findings that who may has overruled for just these words
     * @param considered whether whoever wrote it has thought of what the gate asks about
     * @throws Problem if something stops it
     */
    public Cleared clear(
            Draft draft,
            UUID post,
            EventKind kind,
            Target target,
            Set<String> overruled,
            boolean considered) {
        Verdict verdict = look(draft, List.of(target), Locale.FRENCH);
        if (!verdict.toMend().isEmpty() || !verdict.stopping(overruled).isEmpty()) {
            throw Problem.conflict("gate.problem.stopped");
        }
        if (!verdict.asking().isEmpty() && !considered) {
            throw Problem.conflict("gate.problem.asking");
        }
        Saying saying = Saying.of(draft, target);
        var what =
                new Outgoing(
                        post,
                        kind,
                        draft.organisation(),
                        target.channel(),
                        draft.language(),
                        saying.title(),
                        saying.text(),
                        draft.replyTo(),
                        pictures(draft, target));
        return Cleared.byTheGate(what, clock.instant().plus(COUNTS_FOR));
    }

    /** As many as the network shows. */
    private static List<Picture> pictures(Draft draft, Target target) {
        return draft.pictures().stream().limit(target.limits().pictures().most()).toList();
    }

    /** To take something down needs no look at it. */
    public Cleared clearRemoval(OrganisationId organisation, UUID post, ChannelId channel) {
        var what = new Outgoing(post, EventKind.DELETED, organisation, channel, null, null, "");
        return Cleared.byTheGate(what, clock.instant().plus(COUNTS_FOR));
    }
}
