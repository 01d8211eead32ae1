package org.lisolo.server.directory;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An organisation's entries as its staff keep them. What is changed is found as changed at once:
 * the listing is made anew in the same transaction. Thread-safe.
 */
@Service
class Entries {
    /** After this, what nobody confirmed looks old. */
    static final Duration FRESH = Duration.ofDays(182);

    private final EntryStore store;
    private final ListingStore listings;
    private final Ids ids;
    private final Clock clock;

    Entries(EntryStore store, ListingStore listings, Ids ids, Clock clock) {
        this.store = store;
        this.listings = listings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads fields as the organisation's: its zone, its facilities. */
    EntryReader reader(OrganisationId organisation, ZoneId zone) {
        return new EntryReader(zone, typed -> facility(organisation, typed));
    }

    private Optional<EntryId> facility(OrganisationId organisation, String typed) {
        Optional<EntryId> known =
                EntryReader.id(typed).filter(id -> isFacilityOf(id, organisation));
        return known.or(
                () ->
                        Optional.ofNullable(
                                store.byReference(organisation, EntryKind.FACILITY, List.of(typed))
                                        .get(typed)));
    }

    private boolean isFacilityOf(EntryId id, OrganisationId organisation) {
        Entry entry = store.find(List.of(id)).get(id);
        return entry != null
                && entry.kind() == EntryKind.FACILITY
                && entry.organisation().equals(organisation);
    }

    /** An entry of the organisation's own; of another's it is as if it were not there. */
    Entry own(EntryId id, SignedIn who) {
        return find(id).filter(entry -> entry.organisation().equals(who.organisation()))
                .orElseThrow(() -> Problem.notFound("directory.problem.unknown"));
    }

    Optional<Entry> find(EntryId id) {
        return Optional.ofNullable(store.find(List.of(id)).get(id));
    }

    /** New public entries, not kept yet. */
    List<Entry> fresh(OrganisationId organisation, List<Content> contents) {
        Instant now = clock.instant();
        List<Entry> fresh = new ArrayList<>();
        for (Content content : contents) {
            fresh.add(
                    new Entry(
                            new EntryId(ids.next()),
                            organisation,
                            EntryState.PUBLIC,
                            Optional.empty(),
                            1,
                            content,
                            now,
                            now,
                            now));
        }
        return fresh;
    }

    @Transactional
    EntryId add(
            OrganisationId organisation,
            Content content,
            Optional<String> reference,
            EntryState state,
            @Nullable AccountId by) {
        Instant now = clock.instant();
        var id = new EntryId(ids.next());
        checkReference(organisation, content.kind(), reference, id);
        var entry = new Entry(id, organisation, state, reference, 1, content, now, now, now);
        addAll(List.of(entry), by);
        return id;
    }

    @Transactional
    Entry change(Entry entry, Content content, Optional<String> reference, AccountId by) {
        checkReference(entry.organisation(), entry.kind(), reference, entry.id());
        Entry next = next(entry, content, entry.state(), reference);
        changeAll(List.of(next), by);
        return next;
    }

    private void checkReference(
            OrganisationId organisation, EntryKind kind, Optional<String> reference, EntryId id) {
        reference.ifPresent(
                typed -> {
                    EntryId taken =
                            store.byReference(organisation, kind, List.of(typed)).get(typed);
                    if (taken != null && !taken.equals(id)) {
                        throw Problem.conflict("directory.problem.reference.taken")
                                .atField("reference");
                    }
                });
    }

    @Transactional
    Entry turn(Entry entry, EntryState state, AccountId by) {
        Entry next = next(entry, entry.content(), state, entry.reference());
        changeAll(List.of(next), by);
        return next;
    }

    /** Goes back to what a version said, as a new version. */
    @Transactional
    Entry restore(Entry entry, int version, AccountId by) {
        EntryStore.Version old =
                store.versions(entry.id()).stream()
                        .filter(one -> one.number() == version)
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("directory.problem.unknown"));
        Content content = EntryReader.stored(entry.kind(), old.fields());
        Entry next = next(entry, content, old.state(), entry.reference());
        changeAll(List.of(next), by);
        return next;
    }

    /** Somebody of the organisation looked through it: all of it is right today. */
    void confirm(Entry entry) {
        store.confirm(entry.id(), clock.instant());
    }

    Entry next(Entry entry, Content content, EntryState state, Optional<String> reference) {
        Instant now = clock.instant();
        return new Entry(
                entry.id(),
                entry.organisation(),
                state,
                reference,
                entry.version() + 1,
                content,
                entry.made(),
                now,
                now);
    }

    /** Takes in new ones. */
    @Transactional
    void addAll(Collection<Entry> entries, @Nullable AccountId by) {
        store.insert(entries);
        store.keepVersions(entries, by);
        store.keepWorkplaces(professionals(entries));
        list(entries);
    }

    /** Takes over changed ones, each at its next version. */
    @Transactional
    void changeAll(Collection<Entry> entries, @Nullable AccountId by) {
        if (!store.update(entries)) {
            throw Problem.conflict("directory.problem.changedMeanwhile");
        }
        store.keepVersions(entries, by);
        store.keepWorkplaces(professionals(entries));
        Map<EntryId, Entry> all = new HashMap<>();
        entries.forEach(entry -> all.put(entry.id(), entry));
        var facilities =
                entries.stream()
                        .filter(entry -> entry.kind() == EntryKind.FACILITY)
                        .map(Entry::id)
                        .toList();
        if (!facilities.isEmpty()) {
            store.find(store.staffOf(facilities)).forEach(all::putIfAbsent);
        }
        list(all.values());
    }

    /** New and changed ones of a table, all of them or none. */
    @Transactional
    void takeIn(List<Entry> added, List<Entry> altered, AccountId by) {
        if (!added.isEmpty()) {
            addAll(added, by);
        }
        if (!altered.isEmpty()) {
            changeAll(altered, by);
        }
    }

    Instant now() {
        return clock.instant();
    }

    private static List<Entry> professionals(Collection<Entry> entries) {
        return entries.stream().filter(entry -> entry.kind() == EntryKind.PROFESSIONAL).toList();
    }

    private void list(Collection<Entry> entries) {
        Instant now = clock.instant();
        List<EntryId> all = entries.stream().map(Entry::id).toList();
        Set<String> names = listings.names(all);
        Map<EntryId, Facility> facilities = facilitiesOf(entries);
        List<Listing> shown = new ArrayList<>();
        Set<EntryId> gone = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.state() == EntryState.PUBLIC) {
                shown.add(Listing.of(entry, facilities, now));
            } else {
                gone.add(entry.id());
            }
        }
        listings.remove(gone);
        listings.put(shown);
        shown.forEach(listing -> names.removeAll(listing.names()));
        if (!names.isEmpty()) {
            listings.letGo(names);
        }
    }

    /** The public ones at which these people work. */
    Map<EntryId, Facility> facilitiesOf(Collection<Entry> entries) {
        Set<EntryId> wanted = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.content() instanceof Professional professional) {
                professional.workplaces().forEach(place -> wanted.add(place.facility()));
            }
        }
        return store.find(wanted).values().stream()
                .filter(entry -> entry.state() == EntryState.PUBLIC)
                .filter(entry -> entry.content() instanceof Facility)
                .collect(toMap(Entry::id, entry -> (Facility) entry.content()));
    }

    /** Whether nobody confirmed it for half a year. */
    boolean isOld(Entry entry) {
        return entry.confirmed().isBefore(oldBefore());
    }

    Instant oldBefore() {
        return clock.instant().minus(FRESH).truncatedTo(ChronoUnit.SECONDS);
    }

    boolean same(Entry entry, Content content) {
        return Objects.equals(entry.content().fields(), content.fields());
    }
}
