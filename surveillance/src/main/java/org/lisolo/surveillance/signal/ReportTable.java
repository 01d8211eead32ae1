package org.lisolo.surveillance.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers spontaneous reports into counts. A report counts once for a drug, an event or a pair,
 * however often its rows repeat it. Rows come in any order. Not safe for use by several threads.
 */
public final class ReportTable {
    private final Map<String, Integer> reports = new HashMap<>();
    private final Map<String, Integer> drugs = new HashMap<>();
    private final Map<String, Integer> events = new HashMap<>();
    private final List<String> drugNames = new ArrayList<>();
    private final List<String> eventNames = new ArrayList<>();
    private final Map<String, Integer> strata = new HashMap<>();
    private final List<Integer> stratumOf = new ArrayList<>();
    private final Set<Pairing> rows = new HashSet<>();
    private final Set<Pairing> drugRows = new HashSet<>();
    private final Set<Pairing> eventRows = new HashSet<>();

    /** Report, drug and event by number; a side that is not looked at is −1. */
    private record Pairing(int report, int drug, int event) {}

    /**
     * Takes one row.
     *
     * @return false if the report was given with another stratum before; the row is then not taken
     */
    public boolean add(String report, String drug, String event, String stratum) {
        int layer = number(strata, stratum);
        int id = number(reports, report);
        if (id == stratumOf.size()) {
            stratumOf.add(layer);
        } else if (stratumOf.get(id) != layer) {
            return false;
        }
        int drugId = number(drugs, drug);
        int eventId = number(events, event);
        name(drugNames, drugId, drug);
        name(eventNames, eventId, event);
        rows.add(new Pairing(id, drugId, eventId));
        drugRows.add(new Pairing(id, drugId, -1));
        eventRows.add(new Pairing(id, -1, eventId));
        return true;
    }

    private static int number(Map<String, Integer> known, String name) {
        return known.computeIfAbsent(name, _ -> known.size());
    }

    private static void name(List<String> names, int number, String name) {
        if (number == names.size()) {
            names.add(name);
        }
    }

    /** Reports taken so far. */
    public int reports() {
        return reports.size();
    }

    /** Every pair that was reported at least once, by drug, then event. */
    public List<PairCounts> pairs() {
        int layers = strata.size();
        int[][] drugTotals = totals(drugRows, drugs.size(), true);
        int[][] eventTotals = totals(eventRows, events.size(), false);
        int[] layerTotals = new int[layers];
        stratumOf.forEach(layer -> layerTotals[layer]++);
        Map<Long, Integer> together = new HashMap<>();
        for (Pairing row : rows) {
            together.merge(key(row.drug(), row.event()), 1, Integer::sum);
        }
        List<PairCounts> pairs = new ArrayList<>(together.size());
        together.forEach(
                (key, n) -> {
                    int drug = (int) (key >>> 32);
                    int event = key.intValue();
                    pairs.add(counts(drug, event, n, drugTotals, eventTotals, layerTotals));
                });
        pairs.sort(Comparator.comparing(PairCounts::drug).thenComparing(PairCounts::event));
        return pairs;
    }

    private PairCounts counts(
            int drug, int event, int n, int[][] drugTotals, int[][] eventTotals, int[] layers) {
        int[] ofDrug = drugTotals[drug];
        int[] ofEvent = eventTotals[event];
        double expected = 0;
        for (int layer = 0; layer < layers.length; layer++) {
            expected += (double) ofDrug[layer] * ofEvent[layer] / layers[layer];
        }
        int drugOnly = sum(ofDrug) - n;
        int eventOnly = sum(ofEvent) - n;
        return new PairCounts(
                drugNames.get(drug),
                eventNames.get(event),
                n,
                drugOnly,
                eventOnly,
                reports.size() - drugOnly - eventOnly - n,
                expected);
    }

    private static long key(int drug, int event) {
        return ((long) drug << 32) | event;
    }

    private int[][] totals(Set<Pairing> from, int names, boolean byDrug) {
        int[][] totals = new int[names][strata.size()];
        for (Pairing row : from) {
            totals[byDrug ? row.drug() : row.event()][stratumOf.get(row.report())]++;
        }
        return totals;
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
