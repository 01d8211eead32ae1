package org.lisolo.cli.screening;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes up names of people: syllables as they are heard in DR Congo, France and elsewhere. */
final class FictiveNames {
    private static final String[] CONGO_BEGINS = {
        "Ka", "Mu", "Ma", "Ki", "Lu", "Nga", "Tshi", "Ilu", "Mbu", "Ntu", "Nsi", "Mwa", "Bo", "Ku",
        "Ba", "Kya", "Kasa", "Nzu", "Muta", "Ndo", "Be", "Lo", "Mpo", "Nku", "Ya", "Ngo", "Shi",
        "Wa", "Zo", "Bi"
    };
    private static final String[] CONGO_MIDDLES = {
        "la", "mba", "bo", "ngo", "ka", "se", "mbe", "tu", "ndi", "lu", "si", "yi", "nga", "zi",
        "ko", "be", "re", "vu", "shi", "ki"
    };
    private static final String[] CONGO_ENDS = {
        "mba", "nga", "la", "ya", "ngo", "mbo", "di", "ka", "ji", "lo", "ndu", "zi", "mbe", "le",
        "ku", "si", "ba", "ni", "wa", "to"
    };
    private static final String[] WORLD_BEGINS = {
        "Al", "Ber", "Car", "Dal", "El", "Fer", "Gar", "Hal", "Jo", "Kar", "Lam", "Mar", "Nor",
        "Ol", "Per", "Ros", "Sal", "Ter", "Van", "Wil", "Zol", "Bran", "Ch", "Dr", "Fl", "Gr", "Kl",
        "Pr", "Sch", "St", "Th", "Tr", "Yel", "Szo", "Hr", "Vla", "Li"
    };
    private static final String[] WORLD_MIDDLES = {
        "e", "a", "i", "o", "an", "en", "in", "on", "er", "ar", "el", "al", "as", "is", "ü", "é",
        "ö", "á", "ou", "ei"
    };
    private static final String[] WORLD_ENDS = {
        "son", "sen", "ov", "ova", "ez", "ini", "elli", "ard", "eau", "ier", "mann", "berg",
                "ström", "escu", "ić", "ski", "nen",
        "wicz", "er", "man", "ton", "ley", "ford", "din", "nard", "let", "ot", "in", "y", "a", "us",
                "quist", "dóttir", "ánek",
        "os", "akis", "ian", "oglu", "enko", "zadeh", "ham", "well", "worth"
    };
    private static final String[] GIVEN =
            ("Jean Marie Grâce Divine Patient Espérance Dieumerci Bénédicte Trésor Plamedi Glody"
                            + " Exaucée Héritier Chancel Merveille Naomie Fiston Junior Rosette"
                            + " Angélique Fabien Josephine Eunice Gaëlle Didier Willy Arlette"
                            + " Cédric Mimi Joëlle Dorcas Ruth Gloire Bienvenu Blaise Clovis"
                            + " Dieudonné Éphraïm Fidèle Godefroid Honoré Isaac Jérémie Ketsia"
                            + " Lydie Mardochée Nephtali Odon Prosper Rachidi Séraphin Tharcisse"
                            + " Ursule Vital Wivine Zacharie")
                    .split(" ", -1);
    private static final String[] PARTICLES = {
        "van", "de", "van der", "van den", "ten", "ter", "von", "zu", "da", "dos", "del", "della",
        "di", "el", "al", "bin", "ben", "le", "du", "des", "la", "Mac", "O'", "Mc", "Al-", "El-",
        "D'", "St."
    };

    private final SplittableRandom random;
    private final List<FictivePeople.Country> countries;

    FictiveNames(SplittableRandom random) {
        this.random = random;
        this.countries =
                FictivePeople.standard().countries().stream()
                        .filter(c -> !c.given().isEmpty() && !c.family().isEmpty())
                        .toList();
    }

    private String pick(String[] some) {
        return some[random.nextInt(some.length)];
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String congolese() {
        return pick(CONGO_BEGINS)
                + (random.nextInt(3) > 0 ? pick(CONGO_MIDDLES) : "")
                + pick(CONGO_ENDS);
    }

    private String worldly() {
        return pick(WORLD_BEGINS)
                + pick(WORLD_MIDDLES)
                + (random.nextInt(3) == 0
                        ? pick(new String[] {"l", "n", "r", "d", "m", "s", "v"})
                        : "")
                + pick(WORLD_ENDS);
    }

    private FictivePeople.Country country() {
        return countries.get(random.nextInt(countries.size()));
    }

    /** A given name, of a country or of DR Congo. */
    private String given(FictivePeople.Country of) {
        return random.nextInt(3) > 0 ? pick(of.given()) : given();
    }

    /** A family name of a country, now and then with a particle, now and then of no list. */
    private String family(FictivePeople.Country of) {
        String name = random.nextInt(4) > 0 ? pick(of.family()) : worldly();
        if (random.nextInt(10) > 0) {
            return name;
        }
        String particle = pick(PARTICLES);
        boolean joined = "'c-".indexOf(particle.charAt(particle.length() - 1)) >= 0;
        return particle + (joined ? "" : " ") + name;
    }

    String given() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> pick(GIVEN);
            case 2 -> worldly();
            case 3, 4 -> pick(country().given());
            default -> random.nextInt(3) == 0 ? pick(GIVEN) + "-" + pick(GIVEN) : congolese();
        };
    }

    String family() {
        String name =
                switch (random.nextInt(5)) {
                    case 0, 1 -> congolese();
                    case 2 -> worldly();
                    default -> family(country());
                };
        return random.nextInt(5) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    String full() {
        if (random.nextInt(9) < 4) {
            return worldly(country());
        }
        String first = congolese();
        String second = congolese();
        return switch (random.nextInt(9)) {
            case 8 -> postnamed(first + " " + second.toLowerCase(Locale.ROOT));
            case 0, 1 -> given() + " " + first;
            case 2 -> first + " " + second + " " + given();
            case 3 -> first.toUpperCase(Locale.ROOT) + " " + given();
            case 4 -> (first + " " + second).toUpperCase(Locale.ROOT) + " " + given();
            case 5 -> given() + " " + initial() + " " + first;
            case 6 -> given() + " " + first + (random.nextInt(2) == 0 ? " " : "-") + second;
            default -> given() + " " + first.charAt(0) + ".";
        };
    }

    /** With a postnom that is written small. */
    private String postnamed(String names) {
        return random.nextInt(2) == 0 ? names + " " + given() : given() + " " + names;
    }

    private String worldly(FictivePeople.Country of) {
        String given = given(of);
        String family = family(of);
        return switch (random.nextInt(12)) {
            case 0 -> given + " " + initial() + " " + family;
            case 1 -> family.toUpperCase(Locale.ROOT) + " " + given;
            case 2 -> given + " " + family.toUpperCase(Locale.ROOT);
            case 3 -> given + " " + family + (random.nextInt(2) == 0 ? " " : "-") + family(of);
            case 4 -> given + " " + given(of) + " " + family;
            case 5 -> family + " " + given;
            default -> given + " " + family;
        };
    }

    String letter() {
        return (char) ('A' + random.nextInt(26)) + ".";
    }

    private String initial() {
        return (char) ('A' + random.nextInt(26)) + (random.nextInt(3) == 0 ? "" : ".");
    }

    String initials() {
        return switch (random.nextInt(3)) {
            case 0 -> initial() + " " + family();
            case 1 -> given() + " " + (char) ('A' + random.nextInt(26)) + ".";
            default -> initial() + initial() + " " + family();
        };
    }

    /** A name of a street, a firm or a place. */
    String plain() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> congolese();
            case 2 -> worldly();
            default -> pick(country().family());
        };
    }
}
