package org.lisolo.server.monitoring.cases;

/** What became of a step that a person wanted to take on a case. */
public sealed interface Followed {
    /** The case as it stands now. */
    Case now();

    record Done(Case now) implements Followed {}

    /** Somebody did something in between; nothing was changed. */
    record Overtaken(Case now, CaseStep last) implements Followed {}

    /** New alerts came in between, which a person should read before closing. */
    record MoreAlerts(Case now, int more) implements Followed {}

    /** The conversation has another open case, so this one can't be opened again. */
    record OpenElsewhere(Case now, Case other) implements Followed {}
}
