package org.lisolo.cli.screening;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes up dates, places, numbers and what else is told of people. */
final class FictiveFacts {
    private static final String[] PLACES = {
        "Masina",
        "Gombe",
        "Limete",
        "Kintambo",
        "Ngaliema",
        "Bandalungwa",
        "Lemba",
        "Matete",
        "Kimbanseke",
        "Goma",
        "Bukavu",
        "Lubumbashi",
        "Kisangani",
        "Mbandaka",
        "Boende",
        "Kikwit",
        "Kananga",
        "Mbuji-Mayi",
        "Tshikapa",
        "Matadi",
        "Boma",
        "Beni",
        "Butembo",
        "Bunia",
        "Uvira",
        "Kindu",
        "Kolwezi",
        "Likasi",
        "Kalemie",
        "Isiro",
        "Nyiragongo",
        "Karisimbi",
        "Houston",
        "Leeds",
        "Nairobi",
        "Kampala",
        "Lyon",
        "Namur",
        "Toulouse",
        "Dallas",
        "Springfield",
        "Porto",
        "Malmö"
    };
    private static final String[] COUNTRIES = {
        "Congo",
        "Rwanda",
        "Angola",
        "France",
        "Kenya",
        "Canada",
        "Portugal",
        "India",
        "Brazil",
        "Uganda",
        "Zambia",
        "Tanzania"
    };
    private static final String[] FRENCH_DISEASES = {
        "le paludisme",
        "le choléra",
        "la rougeole",
        "le diabète",
        "la tuberculose",
        "une hypertension",
        "la drépanocytose",
        "la maladie de Parkinson",
        "la maladie de Basedow",
        "le syndrome de Guillain-Barré",
        "un lymphome de Hodgkin",
        "le VIH",
        "la mpox",
        "une fièvre typhoïde",
        "la maladie d'Alzheimer",
        "une hépatite B"
    };
    private static final String[] ENGLISH_DISEASES = {
        "malaria",
        "cholera",
        "measles",
        "diabetes",
        "tuberculosis",
        "hypertension",
        "sickle cell disease",
        "Parkinson's disease",
        "Graves disease",
        "Guillain-Barré syndrome",
        "Hodgkin's lymphoma",
        "HIV",
        "mpox",
        "Alzheimer's disease",
        "Type 2 Diabetes",
        "Marfan syndrome",
        "Crohn's disease",
        "COPD",
        "stage 3 CKD"
    };
    private static final String[] FRENCH_KIN = {
        "fille", "fils", "mère", "père", "sœur", "frère", "tante", "cousine", "grand-mère", "nièce"
    };
    private static final String[] ENGLISH_KIN = {
        "daughter",
        "son",
        "mother",
        "father",
        "sister",
        "brother",
        "aunt",
        "cousin",
        "grandmother",
        "niece"
    };

    private static final String[] FRENCH_DOINGS =
            ("a dit|est parti|a crié|attend|est tombée malade|a appelé|va mieux|"
                            + "a demandé|travaille|consulte|a reçu ses résultats|tousse beaucoup|"
                            + "habite|a perdu son travail|cherche|nous a aidés|avait donné|"
                            + "pense que oui|a signé|sera là|a épousé|remercie|a vu|"
                            + "voulait rencontrer|soigne")
                    .split("\\|", -1);
    private static final String[] ENGLISH_DOINGS =
            ("said|left|cried|is waiting|fell ill|called|is better|asked|works|"
                            + "has seen|got the results|coughs a lot|lives|lost the job|"
                            + "is looking for|helped us|has sent|thinks so|signed|will be there|"
                            + "married|thanks|saw|wanted to meet|is kind|gave|was brave|told|"
                            + "whispered|can help|has left|plays|sang|wrote|must go|does not eat|"
                            + "seems tired|is trusted|was seen|sold")
                    .split("\\|", -1);

    private final SplittableRandom random;
    private final FictiveNames names;

    FictiveFacts(SplittableRandom random, FictiveNames names) {
        this.random = random;
        this.names = names;
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }

    /** What someone does, did or will do. */
    String does(boolean inFrench) {
        return inFrench ? pick(FRENCH_DOINGS) : pick(ENGLISH_DOINGS);
    }

    /** The authors and the place of a paper, which are public. */
    String citation() {
        StringBuilder citation = new StringBuilder();
        for (int i = 2 + random.nextInt(6); i >= 0; i--) {
            char first = (char) ('A' + random.nextInt(26));
            char second = (char) ('A' + random.nextInt(26));
            citation.append(names.plain()).append(' ').append(first);
            citation.append(pick("", String.valueOf(second))).append(i == 0 ? ". " : ", ");
        }
        return citation
                + pick(
                        "Diagnosis and care of leukaemia in adults. Blood. ",
                        "Malaria in children. Lancet. ",
                        "Le traitement de la fièvre. Rev Med. ")
                + (1990 + random.nextInt(36))
                + pick(" Jan 21;", " Mar 3;", ";")
                + digits(3)
                + "("
                + digits(1)
                + "):"
                + digits(3)
                + "-"
                + digits(2)
                + ".";
    }

    String place() {
        return random.nextInt(4) == 0 ? names.plain() : pick(PLACES);
    }

    String country(boolean inFrench) {
        return inFrench ? pick("Congo", "Rwanda", "Belgique", "France", "Angola") : pick(COUNTRIES);
    }

    String kin(boolean inFrench) {
        return inFrench ? pick(FRENCH_KIN) : pick(ENGLISH_KIN);
    }

    String disease(boolean inFrench) {
        return inFrench ? pick(FRENCH_DISEASES) : pick(ENGLISH_DISEASES);
    }

    String title(boolean inFrench) {
        return inFrench
                ? pick(
                        "Dr",
                        "Docteur",
                        "Mme",
                        "Mr",
                        "M.",
                        "Monsieur",
                        "Madame",
                        "Mlle",
                        "Pr",
                        "Maman",
                        "Papa")
                : pick("Dr.", "Dr", "Mr.", "Mrs.", "Ms.", "Mr", "Miss", "Prof.");
    }

    String organisation(boolean inFrench) {
        return inFrench
                ? pick(
                        "l'OMS",
                        "Médecins Sans Frontières",
                        "la Croix-Rouge",
                        "l'UNICEF",
                        "le ministère de la Santé")
                : pick(
                        "WHO",
                        "UNICEF",
                        "the Red Cross",
                        names.plain() + " Ltd.",
                        names.plain() + " Group",
                        names.plain() + " and Sons");
    }

    String hospital(boolean inFrench) {
        String name = place();
        if (inFrench) {
            return pick(
                    "l'hôpital de " + name,
                    "HGR " + name,
                    "l'hôpital général de référence de " + name,
                    "CS " + name,
                    "la clinique " + names.plain(),
                    "l'hôpital Saint " + names.given(),
                    "la maternité de " + name,
                    "CHU " + name,
                    "centre de santé " + name,
                    "Cliniques universitaires de " + name);
        }
        return pick(
                "St. " + names.given() + "'s Hospital",
                name + " General Hospital",
                name + " Medical Center",
                "Mount " + names.plain(),
                names.plain() + " Clinic",
                "the clinic in " + name,
                "St. " + names.given() + "'s");
    }

    String address(boolean inFrench) {
        int number = 1 + random.nextInt(300);
        String name = names.plain();
        return inFrench ? frenchAddress(number, name) : englishAddress(number, name);
    }

    private String frenchAddress(int number, String name) {
        return pick(
                number + ", avenue " + name,
                "avenue " + name + " n°" + number + ", C/" + place(),
                "Av. " + name + " " + number + ", Q/" + names.plain() + ", C/" + place(),
                "n° "
                        + number
                        + " rue "
                        + name
                        + ", quartier "
                        + names.plain()
                        + ", commune de "
                        + place(),
                number + " rue de " + name);
    }

    private String englishAddress(int number, String name) {
        return pick(
                number + " " + name + " Street",
                number + " " + name + " Ave, " + place(),
                number * 13 + " " + name + " Road, " + place() + " " + digits(5),
                number
                        + " "
                        + name
                        + " "
                        + (1 + random.nextInt(90))
                        + "\n Apt. "
                        + digits(3)
                        + "\n "
                        + place()
                        + "\n "
                        + digits(5),
                name + "gata " + number,
                number + " Rue " + name,
                names.plain() + "vej " + number + ", " + place(),
                number
                        + " "
                        + name
                        + " "
                        + pick("Close", "Way", "Square", "Drive", "Lane", "Court")
                        + "\n Suite "
                        + digits(3)
                        + "\n "
                        + place()
                        + "\n "
                        + names.plain()
                        + " "
                        + digits(5),
                "PO Box " + digits(4) + ", " + place(),
                "Unit "
                        + digits(4)
                        + " Box "
                        + digits(4)
                        + "\n"
                        + pick("DPO", "APO", "FPO")
                        + " AE "
                        + digits(5),
                "the corner of " + name + " Street and " + names.plain() + " Road");
    }

    String date(boolean inFrench) {
        LocalDate day = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(31_600));
        Locale language = inFrench ? Locale.FRENCH : Locale.ENGLISH;
        String month = day.getMonth().getDisplayName(TextStyle.FULL, language);
        String brief = day.getMonth().getDisplayName(TextStyle.SHORT, language);
        int d = day.getDayOfMonth();
        int m = day.getMonthValue();
        int y = day.getYear();
        String two = String.format(Locale.ROOT, "%02d/%02d/%d", d, m, y);
        if (inFrench) {
            return pick(
                    two,
                    d + " " + month + " " + y,
                    d + " " + month,
                    month + " " + y,
                    d + "/" + m + "/" + y % 100,
                    two,
                    d + "-" + m + "-" + y,
                    day.toString(),
                    d + " " + brief + " " + y,
                    two.replace('/', '.'),
                    "1er " + month);
        }
        return pick(
                month + " " + d + ", " + y,
                month + " " + d + "th, " + y,
                d + " " + month + " " + y,
                m + "/" + d + "/" + y,
                brief + " " + d + ", " + y,
                month + " " + d + "th",
                month + " " + y,
                day.toString(),
                two,
                brief + " " + d + " '" + y % 100);
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    String phone() {
        String operator = pick("81", "82", "84", "85", "89", "90", "97", "99");
        return switch (random.nextInt(6)) {
            case 0 -> "+243" + operator + digits(7);
            case 1 -> "+243 " + operator + digits(1) + " " + digits(3) + " " + digits(3);
            case 2 -> "0" + operator + digits(7);
            case 3 ->
                    "0" + operator + digits(1) + " " + digits(2) + " " + digits(2) + " "
                            + digits(2);
            case 4 -> digits(3) + "-" + digits(3) + "-" + digits(4);
            default -> "(" + digits(3) + ") " + digits(3) + "-" + digits(4);
        };
    }

    String mail() {
        return (names.plain() + pick(".", "", "_") + names.plain()).toLowerCase(Locale.ROOT)
                + pick("", digits(2))
                + "@"
                + pick("gmail.com", "yahoo.fr", "example.cd", "hotmail.com", "sante.example");
    }

    String url() {
        return pick("https://", "www.", "http://www.")
                + names.plain().toLowerCase(Locale.ROOT)
                + ".com/"
                + digits(3);
    }

    String code() {
        String letters = "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
        return switch (random.nextInt(6)) {
            case 0 -> digits(5 + random.nextInt(5));
            case 1 -> letters + "-" + digits(6);
            case 2 -> letters + digits(5);
            case 3 -> digits(3) + "/" + digits(4) + "/" + digits(2);
            case 4 -> "#" + digits(6);
            default -> digits(4) + "-" + digits(4);
        };
    }

    String plate() {
        String letters = "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
        return digits(4) + letters + "/" + pick("01", "10", "19", "22");
    }
}
