package org.lisolo.server.channels.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelSender;
import org.lisolo.server.channels.Reasons;
import org.lisolo.server.channels.format.Json;
import org.lisolo.server.channels.format.Reason;
import org.lisolo.server.channels.lisolo.LisoloFormat;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where programs hand over messages, as {@code docs/event-format.md} tells. */
@RestController
class EventsController {
    private static final Logger log = LoggerFactory.getLogger(EventsController.class);

    private final Intake intake;
    private final Reasons reasons;
    private final Path folder;
    private final Ids ids;

    EventsController(Intake intake, Reasons reasons, DataFolder data, Ids ids) throws IOException {
        this.intake = intake;
        this.reasons = reasons;
        this.folder = Files.createDirectories(data.resolve("answers"));
        this.ids = ids;
    }

    @GetMapping("/api/v1/event.schema.json")
    ResponseEntity<ClassPathResource> schema() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .body(new ClassPathResource("event.schema.json", LisoloFormat.class));
    }

    @PostMapping("/api/v1/events")
    void events(
            @AuthenticationPrincipal ChannelSender sender,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException, InterruptedException {
        if (isDocument(request)) {
            byte[] document = document(request);
            answering(response);
            document(sender.channel(), document, new AnswerJson(reasons, locale), response);
        } else {
            answering(response);
            lines(sender.channel(), request, new AnswerJson(reasons, locale), response);
        }
    }

    private static void answering(HttpServletResponse response) {
        response.setContentType("application/x-ndjson");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
    }

    private void lines(
            Channel channel,
            HttpServletRequest request,
            AnswerJson json,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Lines lines = new Lines(request.getInputStream(), Json.LARGEST);
        try (var reader = new LineReader(lines)) {
            List<Line> batch = reader.next();
            if (reader.hasEnded()) { // whoever sent all will read: nothing to keep meanwhile
                take(channel, batch, json, response.getOutputStream()::write);
            } else {
                stream(channel, reader, batch, json, response.getOutputStream());
            }
        }
    }

    private void stream(
            Channel channel, LineReader reader, List<Line> first, AnswerJson json, OutputStream out)
            throws IOException, InterruptedException {
        try (var writer = new AnswerWriter(folder.resolve(ids.next() + ".jsonl"), out)) {
            List<Line> batch = first;
            while (!batch.isEmpty() && take(channel, batch, json, writer::write)) {
                reader.done(batch);
                batch = reader.next();
            }
            writer.finish();
        }
    }

    /** Whether the lines are taken; else the answer says that they and the rest are not. */
    private boolean take(Channel channel, List<Line> batch, AnswerJson json, Answers answers)
            throws IOException {
        try {
            answers.write(json.lines(intake.take(channel, batch)));
            return true;
        } catch (RuntimeException e) {
            stopped(channel, e);
            answers.write(json.stopped(Reason.of("server.unavailable")));
            return false;
        }
    }

    /** Where answers go. */
    private interface Answers {
        void write(byte[] answers) throws IOException;
    }

    private void document(
            Channel channel, byte[] document, AnswerJson json, HttpServletResponse response)
            throws IOException {
        List<Line> elements = Documents.split(document);
        boolean taken = true;
        for (int from = 0; taken && from < elements.size(); from += Intake.LINES_A_BATCH) {
            int to = Math.min(from + Intake.LINES_A_BATCH, elements.size());
            List<Line> batch = elements.subList(from, to);
            taken = take(channel, batch, json, response.getOutputStream()::write);
        }
    }

    /** The class only: a message of an exception may hold a text. */
    private static void stopped(Channel channel, RuntimeException e) {
        log.warn(
                "what channel {} hands over was stopped: {}", channel.id(), e.getClass().getName());
    }

    private static byte[] document(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(Documents.LARGEST + 1);
        if (bytes.length > Documents.LARGEST) {
            throw Problem.of(
                    Problem.Kind.TOO_LARGE, "channels.document.tooLarge", Documents.LARGEST >> 20);
        }
        return bytes;
    }

    private static boolean isDocument(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT)
                        .matches("application/((activity|ld)\\+)?json\\s*(;.*)?");
    }
}
