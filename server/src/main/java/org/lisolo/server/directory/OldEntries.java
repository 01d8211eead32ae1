package org.lisolo.server.directory;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.lisolo.server.people.Waiting;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;

/** Reminds those who keep the entries of what nobody confirmed for half a year. */
@Component
class OldEntries implements TodaySource, Waiting {
    private final EntryStore store;
    private final Entries entries;

    OldEntries(EntryStore store, Entries entries) {
        this.store = store;
        this.entries = entries;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        if (!EntriesController.mayChange(who)) {
            return List.of();
        }
        Instant before = entries.oldBefore();
        return store.list(new StaffFilter(who.organisation(), "", "old", "", before), 0, 5).stream()
                .map(OldEntries::item)
                .toList();
    }

    private static TodayItem item(Entry entry) {
        return new TodayItem(
                "directory.today.confirm",
                entry.content().name(),
                entry.confirmed().plus(Entries.FRESH),
                EntriesController.PATH + "/" + entry.id(),
                "directory.today.look");
    }

    @Override
    public String path() {
        return EntriesController.PATH;
    }

    @Override
    public long count(SignedIn who) {
        return EntriesController.mayChange(who)
                ? store.count(
                        new StaffFilter(who.organisation(), "", "old", "", entries.oldBefore()))
                : 0;
    }
}
