package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an event of the log belongs in the community. It is read from the event alone, so that what
 * this module keeps can be made of the log again.
 *
 * @param kind of the discussion that it opens; none for what answers
 */
record Place(Contribution contribution, Optional<Kind> kind) {
    private static final String ID = "([0-9a-f-]{36})";
    private static final Pattern NAME = Pattern.compile("/(\\w+)/" + ID);
    private static final Pattern PERSON = Pattern.compile("/people/" + ID);
    private static final String ANSWERS = "contributions";

    /** What answers something is named so on our own network. */
    static String nameOfAnswer(ContributionId id) {
        return "/" + ANSWERS + "/" + id;
    }

    /** What came of a case is named so; it has no place of its own among contributions. */
    static String nameOfSummary(ContributionId discussion) {
        return "/summaries/" + discussion;
    }

    /** An author who writes under the name of their account. */
    static String nameOf(AccountId account) {
        return OneName.path(account);
    }

    /** Nothing, if the event creates no message of the community. */
    static Optional<Place> of(MessageEvent event) {
        Matcher name = NAME.matcher(event.networkId());
        if (event.kind() != EventKind.CREATED
                || !event.organisation().equals(OrganisationId.NONE)
                || !name.matches()) {
            return Optional.empty();
        }
        Optional<Kind> kind = Kind.ofFolder(name.group(1));
        Optional<ContributionId> root = named(event.root());
        if (kind.isEmpty() && (!name.group(1).equals(ANSWERS) || root.isEmpty())) {
            return Optional.empty();
        }
        var id = new ContributionId(UUID.fromString(name.group(2)));
        Matcher person = PERSON.matcher(event.author().networkId());
        return Optional.of(
                new Place(
                        new Contribution(
                                id,
                                event.message(),
                                new SpaceId(event.channel().value()),
                                kind.isPresent() ? id : root.orElseThrow(),
                                named(event.inReplyTo()),
                                person.matches()
                                        ? Optional.of(
                                                new AccountId(UUID.fromString(person.group(1))))
                                        : Optional.empty(),
                                event.visibility() == Visibility.SPACE,
                                event.happenedAt(),
                                false),
                        kind));
    }

    private static Optional<ContributionId> named(
            @org.jspecify.annotations.Nullable String networkId) {
        if (networkId == null) {
            return Optional.empty();
        }
        Matcher name = NAME.matcher(networkId);
        return name.matches()
                ? Optional.of(new ContributionId(UUID.fromString(name.group(2))))
                : Optional.empty();
    }
}
