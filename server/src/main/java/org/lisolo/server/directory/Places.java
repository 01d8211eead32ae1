package org.lisolo.server.directory;

import org.lisolo.server.platform.FactTable;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The provinces and health zones of DR Congo, read once from our table of facts. */
final class Places {
    private static final Map<String, Province> PROVINCES = new LinkedHashMap<>();
    private static final Map<String, HealthZone> ZONES = new LinkedHashMap<>();
    private static final Map<String, Province> PROVINCE_NAMES = new HashMap<>();
    private static final Map<String, HealthZone> ZONE_NAMES = new HashMap<>();
    private static final Map<String, Coordinates> MIDDLES = new HashMap<>();
    private static final Set<String> WORDS = new HashSet<>();

    static {
        Map<String, List<Coordinates>> within = new HashMap<>();
        for (List<String> row : FactTable.rows("/directory/places.csv")) {
            if (row.get(0).equals("province")) {
                Province province = new Province(row.get(1), row.get(2), ZoneId.of(row.get(3)));
                PROVINCES.put(province.code(), province);
                PROVINCE_NAMES.put(Words.fold(province.name()), province);
            } else {
                add(row, within);
            }
        }
        MIDDLES.keySet().forEach(name -> WORDS.addAll(Words.of(name)));
        within.keySet().forEach(name -> WORDS.addAll(Words.of(name)));
        within.forEach((name, points) -> MIDDLES.putIfAbsent(name, Coordinates.middle(points)));
    }

    private Places() {}

    private static void add(List<String> row, Map<String, List<Coordinates>> within) {
        Province province =
                PROVINCES.getOrDefault(row.get(3), new Province("", "", ZoneId.of("UTC")));
        Coordinates middle =
                new Coordinates(Double.parseDouble(row.get(5)), Double.parseDouble(row.get(6)));
        HealthZone zone = new HealthZone(row.get(1), row.get(2), province, middle);
        ZONES.put(zone.code(), zone);
        ZONE_NAMES.putIfAbsent(Words.fold(zone.name()), zone);
        MIDDLES.putIfAbsent(Words.fold(zone.name()), middle);
        for (String name : List.of(row.get(4), province.name())) {
            if (!name.isEmpty()) {
                within.computeIfAbsent(Words.fold(name), _ -> new ArrayList<>()).add(middle);
            }
        }
    }

    static Optional<HealthZone> zone(String codeOrName) {
        return Optional.ofNullable(ZONES.get(codeOrName))
                .or(() -> Optional.ofNullable(ZONE_NAMES.get(Words.fold(codeOrName))));
    }

    /** Its name, or its code where another has the same name. */
    static String unmistakable(HealthZone zone) {
        return zone.equals(ZONE_NAMES.get(Words.fold(zone.name()))) ? zone.name() : zone.code();
    }

    static Optional<Province> province(String codeOrName) {
        return Optional.ofNullable(PROVINCES.get(codeOrName))
                .or(() -> Optional.ofNullable(PROVINCE_NAMES.get(Words.fold(codeOrName))));
    }

    /** About where a town, a territory, a health zone or a province lies. */
    static Optional<Coordinates> about(String name) {
        return Optional.ofNullable(MIDDLES.get(Words.fold(name)));
    }

    /** Whether some place is called so, or one of its names' words. */
    static boolean isWord(String word) {
        return WORDS.contains(word);
    }

    static List<HealthZone> zones() {
        return List.copyOf(ZONES.values());
    }

    /** A province with the time its clocks show. */
    record Province(String code, String name, ZoneId clock) {}

    /** A health zone with the middle of its area. */
    record HealthZone(String code, String name, Province province, Coordinates middle) {}
}
