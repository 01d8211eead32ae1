package org.lisolo.server.channels.intake;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.format.Delivery;
import org.lisolo.server.channels.format.Format;
import org.lisolo.server.channels.format.Reading;
import org.lisolo.server.channels.format.Reason;
import org.lisolo.server.message.Acceptance;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Payload;
import org.lisolo.server.platform.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes lines in: reads each, keeps what it holds, and answers for every one. When it answers, what
 * is accepted or set aside is durable. Safe from many threads.
 */
@Service
public class Intake {
    /** A batch is one commit; it is no larger than this, so that memory is bounded. */
    public static final int LINES_A_BATCH = 1_000;

    public static final int BYTES_A_BATCH = 4 * 1_048_576;

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Inbox inbox;
    private final Blobs blobs;
    private final SetAsideStore aside;
    private final Ids ids;
    private final Clock clock;
    private final IntakeCounts counts;

    Intake(
            Inbox inbox,
            Blobs blobs,
            SetAsideStore aside,
            Ids ids,
            Clock clock,
            IntakeCounts counts) {
        this.inbox = inbox;
        this.blobs = blobs;
        this.aside = aside;
        this.ids = ids;
        this.clock = clock;
        this.counts = counts;
    }

    /**
     * Answers in the order of the lines.
     *
     * @throws RuntimeException if the database did not answer: some of the lines may be kept, and
     *     giving all of them again does no harm
     */
    public List<Answer> take(Channel channel, List<Line> lines) {
        Batch batch = new Batch(channel);
        lines.forEach(batch::read);
        batch.keep();
        List<Answer> answers = batch.answers(lines);
        counts.count(answers);
        return answers;
    }

    private final class Batch {
        private final Channel channel;
        private final Format format;
        private final Delivery delivery;
        private final Map<Line, List<Arrival>> arrivals = new LinkedHashMap<>();
        private final Map<Line, Answer> answers = new LinkedHashMap<>();
        private final Map<Line, Reason> notUnderstood = new LinkedHashMap<>();

        Batch(Channel channel) {
            this.channel = channel;
            this.format = channel.kind().format();
            this.delivery =
                    new Delivery(
                            channel.id(),
                            channel.organisation(),
                            channel.visibility(),
                            clock.instant(),
                            ids::next);
        }

        void read(Line line) {
            if (line.tooLong()) {
                answers.put(line, new Answer.Refused(line.number(), Reason.of("line.too-long")));
                return;
            }
            switch (reading(line)) {
                case Reading.Understood understood -> {
                    understood.files().forEach(blobs::keep);
                    Payload payload = new Payload(format.mediaType(), line.bytes());
                    arrivals.put(
                            line,
                            understood.events().stream()
                                    .map(event -> new Arrival(event, payload))
                                    .toList());
                }
                case Reading.NothingToKeep nothing ->
                        answers.put(line, new Answer.Ignored(line.number(), nothing.reason()));
                case Reading.NotUnderstood not -> notUnderstood.put(line, not.reason());
            }
        }

        /** A format promises not to throw; if one breaks that, the payload is not lost for it. */
        private Reading reading(Line line) {
            try {
                return format.read(line.bytes(), delivery);
            } catch (RuntimeException | StackOverflowError e) {
                // where it failed and no message: that may quote the payload
                log.error(
                        "a format failed on a payload of channel {}: {} {}",
                        channel.id(),
                        e.getClass().getName(),
                        Arrays.stream(e.getStackTrace()).limit(5).toList());
                return new Reading.NotUnderstood(Reason.of("failed"));
            }
        }

        void keep() {
            List<Line> lines = List.copyOf(arrivals.keySet());
            try {
                keep(lines);
            } catch (DataIntegrityViolationException e) {
                lines.forEach(this::keepAlone);
            }
            if (channel.kind().mendable()) {
                notUnderstood.forEach(
                        (line, reason) ->
                                answers.put(line, new Answer.Refused(line.number(), reason)));
            } else if (!notUnderstood.isEmpty()) {
                answers.putAll(aside.keep(channel, format.mediaType(), notUnderstood, delivery));
            }
        }

        private void keepAlone(Line line) {
            try {
                keep(List.of(line));
            } catch (DataIntegrityViolationException e) {
                log.error("the database refused an event of channel {}", channel.id());
                notUnderstood.put(line, Reason.of("failed"));
            }
        }

        private void keep(List<Line> lines) {
            List<Arrival> all = new ArrayList<>();
            lines.forEach(line -> all.addAll(arrivals.getOrDefault(line, List.of())));
            List<Acceptance> accepted = inbox.accept(all);
            int from = 0;
            for (Line line : lines) {
                int to = from + arrivals.getOrDefault(line, List.of()).size();
                answers.put(line, answer(line, accepted.subList(from, to)));
                from = to;
            }
        }

        private static Answer answer(Line line, List<Acceptance> acceptances) {
            UUID first = acceptances.getFirst().event().value();
            boolean known = acceptances.stream().allMatch(Acceptance.Known.class::isInstance);
            return known
                    ? new Answer.Known(line.number(), first)
                    : new Answer.Accepted(line.number(), first);
        }

        List<Answer> answers(List<Line> lines) {
            return lines.stream()
                    .map(
                            line -> {
                                Answer answer = answers.get(line);
                                if (answer == null) {
                                    throw new IllegalStateException("a line without an answer");
                                }
                                return answer;
                            })
                    .toList();
        }
    }
}
