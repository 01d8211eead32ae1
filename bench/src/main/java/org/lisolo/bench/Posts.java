package org.lisolo.bench;

import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Payload;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Made-up posts, the same in every run: 10 to 50 words of a vocabulary of 20,000 whose n-th word is
 * as frequent as 1/n, a payload of 1.2 KB around them (ActivityPub's are 1.5 KB in the mean,
 * Bluesky's 0.6), every third a reply. Not thread-safe.
 */
final class Posts {
    private static final int VOCABULARY = 20_000;
    private static final int BODIES = 4_096;
    private static final int PAYLOAD_BYTES = 1_200;
    private static final String[] SYLLABLES = {
        "ba", "be", "bo", "da", "di", "fu", "ga", "ka", "ki", "ko", "la", "le", "li", "lo", "ma",
        "mbe", "mo", "mu", "na", "nde", "ngo", "nza", "pa", "pe", "sa", "si", "ta", "te", "ti",
        "tu", "wa", "ya", "yo", "za", "é", "è", "ro", "ru", "cho", "vi"
    };

    private final ChannelId channel;
    private final OrganisationId organisation;
    private final Clock clock = Clock.systemUTC();
    private final Random random = new Random(7);
    private final Ids ids = new Ids(clock, random);
    private final List<String> words;
    private final List<Body> bodies;
    private int made;

    private record Body(String text, Payload payload) {}

    Posts(ChannelId channel, OrganisationId organisation) {
        this.channel = channel;
        this.organisation = organisation;
        this.words = IntStream.range(0, VOCABULARY).mapToObj(this::word).toList();
        this.bodies = IntStream.range(0, BODIES).mapToObj(_ -> body()).toList();
    }

    List<Arrival> next(int count) {
        List<Arrival> arrivals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arrivals.add(next(""));
        }
        return arrivals;
    }

    /** One that also says the given words. */
    Arrival next(String also) {
        Body body = bodies.get(made % BODIES);
        Instant now = clock.instant();
        int number = made++;
        // a conversation is three posts: one and two replies to it
        String root = "post-" + (number - number % 3);
        boolean reply = number % 3 != 0;
        MessageEvent event =
                new MessageEvent(
                        new EventId(ids.next()),
                        EventKind.CREATED,
                        channel,
                        "post-" + number,
                        new Author("u-" + number % 997, "@u" + number % 997, "Somebody"),
                        organisation,
                        Visibility.PUBLIC,
                        "fr",
                        reply ? root : null,
                        reply ? root : null,
                        null,
                        now,
                        now,
                        null,
                        also.isEmpty() ? body.text : body.text + " " + also,
                        null,
                        List.of());
        return new Arrival(event, body.payload);
    }

    /**
     * The same as a line of the event format.
     *
     * @param run sets the ids of one run apart from another's
     */
    String line(String run, String also) {
        Body body = bodies.get(made % BODIES);
        int number = made++;
        return "{\"event\":\"create\",\"id\":\""
                + run
                + number
                + "\",\"author\":{\"id\":\"u-"
                + number % 997
                + "\"},\"language\":\"fr\",\"text\":\""
                + (also.isEmpty() ? body.text : body.text + " " + also)
                + "\"}\n";
    }

    /**
     * Rules in the query language: of ten, four of one word, two of two words with AND, three of
     * three with OR, one phrase. The words of the first and third kind stand in no post of ours
     * unless it is planted; the others are the vocabulary's.
     */
    List<String> rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                switch (i % 10) {
                                    case 0, 1, 2, 3 -> planted(i);
                                    case 4, 5 -> words.get(3_000 + i) + " AND " + words.get(50 + i);
                                    case 6, 7, 8 ->
                                            planted(i)
                                                    + " OR x"
                                                    + planted(i)
                                                    + " OR y"
                                                    + planted(i);
                                    default ->
                                            '"'
                                                    + words.get(200 + i)
                                                    + " "
                                                    + words.get(90 + i)
                                                    + '"';
                                })
                .toList();
    }

    /** A word that makes a rule of {@link #rules} true; {@code i % 10} is at most 3. */
    static String planted(int i) {
        return "guet" + Integer.toString(i, 36) + "r";
    }

    private Body body() {
        int length = 10 + random.nextInt(41);
        String text =
                IntStream.range(0, length)
                        .mapToObj(_ -> frequentWord())
                        .collect(Collectors.joining(" "));
        byte[] bytes = new byte[PAYLOAD_BYTES];
        byte[] start =
                ("{\"type\":\"Create\",\"content\":\"" + text).getBytes(StandardCharsets.UTF_8);
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = i < start.length ? start[i] : (byte) ('a' + (bytes[i] & 15));
        }
        return new Body(text, new Payload("application/activity+json", bytes));
    }

    private String frequentWord() {
        return words.get((int) Math.exp(random.nextDouble() * Math.log(VOCABULARY)) - 1);
    }

    /** The number in the syllables' base, scrambled so that neighbours differ, and never twice. */
    private String word(int number) {
        int rest = (int) (number * 39_989L % 64_000);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return word.toString();
    }
}
