package org.lisolo.server.platform;

import java.util.List;
import java.util.stream.Stream;

/**
 * The caller's mistake: thrown anywhere, shown by {@code web} as a page for people and as RFC 9457
 * for programs. It carries no text of its own, only the key of a sentence in the message bundles
 * and what goes into it; so it can be told in the reader's language, and its message can be logged
 * without telling what anybody wrote. Arguments are shown to the caller: nothing secret, no one
 * else's words.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final transient Place place;
    private final transient List<Problem> beside;

    private Problem(
            Kind kind, String code, List<Object> arguments, Place place, List<Problem> beside) {
        // no stack trace: a mistake of the caller is no fault of the program, and imports make many
        super(kind + " " + code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.arguments = arguments;
        this.place = place;
        this.beside = List.copyOf(beside);
    }

    /**
     * A problem of any kind, said of the whole of what was sent.
     *
     * @param code key of the sentence in the message bundles, such as {@code rule.name.missing}
     * @param arguments what the sentence's placeholders stand for, in their order
     */
    public static Problem of(Kind kind, String code, Object... arguments) {
        return new Problem(kind, code, List.of(arguments), Place.WHOLE, List.of());
    }

    /**
     * Throws them as one, so that a form tells all at once: the first, with the others beside it.
     *
     * @param found in the order in which they are told; none for nothing wrong
     */
    public static void throwAny(List<Problem> found) {
        if (!found.isEmpty()) {
            Problem first = found.getFirst();
            throw new Problem(
                    first.kind,
                    first.code,
                    first.arguments,
                    first.place,
                    found.subList(1, found.size()));
        }
    }

    public static Problem invalid(String code, Object... arguments) {
        return of(Kind.INVALID, code, arguments);
    }

    public static Problem notFound(String code, Object... arguments) {
        return of(Kind.NOT_FOUND, code, arguments);
    }

    public static Problem forbidden(String code, Object... arguments) {
        return of(Kind.FORBIDDEN, code, arguments);
    }

    public static Problem conflict(String code, Object... arguments) {
        return of(Kind.CONFLICT, code, arguments);
    }

    /** The same problem, said of one field of a form or one member of a document. */
    public Problem atField(String name) {
        return new Problem(kind, code, arguments, new Place.Field(name), List.of());
    }

    /** The same problem, said of one line of an upload, counted from 1. */
    public Problem atLine(long number) {
        return new Problem(kind, code, arguments, new Place.Line(number), List.of());
    }

    /**
     * The same problem, for the form that brought it and that comes back with all that was typed:
     * there it is put right, or sent again another time. What is not for whoever sent it, or not
     * there, goes on to a page of its own.
     */
    public Problem forForm() {
        return switch (kind) {
            case NOT_SIGNED_IN, FORBIDDEN, NOT_FOUND, GONE -> throw this;
            case MALFORMED,
                    CONFLICT,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INVALID,
                    TOO_MANY,
                    UNAVAILABLE ->
                    this;
        };
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public Place place() {
        return place;
    }

    /** It, and what was found wrong beside it. */
    public List<Problem> all() {
        return Stream.concat(Stream.of(this), beside.stream()).toList();
    }

    /** What sort of mistake or hindrance, and the HTTP status that says so. */
    public enum Kind {
        MALFORMED(400),
        NOT_SIGNED_IN(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GONE(410),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA_TYPE(415),
        INVALID(422),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** Where in what the caller sent. */
    public sealed interface Place {
        Place WHOLE = new Whole();

        record Whole() implements Place {}

        record Field(String name) implements Place {}

        record Line(long number) implements Place {}
    }
}
