package org.lisolo.cli.screening;

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
    private static final String[] GIVEN = {
        "Jean",
        "Marie",
        "Grâce",
        "Divine",
        "Patient",
        "Espérance",
        "Dieumerci",
        "Bénédicte",
        "Trésor",
        "Plamedi",
        "Glody",
        "Exaucée",
        "Héritier",
        "Chancel",
        "Merveille",
        "Naomie",
        "Fiston",
        "Junior",
        "Rosette",
        "Angélique",
        "Fabien",
        "Josephine",
        "Eunice",
        "Gaëlle",
        "Didier",
        "Willy",
        "Arlette",
        "Cédric",
        "Mimi",
        "Joëlle",
        "Emma",
        "Oliver",
        "Sarah",
        "Amelia",
        "Ethan",
        "Chloe",
        "Megan",
        "Harold",
        "Walter",
        "Ingrid",
        "Sven",
        "Luca",
        "Giulia",
        "Pedro",
        "Ana",
        "Yuki",
        "Hassan",
        "Leila",
        "Ivan",
        "Olga",
        "Katarina",
        "Piotr",
        "Agnieszka",
        "Mehmet",
        "Aisha",
        "Kofi",
        "Abena",
        "Thandi"
    };

    private final SplittableRandom random;

    FictiveNames(SplittableRandom random) {
        this.random = random;
    }

    private String pick(String[] some) {
        return some[random.nextInt(some.length)];
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

    String given() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> pick(GIVEN);
            case 2 -> worldly();
            default -> random.nextInt(3) == 0 ? pick(GIVEN) + "-" + pick(GIVEN) : congolese();
        };
    }

    String family() {
        String name = random.nextInt(2) == 0 ? congolese() : worldly();
        return random.nextInt(4) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    String full() {
        boolean congolese = random.nextInt(5) < 3;
        String first = congolese ? congolese() : worldly();
        String second = congolese ? congolese() : worldly();
        return switch (random.nextInt(8)) {
            case 0, 1 -> given() + " " + first;
            case 2 -> first + " " + second + " " + given();
            case 3 -> first.toUpperCase(Locale.ROOT) + " " + given();
            case 4 -> (first + " " + second).toUpperCase(Locale.ROOT) + " " + given();
            case 5 -> given() + " " + initial() + " " + first;
            case 6 -> given() + " " + first + (random.nextInt(2) == 0 ? " " : "-") + second;
            default -> given() + " " + first.charAt(0) + ".";
        };
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

    String plain() {
        return random.nextInt(2) == 0 ? congolese() : worldly();
    }
}
