package org.lisolo.server.people.letters;

import org.lisolo.server.people.Contact;

import java.time.Duration;
import java.util.List;

/**
 * Something to tell one person.
 *
 * @param language theirs, such as {@code fr}
 * @param text its words in the bundles are {@code <text>.subject} and {@code <text>.body}
 * @param arguments what the placeholders of both stand for
 * @param life for how long it is worth telling; undelivered by then, it is dropped
 */
public record Letter(
        Contact to, String language, String text, List<Object> arguments, Duration life) {
    /** One-time codes are worth nothing afterwards. */
    public static final Duration OF_A_CODE = Duration.ofMinutes(15);

    public static final Duration OF_NEWS = Duration.ofDays(3);

    public Letter {
        arguments = List.copyOf(arguments);
    }

    /** Neither the address nor the code. */
    @Override
    public String toString() {
        return "the letter " + text;
    }
}
