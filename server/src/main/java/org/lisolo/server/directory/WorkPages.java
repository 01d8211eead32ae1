package org.lisolo.server.directory;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the pages on which staff keep their entries. */
@Component
class WorkPages {
    private static final int PAGE = 50;
    private static final int FACILITIES = 500;
    private static final List<String> VIEWS = List.of("", "old", "hidden", "retired");
    private static final Map<String, TermList> BOXES =
            Map.of(
                    "specialities", TermList.SPECIALITY,
                    "services", TermList.SERVICE,
                    "conditions", TermList.CONDITION,
                    "languages", TermList.LANGUAGE);
    private static final List<String> ZONES =
            Places.zones().stream().map(Places::unmistakable).sorted().toList();

    private final EntryStore store;
    private final Entries entries;
    private final Accounts accounts;
    private final Clock clock;

    WorkPages(EntryStore store, Entries entries, Accounts accounts, Clock clock) {
        this.store = store;
        this.entries = entries;
        this.accounts = accounts;
        this.clock = clock;
    }

    WorkPage list(SignedIn who, String kind, String state, String q, String from, Locale locale) {
        int offset = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        String view = VIEWS.contains(state) ? state : "";
        var filter = filter(who, kind, view, q);
        List<Entry> found = store.list(filter, offset, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Entry> shown = more ? found.subList(0, PAGE) : found;
        Map<EntryId, Facility> facilities = entries.facilitiesOf(shown);
        Map<String, Long> counts = new LinkedHashMap<>();
        VIEWS.forEach(one -> counts.put(one, store.count(filter(who, "", one, ""))));
        var address = new WorkAddress(kind, view, q);
        return new WorkPage(
                kind,
                view,
                q,
                shown.stream().map(entry -> row(entry, facilities, locale)).toList(),
                counts,
                offset == 0 ? "" : address.from(Math.max(0, offset - PAGE)),
                more ? address.from(offset + PAGE) : "",
                EntriesController.mayChange(who),
                OrganisationPages.path(who.organisation()));
    }

    private StaffFilter filter(SignedIn who, String kind, String state, String q) {
        String known = EntryKind.ofPath(kind).map(EntryKind::path).orElse("");
        String words = q.replace('\0', ' ');
        return new StaffFilter(who.organisation(), known, state, words, entries.oldBefore());
    }

    private WorkPage.Row row(Entry entry, Map<EntryId, Facility> facilities, Locale locale) {
        Content content = entry.content();
        String calling =
                switch (content) {
                    case Facility facility -> facility.type().name(locale);
                    case Professional who -> EntryRows.calling(who, locale);
                };
        String town = content.address().town();
        if (content instanceof Professional who && town.isEmpty()) {
            town =
                    who.workplaces().stream()
                            .map(place -> facilities.get(place.facility()))
                            .filter(java.util.Objects::nonNull)
                            .map(facility -> facility.address().town())
                            .findFirst()
                            .orElse("");
        }
        return new WorkPage.Row(
                EntriesController.PATH + "/" + entry.id(),
                content.name(),
                calling,
                town,
                entry.confirmed(),
                entries.isOld(entry),
                Completeness.missing(content).size(),
                content.kind() == EntryKind.PROFESSIONAL);
    }

    EditPage empty(SignedIn who, EntryKind kind, Locale locale) {
        return retyped(who, kind, Optional.empty(), Fields.NONE, List.of(), locale);
    }

    EditPage of(SignedIn who, Entry entry, Locale locale) {
        return stored(who, entry, List.of(), locale);
    }

    /** As it is stored, with what was wrong with the picture that was sent. */
    EditPage photoRefused(SignedIn who, Entry entry, Problem problem, Locale locale) {
        return stored(who, entry, List.of(problem), locale);
    }

    private EditPage stored(SignedIn who, Entry entry, List<Problem> problems, Locale locale) {
        Fields fields = entry.content().fields();
        return page(
                who,
                entry.kind(),
                Optional.of(entry),
                fields,
                FieldWords.of(fields, locale, "\n"),
                problems,
                locale);
    }

    /** What was typed stays, word for word. */
    EditPage retyped(
            SignedIn who,
            EntryKind kind,
            Optional<Entry> entry,
            Fields typed,
            List<Problem> problems,
            Locale locale) {
        return page(who, kind, entry, typed, typed.values(), problems, locale);
    }

    private EditPage page(
            SignedIn who,
            EntryKind kind,
            Optional<Entry> entry,
            Fields fields,
            Map<String, String> words,
            List<Problem> problems,
            Locale locale) {
        Map<String, String> values = new HashMap<>(words);
        entry.flatMap(Entry::reference).ifPresent(own -> values.putIfAbsent("reference", own));
        values.put("kind", code(TermList.FACILITY, fields.get("kind")));
        values.put("profession", code(TermList.PROFESSION, fields.get("profession")));
        Content.Photo photo =
                entry.map(one -> one.content().photo()).orElse(new Content.Photo("", ""));
        return new EditPage(
                kind == EntryKind.FACILITY,
                EntriesController.PATH
                        + "/"
                        + entry.map(one -> one.id().toString()).orElse("new/" + kind.path()),
                entry.map(one -> one.content().name()).orElse(""),
                entry.isPresent(),
                entry.map(Entry::state).orElse(EntryState.PUBLIC),
                entry.map(Entry::version).orElse(0),
                values,
                ticked(fields),
                own(fields),
                lists(locale),
                ZONES,
                facilities(who),
                colleagues(who),
                entry.map(one -> Completeness.missing(one.content())).orElse(List.of()),
                entry.map(Entry::confirmed).orElse(clock.instant()),
                entry.filter(entries::isOld).isPresent(),
                entry.filter(one -> one.state() == EntryState.PUBLIC)
                        .map(EntryRows::path)
                        .orElse(""),
                photo.isThere() ? Photos.path(photo.name(), Photos.LARGE) : "",
                photo.alt(),
                EntriesController.mayChange(who),
                problems);
    }

    VersionsPage history(SignedIn who, Entry entry, Locale locale) {
        List<EntryStore.Version> kept = store.versions(entry.id());
        Map<AccountId, String> names =
                accounts.names(
                        kept.stream()
                                .map(EntryStore.Version::by)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .toList());
        List<VersionsPage.Version> versions = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            EntryStore.Version one = kept.get(i);
            Optional<EntryStore.Version> before =
                    i + 1 < kept.size() ? Optional.of(kept.get(i + 1)) : Optional.empty();
            versions.add(version(entry, one, before, names, locale));
        }
        return new VersionsPage(
                entry.content().name(),
                EntriesController.PATH + "/" + entry.id(),
                EntriesController.mayChange(who),
                versions);
    }

    private static VersionsPage.Version version(
            Entry entry,
            EntryStore.Version one,
            Optional<EntryStore.Version> before,
            Map<AccountId, String> names,
            Locale locale) {
        return new VersionsPage.Version(
                one.number(),
                one.state(),
                before.filter(old -> old.state() != one.state()).isPresent(),
                one.by() == null ? "" : names.getOrDefault(one.by(), ""),
                one.at(),
                before.map(old -> changes(old.fields(), one.fields(), locale)).orElse(List.of()),
                one.number() == entry.version()
                        ? ""
                        : "%s/%s/versions/%d/restore"
                                .formatted(EntriesController.PATH, entry.id(), one.number()));
    }

    private static List<VersionsPage.Change> changes(Fields before, Fields after, Locale locale) {
        Map<String, String> old = FieldWords.of(before, locale, "; ");
        Map<String, String> now = FieldWords.of(after, locale, "; ");
        Set<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(now.keySet());
        fields.remove("time_zone");
        List<VersionsPage.Change> changes = new ArrayList<>();
        for (String field : fields) {
            String was = old.getOrDefault(field, "");
            String is = now.getOrDefault(field, "");
            if (!was.equals(is)) {
                changes.add(new VersionsPage.Change(field, was, is));
            }
        }
        return changes;
    }

    private static String code(TermList list, String typed) {
        return typed.isEmpty() ? "" : Label.of(list, typed).text();
    }

    private static Map<String, List<String>> ticked(Fields fields) {
        Map<String, List<String>> ticked = new HashMap<>();
        BOXES.forEach(
                (field, list) ->
                        ticked.put(
                                field,
                                fields.several(field).stream()
                                        .flatMap(part -> Terms.meant(list, part).stream())
                                        .map(Term::code)
                                        .toList()));
        return ticked;
    }

    private static Map<String, String> own(Fields fields) {
        Map<String, String> own = new HashMap<>();
        BOXES.forEach(
                (field, list) ->
                        own.put(
                                field,
                                String.join(
                                        "; ",
                                        fields.several(field).stream()
                                                .filter(part -> Terms.meant(list, part).isEmpty())
                                                .toList())));
        return own;
    }

    private static Map<String, Map<String, String>> lists(Locale locale) {
        Map<String, Map<String, String>> lists = new HashMap<>();
        BOXES.forEach((field, list) -> lists.put(field, Terms.names(list, locale)));
        lists.put("kind", Terms.names(TermList.FACILITY, locale));
        lists.put("profession", Terms.names(TermList.PROFESSION, locale));
        return lists;
    }

    private Map<String, String> colleagues(SignedIn who) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", "–");
        accounts.colleagues(who.organisation())
                .forEach(one -> names.put(one.account().toString(), one.name()));
        return names;
    }

    private Map<String, String> facilities(SignedIn who) {
        Map<String, String> names = new LinkedHashMap<>();
        store.facilities(who.organisation(), FACILITIES)
                .forEach(entry -> names.put(entry.id().toString(), entry.content().name()));
        return names;
    }

    /** The address of another page of the same list. */
    private record WorkAddress(String kind, String state, String q) {
        String from(int offset) {
            var address =
                    org.springframework.web.util.UriComponentsBuilder.fromPath(
                            EntriesController.PATH);
            Map<String, String> all = new LinkedHashMap<>();
            all.put("kind", kind);
            all.put("state", state);
            all.put("q", q);
            all.put("from", Integer.toString(offset));
            all.values().removeIf(String::isEmpty);
            all.forEach((name, _) -> address.queryParam(name, "{" + name + "}"));
            return address.encode().buildAndExpand(all).toUriString();
        }
    }
}
