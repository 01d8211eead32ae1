package org.lisolo.server.directory;

import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where something is, and how to get there in words.
 *
 * @param clock whose time the clocks there show
 */
record Address(
        String town,
        String commune,
        Optional<Places.HealthZone> zone,
        Optional<Places.Province> province,
        String street,
        String directions,
        Optional<Coordinates> coordinates,
        ZoneId clock) {

    boolean isEmpty() {
        return town.isEmpty() && zone.isEmpty() && street.isEmpty();
    }

    /** The point that is told, else about where it must be. */
    Optional<Coordinates> about() {
        return coordinates
                .or(() -> zone.map(Places.HealthZone::middle))
                .or(() -> Places.about(commune))
                .or(() -> Places.about(town))
                .or(() -> province.flatMap(one -> Places.about(one.name())));
    }

    /** Every name of a place in it. */
    String names() {
        return String.join(
                " ",
                Stream.of(
                                town,
                                commune,
                                zone.map(Places.HealthZone::name).orElse(""),
                                province.map(Places.Province::name).orElse(""))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }
}
