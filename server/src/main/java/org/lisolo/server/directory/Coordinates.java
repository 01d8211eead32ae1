package org.lisolo.server.directory;

import java.util.List;

/** A point in degrees. */
public record Coordinates(double latitude, double longitude) {
    private static final double EARTH_KM = 6371;

    static Coordinates middle(List<Coordinates> points) {
        return new Coordinates(
                points.stream().mapToDouble(Coordinates::latitude).average().orElse(0),
                points.stream().mapToDouble(Coordinates::longitude).average().orElse(0));
    }

    /** Kilometres as the crow flies. */
    double distance(Coordinates other) {
        double here = Math.toRadians(latitude);
        double there = Math.toRadians(other.latitude);
        double north = Math.sin((there - here) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double chord = north * north + Math.cos(here) * Math.cos(there) * east * east;
        return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
    }
}
