package org.lisolo.server.publishing.gate;

import org.lisolo.screening.Span;

/**
 * Something that the gate found.
 *
 * @param part of what was written: {@code title}, {@code text} or {@code brief}, or the words for
 *     one channel, {@code text-} and its id, or what describes a picture, {@code alt-} and its hash
 * @param words as they stand there; empty where it is about the whole
 * @param detail what else the sentence tells: a kind of identifier, a rule's name, a number
 * @param why a sentence already in the reader's language; empty where the concern's own says it
 * @param safe how it could be said; empty where there is no such wording
 */
public record Finding(
        Concern concern,
        String part,
        Span span,
        String words,
        String detail,
        String why,
        String safe) {
    /** Names it among the findings of one version. */
    public String key() {
        return concern.name() + ":" + part + ":" + span.start() + "-" + span.end();
    }

    /** Of the part, for its name: all descriptions of pictures are one. */
    public String partKey() {
        return part.startsWith(Draft.ALT) ? "alt" : part;
    }

    /** The key of the sentence that says what to do. */
    public String sentence() {
        return "gate.concern." + concern.key();
    }
}
