package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody is about to write.
 *
 * @param id of the contribution that it becomes; of what changes something, an id of its own
 * @param author as everybody will see them
 * @param account theirs; nobody behind an alias
 * @param extra what goes with the words; of what changes something, all that is then there
 */
public record Draft(
        ContributionId id,
        Becomes becomes,
        Words words,
        Author author,
        Optional<AccountId> account,
        Extra extra) {

    /** What the words are to be. */
    public sealed interface Becomes {}

    /** What opens a discussion. */
    public record Opening(Kind kind) implements Becomes {}

    /**
     * An answer.
     *
     * @param to what it answers in the discussion
     */
    public record Answer(ContributionId discussion, ContributionId to) implements Becomes {}

    /** What takes the place of words that stand there. */
    public record Edit(ContributionId of, MessageId message) implements Becomes {}

    /** What came of a case, instead of what was said of it before. */
    public record Summary(ContributionId discussion) implements Becomes {}

    Draft with(Words other) {
        return new Draft(id, becomes, other, author, account, extra);
    }

    Draft with(Extra other) {
        return new Draft(id, becomes, words, author, account, other);
    }

    /** As it is written after it waited so long: a poll goes on for the time that was chosen. */
    public Draft after(Duration time) {
        return with(extra.later(time));
    }

    /** All that others would read of it. */
    public String all() {
        return Stream.concat(
                        Stream.of(words.title(), words.warning(), words.text()),
                        extra.words().stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The message in the log that it changes; none for what is new. */
    public Optional<MessageId> changes(SpaceId space) {
        return switch (becomes) {
            case Opening _, Answer _ -> Optional.empty();
            case Edit edit -> Optional.of(edit.message());
            case Summary summary ->
                    Optional.of(
                            MessageId.of(
                                    space.channel(), Place.nameOfSummary(summary.discussion())));
        };
    }
}
