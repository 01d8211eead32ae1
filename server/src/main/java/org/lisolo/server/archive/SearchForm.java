package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Sight;
import org.lisolo.server.platform.Problem;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A search as it stands in the address, field by field, as it was typed. */
public record SearchForm(
        String q, String author, String channel, String from, String to, String state) {
    static final SearchForm EMPTY = new SearchForm("", "", "", "", "", "");

    /** As the address gives them; what it leaves out is empty. */
    static SearchForm of(Map<String, String> typed) {
        return new SearchForm(
                or(typed.get("q")),
                or(typed.get("author")),
                or(typed.get("channel")),
                or(typed.get("from")),
                or(typed.get("to")),
                or(typed.get("state")));
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed.replace('\0', ' ').strip();
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** The same with another query. */
    SearchForm asking(String other) {
        return new SearchForm(other, author, channel, from, to, state);
    }

    /** What is wrong with the fields, if anything is. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        LocalDate first = date(from, "from", problems);
        LocalDate last = date(to, "to", problems);
        if (first != null && last != null && last.isBefore(first)) {
            problems.add(Problem.invalid("archive.search.problem.order").atField("to"));
        }
        if (Wanted.of(q) instanceof Wanted.Unread) {
            problems.add(Problem.invalid("archive.search.problem.query").atField("q"));
        }
        if (!channel.isEmpty() && channelId() == null) {
            problems.add(Problem.invalid("archive.search.problem.channel").atField("channel"));
        }
        return problems;
    }

    private static @Nullable LocalDate date(String typed, String field, List<Problem> problems) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            problems.add(Problem.invalid("archive.search.problem.date", typed).atField(field));
            return null;
        }
    }

    /**
     * The search that is meant; ask for it only where there are no problems.
     *
     * @param zone in which the days begin
     * @param deleted whether deleted messages are shown too
     */
    SearchQuery query(Sight sight, ZoneId zone, boolean deleted) {
        return new SearchQuery(
                sight,
                sight.organisations().isEmpty() ? Wanted.ofStranger(q) : Wanted.of(q),
                author,
                channelId(),
                from.isEmpty() ? null : startOf(LocalDate.parse(from), zone),
                to.isEmpty() ? null : startOf(LocalDate.parse(to).plusDays(1), zone),
                switch (state) {
                    case "edited" -> SearchQuery.State.EDITED;
                    case "deleted" -> SearchQuery.State.DELETED;
                    default -> SearchQuery.State.ANY;
                },
                deleted);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private @Nullable ChannelId channelId() {
        try {
            return channel.isEmpty() ? null : new ChannelId(UUID.fromString(channel));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** The address of this search's page at the cursor. */
    String address(String path, Cursor cursor) {
        return query(path)
                .queryParam("before", cursor.before())
                .queryParam("until", cursor.until())
                .encode()
                .toUriString();
    }

    String address(String path) {
        return query(path).encode().toUriString();
    }

    private UriComponentsBuilder query(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "q", q);
        add(address, "author", author);
        add(address, "channel", channel);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "state", state);
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            // by template, or a value with { } or & would not stand as it was typed
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
