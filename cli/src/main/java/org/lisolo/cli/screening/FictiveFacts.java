package org.lisolo.cli.screening;

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
    private static final String[] FRENCH_NATIONS =
            ("congolais|congolaise|rwandais|Belges|Français|angolaise|Congolais|canadienne|"
                            + "musulmane|catholique|protestant|kimbanguiste")
                    .split("\\|", -1);
    private static final String[] ENGLISH_NATIONS =
            ("Congolese|French|Belgian|Dutch|Kenyan|Ugandan|Norwegian|Brazilian|Chinese|Polish|"
                            + "Mexican|Muslim|Catholic|Jewish|Hindu|indian|moroccan|Angolans|"
                            + "Tanzanians|Portuguese|Swedish|Hungarian|Icelandic|Czech|Ghanaian")
                    .split("\\|", -1);
    private static final String[] JOB_FIELDS =
            ("Civil|Chemical|Health|Sales|Press|Textile|Medical|Bank|Road|Network|Claims|Junior|"
                            + "Deputy|Catering|Primary school|Machine|Customs|Fire|Water|X-ray")
                    .split("\\|", -1);
    private static final String[] FIRM_BEGINS =
            ("Vex Data Clear Open Med Nova Blue True North Info Net Agri Quanti Health Cyber Lumi"
                            + " Sol Terra Urban Bright Ever Fair Geo Hydro Inter Micro Omni Poly"
                            + " Rapid Smart Trans Uni Verti Wave Xeno Zen")
                    .split(" ", -1);
    private static final String[] FIRM_ENDS =
            ("line ware scope gen tech soft logic path care bridge works stream base sense point"
                            + " metrics ify io ix ent lytics port link grid")
                    .split(" ", -1);
    private static final String[] FIRM_WORDS =
            ("Analytics|Group|Inc.|LLC|Systems|Partners|Capital|Insurance|Technologies|Labs|Media|"
                            + "Networks|Financial|Holdings|Energy|Foods|Consulting|& Co|Corp|PLC")
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
        for (int i = 2 + random.nextInt(random.nextInt(3) == 0 ? 20 : 6); i >= 0; i--) {
            char first = (char) ('A' + random.nextInt(26));
            char second = (char) ('A' + random.nextInt(26));
            citation.append(names.plain()).append(' ').append(first);
            citation.append(pick("", ".", String.valueOf(second)))
                    .append(i == 0 ? pick(". ", " et al. ", ": ") : ", ");
        }
        return citation
                + pick(
                        "Diagnosis and care of leukaemia in adults. Blood. ",
                        "Malaria in children. Lancet. ",
                        "A trial of early surgery. N Engl J Med. ",
                        "Natural history of fever in adults: a cohort study, BMC Public Health ",
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

    /** The number of a page, a grade or a score. */
    String page() {
        int of = 2 + random.nextInt(18);
        int at = 1 + random.nextInt(of);
        return switch (random.nextInt(5)) {
            case 0 -> "[" + at + "/" + of + "]";
            case 1 -> pick("I", "II", "III", "IV") + "/" + pick("III", "IV", "V");
            case 2 -> "0" + random.nextInt(10);
            default -> at + "/" + of;
        };
    }

    /** A row of measured values. */
    String measures() {
        StringBuilder row = new StringBuilder();
        int point = random.nextInt(3);
        for (int i = 3 + random.nextInt(10); i > 0; i--) {
            row.append(random.nextInt(6) == 0 ? "-" : "");
            row.append(random.nextInt(random.nextInt(3) == 0 ? 1000 : 40));
            row.append(point == 0 ? "" : (point == 1 ? "." : ",") + digits(1 + random.nextInt(3)));
            row.append(' ');
        }
        return row.toString().strip();
    }

    String place() {
        return switch (random.nextInt(4)) {
            case 0 -> names.plain();
            case 1 -> addresses.town();
            default -> pick(PLACES);
        };
    }

    String country(boolean inFrench) {
        if (random.nextInt(2) == 0) {
            return inFrench
                    ? pick("Congo", "Rwanda", "Belgique", "France", "Angola")
                    : pick(COUNTRIES);
        }
        return Locale.of("", pick(Locale.getISOCountries()))
                .getDisplayCountry(inFrench ? Locale.FRENCH : Locale.ENGLISH);
    }

    /** Of which country or faith someone is. */
    String nation(boolean inFrench) {
        return inFrench ? pick(FRENCH_NATIONS) : pick(ENGLISH_NATIONS);
    }

    /** What someone works as, a title in a form. */
    String job() {
        return pick(JOB_FIELDS)
                + " "
                + pick(
                        "engineer",
                        "officer",
                        "clerk",
                        "adviser",
                        "operator",
                        "teacher",
                        "designer",
                        "technician",
                        "manager",
                        "assistant",
                        "analyst",
                        "nurse");
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
                        names.plain() + " and Sons",
                        names.plain() + ", " + names.plain() + " and " + names.plain(),
                        names.plain() + "-" + names.plain(),
                        firm(),
                        firm(),
                        firm() + " " + pick(FIRM_WORDS),
                        pick(FIRM_BEGINS) + " " + pick(FIRM_WORDS),
                        "the " + pick(FIRM_BEGINS) + " " + names.plain() + " Foundation");
    }

    private String firm() {
        String firm = pick(FIRM_BEGINS) + pick(FIRM_ENDS);
        return random.nextInt(5) == 0 ? firm.toLowerCase(Locale.ROOT) : firm;
    }

    /** The name of a place of care without the word for it. */
    String clinic() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> names.given() + " " + names.plain();
            case 2 -> "Saint-" + names.given();
            case 3 -> names.given() + "-" + names.plain();
            case 4 -> pick("la ", "Le ", "les ") + names.plain();
            case 5 -> names.letter() + pick("", " ") + names.plain().toUpperCase(Locale.ROOT);
            case 6 -> names.plain() + "-" + names.given() + " " + names.plain();
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

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    String phone(boolean inFrench) {
        if (inFrench && random.nextInt(3) == 0) {
            return european();
        }
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

    /** Two figures by two, and now and then four for a colleague's set. */
    private String european() {
        String gap = pick(" ", ".", " ", ".", "-", "/", "");
        String pairs = String.join(gap, digits(2), digits(2), digits(2), digits(2));
        return switch (random.nextInt(8)) {
            case 0 -> "+33 " + (1 + random.nextInt(9)) + gap + pairs;
            case 1 -> "(33) 0" + (1 + random.nextInt(9)) + gap + pairs;
            case 2 -> "O" + (1 + random.nextInt(9)) + gap + pairs;
            case 3 -> digits(2) + " " + digits(4) + " " + digits(4);
            default -> "0" + (1 + random.nextInt(9)) + gap + pairs;
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

    /** A French social security number, whose key is seldom right. */
    String nir() {
        String gap = pick("", " ", " ");
        if (random.nextInt(4) == 0) {
            return pick("1 ", "2 ") + digits(5) + pick(" ", "") + digits(4) + " " + digits(5);
        }
        return String.join(
                gap,
                pick("1", "2"),
                digits(2),
                String.format(Locale.ROOT, "%02d", 1 + random.nextInt(12)),
                digits(2),
                digits(3),
                digits(3),
                digits(2));
    }

    String plate() {
        String letters = "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
        return digits(4) + letters + "/" + pick("01", "10", "19", "22");
    }
}
