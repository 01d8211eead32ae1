package org.lisolo.server.community.aliases;

import java.security.SecureRandom;
import java.util.List;

/** Names made of things that grow and flow; nobody is called so. */
final class AliasNames {
    private static final List<String> FRENCH_THINGS =
            List.of(
                    "Manguier",
                    "Baobab",
                    "Ruisseau",
                    "Sentier",
                    "Nuage",
                    "Galet",
                    "Papillon",
                    "Colibri",
                    "Bambou",
                    "Horizon",
                    "Rivage",
                    "Matin",
                    "Soleil",
                    "Hibou",
                    "Palmier",
                    "Caillou",
                    "Vent",
                    "Jardin",
                    "Martinet",
                    "Tamarin",
                    "Fleuve",
                    "Sable",
                    "Phare",
                    "Pont",
                    "Chemin",
                    "Lac",
                    "Figuier",
                    "Goyavier",
                    "Citronnier",
                    "Avocatier");
    private static final List<String> FRENCH_QUALITIES =
            List.of(
                    "calme",
                    "patient",
                    "tranquille",
                    "discret",
                    "lointain",
                    "paisible",
                    "attentif",
                    "silencieux",
                    "lent",
                    "ancien",
                    "bleu",
                    "vert",
                    "argenté",
                    "matinal",
                    "léger",
                    "doux",
                    "fidèle",
                    "rêveur",
                    "solide",
                    "serein");
    private static final List<String> ENGLISH_THINGS =
            List.of(
                    "Mango tree",
                    "Baobab",
                    "Stream",
                    "Path",
                    "Cloud",
                    "Pebble",
                    "Butterfly",
                    "Hummingbird",
                    "Bamboo",
                    "Horizon",
                    "Shore",
                    "Morning",
                    "Sunbeam",
                    "Owl",
                    "Palm tree",
                    "Stone",
                    "Breeze",
                    "Garden",
                    "Swift",
                    "Tamarind",
                    "River",
                    "Sand",
                    "Lighthouse",
                    "Bridge",
                    "Road",
                    "Lake",
                    "Fig tree",
                    "Guava",
                    "Lemon tree",
                    "Fern");
    private static final List<String> ENGLISH_QUALITIES =
            List.of(
                    "Calm",
                    "Patient",
                    "Quiet",
                    "Discreet",
                    "Distant",
                    "Peaceful",
                    "Attentive",
                    "Silent",
                    "Slow",
                    "Ancient",
                    "Blue",
                    "Green",
                    "Silver",
                    "Early",
                    "Light",
                    "Gentle",
                    "Faithful",
                    "Dreaming",
                    "Steady",
                    "Serene");

    private AliasNames() {}

    /**
     * One of some hundreds.
     *
     * @param attempt a number goes with it once several were taken
     */
    static String random(SecureRandom random, String language, int attempt) {
        String name =
                language.equals("en")
                        ? one(random, ENGLISH_QUALITIES)
                                + " "
                                + one(random, ENGLISH_THINGS).toLowerCase(java.util.Locale.ROOT)
                        : one(random, FRENCH_THINGS) + " " + one(random, FRENCH_QUALITIES);
        return attempt < 5 ? name : name + " " + (2 + random.nextInt(9_998));
    }

    private static String one(SecureRandom random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
