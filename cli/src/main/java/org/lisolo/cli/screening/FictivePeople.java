package org.lisolo.cli.screening;

import org.lisolo.screening.phi.WorldNames;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Names of people, towns and streets by country, as {@code world-names.txt} lists them. */
final class FictivePeople {
    private static final FictivePeople STANDARD = new FictivePeople();

    private final List<Country> countries = new ArrayList<>();

    /**
     * The names of a country; any list may be empty.
     *
     * @param code of its language and itself, or of its language alone
     */
    record Country(
            String code,
            List<String> given,
            List<String> family,
            List<String> towns,
            List<String> streets) {}

    private FictivePeople() {
        try (InputStream input =
                        Objects.requireNonNull(
                                FictivePeople.class.getResourceAsStream("world-names.txt"));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    countries.add(country(line.substring(1, line.indexOf(']'))));
                } else if (!line.startsWith("#")) {
                    add(countries.getLast(), line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Country country(String code) {
        return new Country(
                code, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private static void add(Country country, String line) {
        int blank = line.indexOf(' ');
        List<String> names = List.of(line.substring(blank + 1).split("\\|", -1));
        switch (line.substring(0, blank)) {
            case "given" -> country.given().addAll(names);
            case "family" -> country.family().addAll(names);
            case "city" -> country.towns().addAll(names);
            case "street" -> country.streets().addAll(names);
            default -> throw new IllegalStateException(line.substring(0, blank));
        }
    }

    static FictivePeople standard() {
        return STANDARD;
    }

    List<Country> countries() {
        return countries;
    }

    /** All of them, whatever their country. */
    WorldNames all() {
        return new WorldNames(
                all(Country::given),
                all(Country::family),
                all(Country::towns),
                all(Country::streets));
    }

    private List<String> all(Function<Country, List<String>> list) {
        return countries.stream().map(list).flatMap(List::stream).distinct().toList();
    }
}
