package org.lisolo.server.publishing.gate;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.Limits;
import org.lisolo.server.publishing.Source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A draft as one network shows it: with a title where there is a place for one, in the words that
 * were written for its channel or else in the brief wording where the whole one does not fit, and
 * with the sources below it as long as they fit.
 *
 * @param title none where the network has no place for one
 */
public record Saying(@Nullable String title, String text) {

    public static Saying of(Draft draft, Target target) {
        Limits limits = target.limits();
        String chosen = target.tags().on(chosen(draft, target));
        String both = joined(chosen, cited(draft));
        return new Saying(
                limits.titled() && !draft.title().isBlank() ? draft.title() : null,
                limits.takes(both) ? both : chosen);
    }

    /** The words that are said there, with their links as they were written. */
    public static String before(Draft draft, Target target) {
        return chosen(draft, target);
    }

    private static String chosen(Draft draft, Target target) {
        String own = draft.variants().getOrDefault(target.channel(), "");
        if (!own.isBlank()) {
            return own;
        }
        String whole =
                target.limits().titled() ? draft.text() : joined(draft.title(), draft.text());
        boolean shorter =
                !draft.brief().isBlank() && !target.limits().takes(target.tags().on(whole));
        return shorter ? draft.brief() : whole;
    }

    private static String joined(String above, String below) {
        return above.isBlank() ? below : below.isBlank() ? above : above + "\n\n" + below;
    }

    private static String cited(Draft draft) {
        List<Source> sources = Source.parse(draft.sources());
        if (sources.isEmpty()) {
            return "";
        }
        String head = draft.language().equals("en") ? "Sources:\n" : "Sources\u00a0:\n";
        return sources.stream()
                .map(source -> (source.said() + " " + source.url()).strip())
                .collect(Collectors.joining("\n", head, ""));
    }
}
