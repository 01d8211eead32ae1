package org.lisolo.server.archive;

import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Identified;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Visibility;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is kept of one message.
 *
 * @param language as a tag; empty where nobody knows
 * @param languageTold whether the network told it; else the words themselves did
 * @param looked the standing version as safe HTML
 * @param versions oldest first
 * @param identified what points at a person, version by version, the newest first
 * @param mayErase whether this reader decides over erasures
 */
public record HistoryPage(
        MessageId message,
        String author,
        String handle,
        String authorId,
        String channel,
        String language,
        boolean languageTold,
        Visibility visibility,
        Instant at,
        String title,
        String looked,
        boolean edited,
        List<Version> versions,
        List<Happening> happenings,
        List<Turn> conversation,
        List<Attachment> attachments,
        List<Identified> identified,
        boolean mayErase) {

    /** The message and its events, as the audit trail is asked about them. */
    public String trail() {
        return Stream.concat(
                        Stream.of("messages:" + message),
                        happenings.stream().map(happening -> "events:" + happening.event()))
                .collect(Collectors.joining(","));
    }

    public boolean deleted() {
        return happenings.stream().anyMatch(h -> h.kind().equals("deleted"));
    }

    /** The number of the version that an event made. */
    public int number(EventId event) {
        return versions.stream()
                .filter(version -> version.event().equals(event))
                .mapToInt(Version::number)
                .findFirst()
                .orElse(1);
    }

    /**
     * One wording of the message.
     *
     * @param number counted from 1
     * @param differences from the version before; empty for the first
     */
    public record Version(
            int number,
            EventId event,
            Instant at,
            String looked,
            List<WordDifferences.Piece> differences) {}

    /**
     * Something that happened, with its place in the log.
     *
     * @param kind {@code created}, {@code edited} or {@code deleted}
     * @param position counted from 1; 0 while it waits for its place
     */
    public record Happening(
            EventId event, String kind, Instant happenedAt, Instant receivedAt, long position) {
        /** Some networks send edits without their time; a format gives those the epoch. */
        public boolean timeTold() {
            return !happenedAt.equals(Instant.EPOCH);
        }
    }

    /** A message of the same conversation. */
    public record Turn(
            MessageId message,
            String author,
            Instant at,
            String text,
            boolean deleted,
            boolean here) {}
}
