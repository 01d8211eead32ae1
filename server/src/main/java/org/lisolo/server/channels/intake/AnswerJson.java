package org.lisolo.server.channels.intake;

import org.lisolo.server.channels.Reasons;
import org.lisolo.server.channels.format.Reason;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Answers as lines of JSON, as {@code docs/event-format.md} tells them. */
record AnswerJson(Reasons reasons, Locale locale) {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    byte[] lines(List<Answer> answers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(answers.size() * 100);
        answers.forEach(answer -> write(answer, out));
        return out.toByteArray();
    }

    /** The last line, where not all could be taken. */
    byte[] stopped(Reason reason) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("status", "stopped");
            because(json, reason);
            json.writeEndObject();
        }
        out.write('\n');
        return out.toByteArray();
    }

    private void write(Answer answer, ByteArrayOutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("line", answer.line());
            switch (answer) {
                case Answer.Accepted(_, UUID id) -> status(json, "accepted", id);
                case Answer.Known(_, UUID id) -> status(json, "known", id);
                case Answer.Ignored(_, Reason reason) -> {
                    json.writeStringProperty("status", "ignored");
                    because(json, reason);
                }
                case Answer.SetAside(_, UUID id, Reason reason) -> {
                    status(json, "set-aside", id);
                    because(json, reason);
                }
                case Answer.Refused(_, Reason reason) -> {
                    json.writeStringProperty("status", "refused");
                    because(json, reason);
                }
            }
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void status(JsonGenerator json, String status, UUID id) {
        json.writeStringProperty("status", status);
        json.writeStringProperty("id", id.toString());
    }

    private void because(JsonGenerator json, Reason reason) {
        json.writeStringProperty("code", reason.code());
        json.writeStringProperty("reason", reasons.say(reason, locale));
    }
}
