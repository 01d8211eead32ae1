package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.aliases.Alias;
import org.lisolo.server.community.aliases.Aliases;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.ToldToAuthors;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.people.AccountId;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what concerns a reader without opening what others wrote. Thread-safe. */
@Component
class TellsAuthors implements ToldToAuthors {
    private final DecisionStore decisions;
    private final HeldStore held;
    private final Contributions contributions;
    private final Aliases aliases;

    TellsAuthors(
            DecisionStore decisions, HeldStore held, Contributions contributions, Aliases aliases) {
        this.decisions = decisions;
        this.held = held;
        this.contributions = contributions;
        this.aliases = aliases;
    }

    @Override
    public Map<ContributionId, Ruling> rulings(Reader reader, Discussion about) {
        if (reader.account().isEmpty()) {
            return Map.of();
        }
        return decisions.hiddenIn(about.id()).stream()
                .filter(one -> isOwn(reader, one))
                .flatMap(one -> decisions.keptBack(one).map(why -> ruling(one, why)).stream())
                .collect(Collectors.toMap(Ruling::about, Function.identity()));
    }

    private boolean isOwn(Reader reader, ContributionId id) {
        Optional<Contribution> one = contributions.find(id);
        return one.isPresent() && contributions.isOwn(reader, one.get());
    }

    private static Ruling ruling(ContributionId about, Decision why) {
        return new Ruling(about, why.reason().key(), why.words(), why.isUndone());
    }

    @Override
    public List<Waiting> waiting(Reader reader, SpaceId space) {
        if (reader.account().isEmpty()) {
            return List.of();
        }
        AccountId account = reader.account().get();
        List<UUID> own =
                held.aliases(space).entrySet().stream()
                        .filter(
                                one ->
                                        aliases.known(account, one.getValue())
                                                .map(Alias::id)
                                                .equals(Optional.of(one.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
        return held.of(space, account, own).stream().map(TellsAuthors::waiting).toList();
    }

    @Override
    public Optional<Waiting> waiting(Reader reader, ContributionId draft) {
        return reader.account()
                .flatMap(_ -> held.find(draft))
                .filter(one -> contributions.isOwn(reader, one.draft()))
                .map(TellsAuthors::waiting);
    }

    private static Waiting waiting(Held one) {
        return new Waiting(one.space(), one.draft(), one.at(), one.refused().isPresent());
    }
}
