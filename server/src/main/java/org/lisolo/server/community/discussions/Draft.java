package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.message.Author;
import org.lisolo.server.people.AccountId;

import java.util.Optional;

/**
 * What somebody is about to write.
 *
 * @param kind of the discussion that it opens; none for an answer
 * @param discussion in which it answers
 * @param to what it answers there
 * @param author as everybody will see them
 * @param account theirs; nobody behind an alias
 * @param extra what goes with the words
 */
public record Draft(
        ContributionId id,
        Optional<Kind> kind,
        Optional<ContributionId> discussion,
        Optional<ContributionId> to,
        Words words,
        Author author,
        Optional<AccountId> account,
        Extra extra) {}
