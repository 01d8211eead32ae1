package org.lisolo.server.publishing.gate;

import org.lisolo.server.publishing.gate.Concern.Weight;
import org.lisolo.server.releases.ReleaseId;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the gate found in a draft.
 *
 * @param answered whose release answers a finding, by its key: then it stops nothing
 */
public record Verdict(List<Finding> findings, Map<String, ReleaseId> answered) {
    public Verdict {
        findings = List.copyOf(findings);
        answered = Map.copyOf(answered);
    }

    /** Of a draft that nobody has permitted anything of. */
    public Verdict(List<Finding> findings) {
        this(findings, Map.of());
    }

    /** What must be mended, whoever says otherwise. */
    public List<Finding> toMend() {
        return of(Weight.MENDS);
    }

    /** What stops it, but for what a release answers and what was overruled. */
    public List<Finding> stopping(Set<String> overruled) {
        return of(Weight.STOPS).stream()
                .filter(f -> !overruled.contains(f.key()) && !answered.containsKey(f.key()))
                .toList();
    }

    /** What whoever writes is asked to think of. */
    public List<Finding> asking() {
        return of(Weight.ASKS);
    }

    /** Whether anything was found at all: then more people look at it. */
    public boolean isRaised() {
        return !of(Weight.STOPS).isEmpty() || !asking().isEmpty();
    }

    private List<Finding> of(Weight weight) {
        return findings.stream().filter(f -> f.concern().weight() == weight).toList();
    }

    /** Where it stands: {@code clear}, {@code asks} or {@code stops}. */
    public String state(Set<String> overruled) {
        Weight worst =
                !toMend().isEmpty() || !stopping(overruled).isEmpty()
                        ? Weight.STOPS
                        : asking().isEmpty() ? Weight.MENDS : Weight.ASKS;
        return worst == Weight.MENDS ? "clear" : worst.name().toLowerCase(Locale.ROOT);
    }
}
