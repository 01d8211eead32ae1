package org.lisolo.server.monitoring.identifiers;

import org.lisolo.screening.phi.PhiCategory;
import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Purpose;
import org.lisolo.server.people.SignedIn;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * The messages with marks as a test set, a line of JSON each, in the shape that {@code lisolo
 * evaluate phi} reads: the text, and what is found in it but what was marked as wrong.
 */
@Component
class MarkedTexts {
    private static final int AT_ONCE = 200;

    private final MarkStore marks;
    private final ScreenedWordsStore words;
    private final Messages messages;
    private final JsonMapper json = JsonMapper.shared();

    MarkedTexts(MarkStore marks, ScreenedWordsStore words, Messages messages) {
        this.marks = marks;
        this.words = words;
        this.messages = messages;
    }

    /** A marked text; offsets in code points. */
    private record Line(String id, String lang, String text, List<Labelled> spans) {}

    private record Labelled(int start, int end, String label, String text) {}

    void write(SignedIn who, Writer out) throws IOException {
        List<EventId> events = marks.before(who.organisation(), EventId.LAST, AT_ONCE);
        while (!events.isEmpty()) {
            Map<EventId, MessageEvent> said =
                    messages.events(
                            events,
                            // a test set, whatever else it may be for
                            Sight.of(who, Action.EXPORT_MARKED_WORDS, Purpose.RESEARCH));
            Map<EventId, ScreenedWords> screened = words.find(events);
            List<Mark> wrong = marks.of(who.organisation(), events);
            for (EventId id : events) {
                MessageEvent event = said.get(id);
                ScreenedWords found = screened.get(id);
                if (event != null && found != null) {
                    out.write(json.writeValueAsString(line(event, found.found(), wrong)));
                    out.write('\n');
                }
            }
            events = marks.before(who.organisation(), events.getLast(), AT_ONCE);
        }
        out.flush();
    }

    private static Line line(MessageEvent event, List<PhiFinding> found, List<Mark> wrong) {
        String text = Screened.words(event);
        return new Line(
                event.id().toString(),
                Screened.language(event),
                text,
                found.stream()
                        .filter(one -> wrong.stream().noneMatch(mark -> mark.isOn(event.id(), one)))
                        .map(one -> labelled(one, text))
                        .toList());
    }

    private static Labelled labelled(PhiFinding finding, String text) {
        return new Labelled(
                text.codePointCount(0, finding.span().start()),
                text.codePointCount(0, finding.span().end()),
                label(finding.category()),
                finding.span().in(text).toString());
    }

    /** As known texts have it: there a location may be a country, and an age may be any. */
    private static String label(PhiCategory category) {
        return switch (category) {
            case LOCATION -> "GEOGRAPHIC_LOCATION";
            case AGE -> "AGE_OVER_89";
            default -> category.name();
        };
    }
}
