package org.lisolo.cli.screening;

import org.lisolo.screening.Explanation;
import org.lisolo.screening.RuleSet;
import org.lisolo.screening.Screener;
import org.lisolo.screening.Span;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Screens some lines and writes an answer for each that matched. For one thread at a time. */
final class MatchLines {
    private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

    private final RuleSet rules;
    private final Screener screener;
    private final boolean why;
    private final Locale locale;
    private final CodePoints codePoints = new CodePoints();

    /**
     * What came of some lines.
     *
     * @param output JSON lines, each with its line end
     * @param errors of lines that could not be read
     */
    record Answer(
            ByteArrayOutputStream output,
            List<String> errors,
            int posts,
            int postsMatched,
            int matches,
            Set<String> rules) {}

    MatchLines(RuleSet rules, boolean why, Locale locale) {
        this.rules = rules;
        this.screener = rules.screener();
        this.why = why;
        this.locale = locale;
    }

    Answer screen(Lines.Batch batch) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Tally tally = new Tally();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), output)) {
            for (int i = 0; i < batch.lines().size(); i++) {
                String line = batch.lines().get(i);
                if (!line.isBlank()) {
                    try {
                        one(PostLine.read(line), json, tally);
                        if (screener.undecided() > 0) {
                            tally.errors.add(
                                    Wording.of(
                                            "input.line",
                                            locale,
                                            batch.source(),
                                            batch.firstLine() + i,
                                            Wording.of(
                                                    "input.undecided",
                                                    locale,
                                                    screener.undecided())));
                        }
                    } catch (PostLine.Unreadable e) {
                        tally.errors.add(
                                Wording.of(
                                        "input.line",
                                        locale,
                                        batch.source(),
                                        batch.firstLine() + i,
                                        e.sentence(locale)));
                    }
                }
            }
        }
        if (tally.postsMatched > 0) {
            output.write('\n');
        }
        return new Answer(
                output, tally.errors, tally.posts, tally.postsMatched, tally.matches, tally.rules);
    }

    private static final class Tally {
        private final List<String> errors = new ArrayList<>();
        private final Set<String> rules = new HashSet<>();
        private int posts;
        private int postsMatched;
        private int matches;
    }

    private void one(PostLine line, JsonGenerator json, Tally tally) {
        int matches = screener.screen(line.post());
        tally.posts++;
        if (matches == 0 && screener.undecided() == 0) {
            return;
        }
        tally.postsMatched++;
        tally.matches += matches;
        codePoints.read(line.post().text());
        json.writeStartObject();
        json.writeName("id");
        if (line.idIsNumber()) {
            json.writeNumber(line.id());
        } else {
            json.writeString(line.id());
        }
        json.writeName("rules");
        json.writeStartArray();
        for (int i = 0; i < matches; i++) {
            json.writeString(screener.ruleId(i));
            tally.rules.add(screener.ruleId(i));
        }
        json.writeEndArray();
        spans(json, matches);
        undecided(json);
        if (why) {
            why(line, json, matches);
        }
        json.writeEndObject();
    }

    private void undecided(JsonGenerator json) {
        if (screener.undecided() > 0) {
            json.writeName("undecided");
            json.writeStartArray();
            for (int i = 0; i < screener.undecided(); i++) {
                json.writeString(screener.undecidedRuleId(i));
            }
            json.writeEndArray();
        }
    }

    private void spans(JsonGenerator json, int matches) {
        json.writeName("spans");
        json.writeStartArray();
        for (int i = 0; i < matches; i++) {
            for (int s = screener.spanFrom(i); s < screener.spanTo(i); s++) {
                json.writeStartObject();
                json.writeStringProperty("rule", screener.ruleId(i));
                offsets(json, screener.spanStart(s), screener.spanEnd(s));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void offsets(JsonGenerator json, int start, int end) {
        json.writeNumberProperty("start", codePoints.before(start));
        json.writeNumberProperty("end", codePoints.before(end));
    }

    private void why(PostLine line, JsonGenerator json, int matches) {
        json.writeName("why");
        json.writeStartArray();
        for (int i = 0; i < matches; i++) {
            String rule = screener.ruleId(i);
            rules.explain(rule, line.post())
                    .ifPresent(
                            explanation -> {
                                json.writeStartObject();
                                json.writeStringProperty("rule", rule);
                                explanation(explanation, line.post().text(), json);
                                json.writeEndObject();
                            });
        }
        json.writeEndArray();
    }

    private void explanation(Explanation explanation, String text, JsonGenerator json) {
        json.writeStringProperty("part", explanation.part().toString());
        json.writeBooleanProperty("matched", explanation.matched());
        json.writeName("words");
        json.writeStartArray();
        for (Span span : explanation.spans()) {
            json.writeStartObject();
            json.writeStringProperty("text", span.in(text).toString());
            offsets(json, span.start(), span.end());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!explanation.parts().isEmpty()) {
            json.writeName("parts");
            json.writeStartArray();
            for (Explanation part : explanation.parts()) {
                json.writeStartObject();
                explanation(part, text, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
