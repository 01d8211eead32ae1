package org.lisolo.screening.phi;

import java.util.List;

/**
 * Names of people, towns and streets of many countries, of which the sequence model is told that
 * they are names somewhere.
 */
public record WorldNames(
        List<String> given, List<String> family, List<String> towns, List<String> streets) {
    public WorldNames {
        given = List.copyOf(given);
        family = List.copyOf(family);
        towns = List.copyOf(towns);
        streets = List.copyOf(streets);
    }
}
