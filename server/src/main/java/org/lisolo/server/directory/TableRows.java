package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.TableFile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the rows of one table as entries, some hundred at a time: which are new, which change one
 * that is there, which can't be taken, and why. The same rows of the same import give the same ids,
 * so that one that was broken off can begin anew.
 */
final class TableRows {
    private final TableImport made;
    private final EntryStore store;
    private final Entries entries;
    private final EntryReader reader;
    private final List<@Nullable String> columns;
    private final Set<String> seen = new HashSet<>();

    TableRows(
            TableImport made,
            EntryStore store,
            Entries entries,
            ZoneId zone,
            List<@Nullable String> columns) {
        this.made = made;
        this.store = store;
        this.entries = entries;
        this.columns = columns;
        Map<String, EntryId> facilities = facilities();
        this.reader =
                new EntryReader(
                        zone, typed -> Optional.ofNullable(facilities.get(Words.fold(typed))));
    }

    /** By id, reference and name; a name that two have is nobody's. */
    private Map<String, EntryId> facilities() {
        Map<String, EntryId> known = new HashMap<>();
        Map<String, EntryId> names = new HashMap<>();
        Set<String> twice = new HashSet<>();
        store.each(
                made.organisation(),
                EntryKind.FACILITY,
                entry -> {
                    if (names.put(Words.fold(entry.content().name()), entry.id()) != null) {
                        twice.add(Words.fold(entry.content().name()));
                    }
                    known.put(Words.fold(entry.id().toString()), entry.id());
                    entry.reference().ifPresent(own -> known.put(Words.fold(own), entry.id()));
                });
        names.keySet().removeAll(twice);
        names.forEach(known::putIfAbsent);
        return known;
    }

    /** What a row makes of an entry; no entry where nothing changes or it is refused. */
    record Step(RowOutcome outcome, Optional<Entry> entry) {}

    /** A row as fields, by the columns of the table. */
    private record Typed(long row, Map<String, String> cells, String id, String reference) {}

    List<Step> read(List<TableFile.Row> rows, long first) {
        List<Typed> typed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            typed.add(typed(rows.get(i), first + i));
        }
        var byReference =
                store.byReference(
                        made.organisation(),
                        made.kind(),
                        typed.stream().map(Typed::reference).filter(r -> !r.isEmpty()).toList());
        Set<EntryId> wanted = new HashSet<>(byReference.values());
        typed.forEach(one -> EntryReader.id(one.id()).ifPresent(wanted::add));
        typed.forEach(one -> wanted.add(newId(one.row())));
        Map<EntryId, Entry> known = store.find(wanted);
        return typed.stream().map(one -> step(one, byReference, known)).toList();
    }

    private Typed typed(TableFile.Row row, long number) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (column != null) {
                cells.put(column, row.cell(i));
            }
        }
        String id = cells.getOrDefault("id", "");
        String reference = cells.getOrDefault("reference", "");
        cells.remove("id");
        cells.remove("reference");
        return new Typed(number, cells, id, reference);
    }

    private Step step(Typed typed, Map<String, EntryId> byReference, Map<EntryId, Entry> known) {
        List<Problem> problems = new ArrayList<>();
        Entry before = before(typed, byReference, known, problems);
        Fields base = before == null ? Fields.NONE : before.content().fields();
        EntryReader.Reading read = reader.read(made.kind(), base.over(typed.cells()));
        problems.addAll(read.problems());
        String key = before == null ? "new " + typed.reference() : before.id().toString();
        boolean again = (before != null || !typed.reference().isEmpty()) && !seen.add(key);
        if (again) {
            problems.add(Problem.invalid("directory.problem.twice").atField("reference"));
        }
        String name = read.content().name();
        if (!problems.isEmpty()) {
            return new Step(
                    new RowOutcome(typed.row(), RowOutcome.Kind.REFUSED, name, problems),
                    Optional.empty());
        }
        Optional<String> reference =
                typed.reference().isEmpty()
                        ? (before == null ? Optional.empty() : before.reference())
                        : Optional.of(typed.reference());
        return before == null
                ? added(typed, read.content(), reference)
                : altered(typed, before, read.content(), reference);
    }

    private @Nullable Entry before(
            Typed typed,
            Map<String, EntryId> byReference,
            Map<EntryId, Entry> known,
            List<Problem> problems) {
        if (typed.reference().length() > 100) {
            problems.add(Problem.invalid("directory.problem.long", 100).atField("reference"));
        }
        if (!typed.id().isEmpty()) {
            Entry entry = EntryReader.id(typed.id()).map(known::get).orElse(null);
            if (entry == null
                    || !entry.organisation().equals(made.organisation())
                    || entry.kind() != made.kind()) {
                problems.add(Problem.invalid("directory.problem.id").atField("id"));
                return null;
            }
            EntryId other = byReference.get(typed.reference());
            if (other != null && !other.equals(entry.id())) {
                problems.add(
                        Problem.invalid("directory.problem.reference.taken").atField("reference"));
            }
            return entry;
        }
        EntryId own = byReference.get(typed.reference());
        return own != null ? known.get(own) : known.get(newId(typed.row()));
    }

    private Step added(Typed typed, Content content, Optional<String> reference) {
        Instant now = entries.now();
        var entry =
                new Entry(
                        newId(typed.row()),
                        made.organisation(),
                        EntryState.PUBLIC,
                        reference,
                        1,
                        content,
                        now,
                        now,
                        now);
        return new Step(
                new RowOutcome(typed.row(), RowOutcome.Kind.ADDED, content.name(), List.of()),
                Optional.of(entry));
    }

    private Step altered(Typed typed, Entry before, Content content, Optional<String> reference) {
        boolean same =
                before.content().fields().equals(content.fields())
                        && before.reference().equals(reference);
        return new Step(
                new RowOutcome(
                        typed.row(),
                        same ? RowOutcome.Kind.SAME : RowOutcome.Kind.ALTERED,
                        content.name(),
                        List.of()),
                same
                        ? Optional.empty()
                        : Optional.of(entries.next(before, content, before.state(), reference)));
    }

    /** A UUID of version 7 with the import's time, the rest made of its id and the row. */
    private EntryId newId(long row) {
        UUID made =
                UUID.nameUUIDFromBytes(
                        (this.made.id() + " " + row)
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        long time = this.made.id().getMostSignificantBits() & 0xFFFF_FFFF_FFFF_0000L;
        long high = time | 0x7000L | (made.getMostSignificantBits() & 0x0FFFL);
        return new EntryId(new UUID(high, made.getLeastSignificantBits()));
    }
}
