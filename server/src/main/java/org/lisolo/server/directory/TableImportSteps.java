package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.TableFile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Goes through a table once: to see what it would do, or to do it. */
@Component
class TableImportSteps {
    private static final int AT_ONCE = 500;

    private final TableImportStore store;
    private final EntryStore entryStore;
    private final Entries entries;
    private final Columns columns;

    TableImportSteps(
            TableImportStore store, EntryStore entryStore, Entries entries, Columns columns) {
        this.store = store;
        this.entryStore = entryStore;
        this.entries = entries;
        this.columns = columns;
    }

    /**
     * As the import's state says.
     *
     * @throws Problem if the file as a whole is no such table
     */
    void go(TableImport made, Path file, ZoneId zone, BooleanSupplier goesOn) throws IOException {
        boolean checking = made.state() == TableImport.State.CHECKING;
        try (TableFile table = TableFile.open(file)) {
            if (checking) {
                store.clear(made.id());
                store.describe(made.id(), table.separator(), table.encoding());
            }
            TableFile.Row titles =
                    table.next()
                            .orElseThrow(() -> Problem.invalid("directory.problem.file.missing"));
            var rows = new TableRows(made, entryStore, entries, zone, columns(made, titles));
            TableImport.Counts counts = checking ? TableImport.Counts.NONE : made.counts();
            long first = 1;
            List<TableFile.Row> batch = batch(table);
            while (!batch.isEmpty() && goesOn.getAsBoolean()) {
                List<TableRows.Step> steps = rows.read(batch, first);
                counts = checking ? check(made, steps, counts) : apply(made, steps, counts);
                store.count(made.id(), counts);
                first += batch.size();
                batch = batch(table);
            }
        }
    }

    /** Whose column each is; at least those that every entry needs must be there. */
    private List<@Nullable String> columns(TableImport made, TableFile.Row titles) {
        List<@Nullable String> known = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < titles.cells().size(); i++) {
            Optional<String> column = columns.column(made.kind(), titles.cell(i));
            known.add(column.filter(taken::add).orElse(null));
        }
        boolean knowsEach = taken.contains("id") || taken.contains("reference");
        boolean isWhole =
                switch (made.kind()) {
                    case FACILITY -> taken.containsAll(List.of("kind", "name", "town"));
                    case PROFESSIONAL -> taken.containsAll(List.of("nom", "profession"));
                };
        if (!isWhole && !(knowsEach && taken.size() > 1)) {
            throw Problem.invalid("directory.problem.file.columns." + made.kind().path());
        }
        return known;
    }

    private static List<TableFile.Row> batch(TableFile table) {
        List<TableFile.Row> batch = new ArrayList<>();
        while (batch.size() < AT_ONCE) {
            Optional<TableFile.Row> row = table.next();
            if (row.isEmpty()) {
                return batch;
            }
            batch.add(row.get());
        }
        return batch;
    }

    private TableImport.Counts check(
            TableImport made, List<TableRows.Step> steps, TableImport.Counts counts) {
        TableImport.Counts now = counts;
        for (TableRows.Step step : steps) {
            now = now.and(step.outcome());
        }
        store.note(made.id(), steps.stream().map(TableRows.Step::outcome).toList());
        return now;
    }

    private TableImport.Counts apply(
            TableImport made, List<TableRows.Step> steps, TableImport.Counts counts) {
        try {
            keep(made, steps);
            return counts;
        } catch (Problem | DuplicateKeyException _) {
            return oneByOne(made, steps, counts); // somebody else was at one of them
        }
    }

    private void keep(TableImport made, List<TableRows.Step> steps) {
        List<Entry> added = new ArrayList<>();
        List<Entry> altered = new ArrayList<>();
        for (TableRows.Step step : steps) {
            step.entry().ifPresent(entry -> (entry.version() == 1 ? added : altered).add(entry));
        }
        entries.takeIn(added, altered, made.account());
    }

    private TableImport.Counts oneByOne(
            TableImport made, List<TableRows.Step> steps, TableImport.Counts counts) {
        TableImport.Counts now = counts;
        for (TableRows.Step step : steps) {
            try {
                keep(made, List.of(step));
            } catch (Problem | DuplicateKeyException _) {
                RowOutcome outcome = step.outcome();
                var problem = Problem.conflict("directory.problem.row.meanwhile");
                store.note(
                        made.id(),
                        List.of(
                                new RowOutcome(
                                        outcome.row(),
                                        RowOutcome.Kind.REFUSED,
                                        outcome.name(),
                                        List.of(problem))));
                now = now.refusedAfterAll(outcome);
            }
        }
        return now;
    }
}
