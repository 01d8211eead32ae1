package org.lisolo.server.directory;

/** When somebody can be met at a facility. */
final class Workplaces {
    private Workplaces() {}

    /** By the facility's clock; on days when it is closed, so are they. */
    static OpeningTimes times(Professional.Workplace workplace, Facility facility) {
        return new OpeningTimes(
                workplace.times().week(),
                facility.times().special().stream().filter(days -> days.spans().isEmpty()).toList(),
                facility.address().clock());
    }
}
