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

    private static final String[] FRENCH_ROLES =
            ("L'infirmier|L'infirmière|Le pasteur|Le professeur|La sage-femme|Le chanteur|"
                            + "L'ancien ministre|Le député|La sénatrice|L'entraîneur|Le gardien|"
                            + "Le témoin|La directrice|Le journaliste|Le capitaine|L'actrice|"
                            + "Le notaire|La chercheuse")
                    .split("\\|", -1);
    private static final String[] ENGLISH_ROLES =
            ("Producer|Captain|Nurse|Guitarist|Coach|President|Senator|Actor|Founder|Author|"
                            + "Witness|Midwife|Driver|Drummer|Detective|Judge|Bishop|Pastor|"
                            + "Minister|Chairman|Poet|Novelist|Striker|Goalkeeper|Secretary|"
                            + "Ambassador|Farmer|Student|Colonel|Sergeant|Presenter|Songwriter|"
                            + "The painter|The lawyer|The midwife|The trainer|His agent|"
                            + "Our colleague|Her lawyer|Former mayor|Retired teacher")
                    .split("\\|", -1);
    private final SplittableRandom random;
    private final FictiveNames names;
    private final FictiveAddresses addresses;

    FictiveFacts(SplittableRandom random, FictiveNames names, FictiveAddresses addresses) {
        this.random = random;
        this.names = names;
        this.addresses = addresses;
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
        return switch (random.nextInt(4)) {
            case 0 -> names.plain();
            case 1 -> addresses.town();
            default -> pick(PLACES);
        };
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

    String role(boolean inFrench) {
        return inFrench ? pick(FRENCH_ROLES) : pick(ENGLISH_ROLES);
    }

    /** Figures with a blank between each, as scanned forms have them. */
    static String apart(String figures) {
        return String.join(" ", figures.replaceAll("\\D", "").split("", -1)).strip();
    }

    /** A day, and at times the time of day with seconds. */
    String moment() {
        LocalDate day = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(20_000));
        return String.format(
                Locale.ROOT,
                "%s%s%02d:%02d:%02d",
                day,
                pick(" ", "T"),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60));
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

    /** The name of a place of care without the word for it. */
    String clinic() {
        return switch (random.nextInt(3)) {
            case 0 -> names.given() + " " + names.plain();
            case 1 -> "Saint-" + names.given();
            default -> names.plain();
        };
    }

    String hospital(boolean inFrench) {
        String name = place();
        if (inFrench) {
            return pick(
                    "hôpital de " + name,
                    "HGR " + name,
                    "hôpital général de référence de " + name,
                    "CS " + name,
                    "clinique " + names.plain(),
                    "hôpital Saint " + names.given(),
                    "maternité de " + name,
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

    /** A day in eight figures. */
    String day() {
        LocalDate day = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(31_600));
        return String.format(
                Locale.ROOT,
                "%02d/%02d/%d",
                day.getDayOfMonth(),
                day.getMonthValue(),
                day.getYear());
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
