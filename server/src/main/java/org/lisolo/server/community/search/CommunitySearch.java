package org.lisolo.server.community.search;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.following.Timeline;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.community.search.SearchPages.Person;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Badges;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds words, people and spaces, as far as the reader may see them. Thread-safe. */
@Service
class CommunitySearch {
    private static final int AT_ONCE = 200;
    private static final int IN_A_SPACE = 2_000;
    private static final int PEOPLE = 10;
    private static final int SPACES = 10;

    private final FoundStore store;
    private final Timeline timeline;
    private final Spaces spaces;
    private final Messages messages;
    private final Badges badges;
    private final OneName oneName;

    CommunitySearch(
            FoundStore store,
            Timeline timeline,
            Spaces spaces,
            Messages messages,
            Badges badges,
            OneName oneName) {
        this.store = store;
        this.timeline = timeline;
        this.spaces = spaces;
        this.messages = messages;
        this.badges = badges;
        this.oneName = oneName;
    }

    /**
     * What was said, the newest first.
     *
     * @param space within which; its closed part too, if the reader is inside
     */
    Timeline.Found said(Asked asked, Reader reader, Optional<Space> space, UUID before, int most) {
        List<UUID> ids =
                space.filter(reader::isInside)
                        .map(one -> inside(asked, reader, one, before, most + 1))
                        .orElseGet(
                                () -> store.byWords(asked, space.map(Space::id), before, most + 1));
        return timeline.page(ids, most, reader);
    }

    /** Nothing of a closed space is kept to be found by: its words are read where they stand. */
    private List<UUID> inside(Asked asked, Reader reader, Space space, UUID before, int most) {
        List<UUID> found = new ArrayList<>();
        UUID from = before;
        for (int read = 0; read < IN_A_SPACE && found.size() < most; read += AT_ONCE) {
            List<FoundStore.Written> some = store.in(space.id(), from, AT_ONCE);
            Map<MessageId, Message> words =
                    messages.scan(
                            some.stream().map(FoundStore.Written::message).toList(),
                            reader.sight());
            some.stream()
                    .filter(one -> has(words.get(one.message()), asked))
                    .map(FoundStore.Written::id)
                    .limit(most - found.size())
                    .forEach(found::add);
            if (some.size() < AT_ONCE) {
                break;
            }
            from = some.getLast().id();
        }
        return found;
    }

    private static boolean has(@Nullable Message message, Asked asked) {
        if (message == null || message.deleted()) {
            return false;
        }
        MessageEvent now = message.current();
        return asked.isIn(Optional.ofNullable(now.title()).orElse("") + "\n" + now.text());
    }

    /** Who wrote in public, under the name under which they did. */
    List<Person> people(Asked asked, Reader reader) {
        List<FoundStore.Writer> writers = store.writers(store.byAuthor(asked, 4 * PEOPLE));
        Map<MessageId, Message> words =
                messages.find(
                        writers.stream().map(FoundStore.Writer::message).toList(), reader.sight());
        List<AccountId> accounts =
                writers.stream().map(FoundStore.Writer::account).distinct().toList();
        Map<AccountId, Badge> verified = badges.of(accounts);
        OneName.Pages pages = oneName.pages(accounts);
        List<Person> people = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (FoundStore.Writer one : writers) {
            Message message = words.get(one.message());
            if (message == null || message.deleted()) {
                continue;
            }
            String name = message.current().author().shown();
            if (people.size() < PEOPLE && asked.isIn(name) && names.add(name)) {
                people.add(
                        new Person(
                                name,
                                pages.of(Optional.of(one.account()), name),
                                Optional.ofNullable(verified.get(one.account()))));
            }
        }
        return people;
    }

    /** Those that the reader may know of. */
    List<Space> spaces(Asked asked, Reader reader) {
        return spaces.seenBy(reader).stream()
                .filter(space -> asked.isIn(space.name() + " " + space.purpose()))
                .limit(SPACES)
                .toList();
    }
}
