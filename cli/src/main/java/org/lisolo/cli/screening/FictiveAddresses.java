package org.lisolo.cli.screening;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes up addresses as they are written in DR Congo and in many other countries. */
final class FictiveAddresses {
    private static final List<FictivePeople.Country> TOWNS =
            FictivePeople.standard().countries().stream()
                    .filter(c -> !c.towns().isEmpty())
                    .toList();

    private static final String[] ENGLISH_WAYS =
            ("Street St Road Rd Avenue Ave Lane Drive Dr Close Way Square Court Boulevard Blvd"
                            + " Terrace Place Crescent Hill Park Green Grove Row Highway Circle"
                            + " Mews Parade")
                    .split(" ", -1);
    private static final String[] FRENCH_WAYS =
            ("rue|rue de|rue du|avenue|avenue de|av.|Av.|AVENUE|RUE|boulevard|bd|Bd.|place|Place"
                            + " de la|chemin|CHEMIN DE|chemin des|impasse|allée|allée des|quai|"
                            + "quai de|passage|PASSAGE|cours|COURS|square|route de|cité|sentier|"
                            + "villa|faubourg|résidence|hameau de|montée|esplanade")
                    .split("\\|", -1);
    private static final String[] NUMBERS_IN_WORDS = {
        "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "douze"
    };

    /** What stands after a street's name where its number follows. */
    private static final String[] ENDINGS =
            ("straße|str.|gasse|weg|platz|allee|straat|laan|weg|plein|gracht|dreef|gatan|vägen|"
                            + "torget|gata|veien|vegen|gate|vej|gade|allé|stræde|katu|tie|kuja|"
                            + "polku|rinne| utca| út| tér| köz| sokak| caddesi| tn| iela| gatvė|"
                            + "holt|braut|stígur|ova|ová| ulica| cesta| trg| nám.| strada| ulitsa")
                    .split("\\|", -1);

    /** What stands before a street's name where its number follows. */
    private static final String[] BEGINNINGS =
            ("Via |Viale |Piazza |Corso |Vicolo |Calle |C/ |Avenida |Av. |Paseo |Plaza |Camino |"
                            + "Rua |Travessa |Praça |Rua do |Rua da |Avenida dos |ul. |al. |os. |"
                            + "plac |Strada |Bulevardul |Jalan |Jl. |Rue |Rue de |Leoforos |Odos |"
                            + "Carrera |Ronda |Rúa |Urb. |Largo ")
                    .split("\\|", -1);

    private static final String[] SHORT_TOWNS = {
        "NYC", "LA", "SF", "DC", "KIN", "L'shi", "B'ville", "Jozi", "New York City", "St. Louis"
    };

    private static final String[] FLATS = {
        "Apt.", "Apt", "Suite", "Apartment", "Unit", "Flat", "Appt", "Appartement"
    };

    private final SplittableRandom random;
    private final FictiveNames names;

    FictiveAddresses(SplittableRandom random, FictiveNames names) {
        this.random = random;
        this.names = names;
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(i == 0 ? 1 + random.nextInt(9) : random.nextInt(10));
        }
        return digits.toString();
    }

    private String number() {
        return digits(1 + random.nextInt(random.nextInt(3) == 0 ? 5 : 3));
    }

    /** A town of some country, small ones too. */
    String town() {
        if (random.nextInt(14) == 0) {
            return pick(SHORT_TOWNS);
        }
        List<String> towns = TOWNS.get(random.nextInt(TOWNS.size())).towns();
        String town = towns.get(random.nextInt(towns.size()));
        return random.nextInt(5) == 0 ? town.toUpperCase(Locale.ROOT) : town;
    }

    /** A house's number and street, in French ways or in those of the world. */
    String street(boolean inFrench) {
        return inFrench
                ? french()
                : switch (random.nextInt(7)) {
                    case 0, 1, 2 -> number() + " " + name() + " " + pick(ENGLISH_WAYS);
                    case 3, 4 -> ending() + " " + number();
                    case 5 -> pick(BEGINNINGS) + name() + " " + number();
                    default -> french();
                };
    }

    private String name() {
        String name = names.plain();
        return random.nextInt(5) == 0 ? name + " " + names.plain() : name;
    }

    /** Rigagatan, Nagy utca, Lindenstraße: a street's name in one word or with an ending. */
    private String ending() {
        String name = names.plain();
        String ending = pick(ENDINGS);
        return (ending.startsWith(" ") || random.nextInt(6) > 0 ? name : name + "s") + ending;
    }

    private String french() {
        String number =
                switch (random.nextInt(12)) {
                    case 0 -> pick(NUMBERS_IN_WORDS);
                    case 1 -> digits(2) + pick(" bis", " ter", "bis", "B");
                    case 2 -> digits(2) + "-" + digits(2);
                    default -> digits(1 + random.nextInt(3));
                };
        String way = pick(FRENCH_WAYS);
        String name =
                switch (random.nextInt(3)) {
                    case 0 -> names.given() + " " + names.plain();
                    case 1 -> names.plain();
                    default ->
                            pick(
                                    "la République",
                                    "Lilas",
                                    "la Gare",
                                    "l'Église",
                                    "Verdun",
                                    "la Paix",
                                    "Roses",
                                    "Maréchal Foch",
                                    "Général Leclerc",
                                    "Hôpital",
                                    "la Mission",
                                    "l'Université",
                                    "Écoles",
                                    "Acacias",
                                    "l'Indépendance",
                                    "30 Juin",
                                    "Manguiers",
                                    "Marché");
                };
        String address = number + pick(" ", ", ", " ") + way + " " + name;
        return random.nextInt(7) == 0 ? address.toUpperCase(Locale.ROOT) : address;
    }

    /** A postal code, as one country or another has it. */
    String code() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> digits(5);
            case 3, 4 -> digits(4);
            case 5 -> digits(3) + " " + digits(2);
            case 6 -> digits(2) + "-" + digits(3);
            case 7 -> digits(5) + "-" + digits(4);
            default ->
                    pick("M", "LS", "K", "SW", "V", "B")
                            + digits(1)
                            + pick("A", "B", "")
                            + " "
                            + digits(1)
                            + pick("XY", "B4", "HT", "1A");
        };
    }

    String flat() {
        return pick(FLATS) + " " + digits(1 + random.nextInt(3));
    }

    /** An address as one stretch. */
    String whole(boolean inFrench) {
        return inFrench ? congolese() : world();
    }

    private String congolese() {
        int number = 1 + random.nextInt(300);
        String name = names.plain();
        String commune = pick("Masina", "Gombe", "Limete", "Kintambo", "Lemba", names.plain());
        return switch (random.nextInt(8)) {
            case 0 -> number + ", avenue " + name;
            case 1 -> "avenue " + name + " n°" + number + ", C/" + commune;
            case 2 -> "Av. " + name + " " + number + ", Q/" + names.plain() + ", C/" + commune;
            case 3 ->
                    "n° "
                            + number
                            + " rue "
                            + name
                            + ", quartier "
                            + names.plain()
                            + ", commune de "
                            + commune;
            case 4 -> "av. " + name + " n° " + number;
            default -> french();
        };
    }

    private String world() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> street(false);
            case 2 -> street(false) + ", " + town();
            case 3 -> line() + ", " + town() + " " + digits(5);
            case 4 -> pick("PO Box ", "P.O. Box ") + digits(4) + ", " + town();
            case 5 ->
                    random.nextInt(3) == 0
                            ? pick("USS ", "USNS ", "USNV ", "USCGC ")
                                    + names.plain()
                                    + "\n"
                                    + pick("DPO ", "APO ", "FPO ")
                                    + pick("AE ", "AP ", "AA ")
                                    + digits(5)
                            : pick("PSC ", "Unit ")
                                    + digits(4)
                                    + pick(" Box ", ", Box ")
                                    + digits(4)
                                    + "\n"
                                    + pick("DPO ", "APO ", "FPO ")
                                    + pick("AE ", "AP ", "AA ")
                                    + digits(5);
            case 6 -> pick("the corner of ", "") + corner() + " and " + corner();
            case 7 -> line() + "\n" + town() + "\n, " + area() + "\n " + end();
            case 8 -> line() + "\n" + town() + pick(", ", "\n, ") + area() + " " + digits(5);
            case 9 -> line() + ", " + town() + ", " + end();
            default -> full();
        };
    }

    /** A number of a house, which forms hold apart from the street. */
    String house() {
        return random.nextInt(5) == 0
                ? "0" + digits(1 + random.nextInt(4))
                : digits(1 + random.nextInt(5));
    }

    /** A street as whole addresses have it: now and then with a number more before it. */
    private String line() {
        String street =
                random.nextInt(8) == 0
                        ? street(false) + " " + names.plain() + " " + pick(ENGLISH_WAYS)
                        : street(false);
        return random.nextInt(5) < 3 ? house() + " " + street : street;
    }

    /** A street by its name alone. */
    String way() {
        return random.nextInt(3) > 0 ? name() + " " + pick(ENGLISH_WAYS) : ending();
    }

    /** A French town with the mark of post for firms. */
    String cedex() {
        String town = town();
        return town
                + pick(" CEDEX", " Cedex", " cedex")
                + (random.nextInt(2) == 0 ? " " + digits(2) : "");
    }

    String area() {
        return random.nextInt(6) == 0 ? "nan" : state();
    }

    private String end() {
        return switch (random.nextInt(3)) {
            case 0 -> digits(5);
            case 1 -> country();
            default -> country() + " " + digits(5);
        };
    }

    private String corner() {
        return random.nextInt(2) == 0
                ? names.plain() + " " + pick(ENGLISH_WAYS)
                : ending() + (random.nextInt(2) == 0 ? " " + number() : "");
    }

    /** Street, flat, town, state or country and code, in lines or in one. */
    private String full() {
        String gap = pick("\n", ", ", " ", "\n ");
        String flat = pick(gap, " ") + pick(FLATS) + " " + digits(3);
        String end =
                switch (random.nextInt(4)) {
                    case 0 -> " " + digits(5);
                    case 1 -> gap + country() + " " + digits(5);
                    case 2 -> gap + country();
                    default -> ", " + state() + " " + digits(5);
                };
        String first = random.nextInt(12) == 0 ? "P.O. Box " + digits(3) + " " + name() : line();
        String second = random.nextInt(8) == 0 ? " " + flat() : "";
        return first + (random.nextInt(4) > 0 ? flat : "") + second + gap + town() + end;
    }

    private String state() {
        return "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
    }

    /** A country by its English name. */
    String country() {
        String[] codes = Locale.getISOCountries();
        return Locale.of("", pick(codes)).getDisplayCountry(Locale.ENGLISH);
    }
}
