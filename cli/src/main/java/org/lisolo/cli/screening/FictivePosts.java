package org.lisolo.cli.screening;

import org.jspecify.annotations.Nullable;
import org.lisolo.screening.Span;
import org.lisolo.screening.phi.PhiExample;
import org.lisolo.screening.phi.PhiExample.Kind;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Makes up posts, letters and notes of invented people in DR Congo and elsewhere, with their
 * identifiers marked. The same seed makes the same texts.
 */
final class FictivePosts {
    private static final String[] CAPITALS = {
        "Paris", "PARIS", "Kinshasa", "Bruxelles", "Lyon", "Marseille", "Genève", "Brazzaville"
    };

    private final List<String> french = new ArrayList<>();
    private final List<String> english = new ArrayList<>();
    private final SplittableRandom random;
    private final FictiveNames names;
    private final FictiveAddresses addresses;
    private final FictiveFacts facts;
    private final FictiveDates dates;

    /**
     * An invented text.
     *
     * @param lang {@code fr} or {@code en}
     */
    record Post(String lang, PhiExample example) {}

    FictivePosts(long seed) {
        random = new SplittableRandom(seed);
        names = new FictiveNames(random);
        addresses = new FictiveAddresses(random, names);
        facts = new FictiveFacts(random, names, addresses);
        dates = new FictiveDates(random);
        try (InputStream input =
                        Objects.requireNonNull(
                                FictivePosts.class.getResourceAsStream("fictive-posts.txt"));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            List<String> into = french;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.equals("[fr]") || line.equals("[en]")) {
                    into = line.equals("[fr]") ? french : english;
                } else if (!line.startsWith("#")) {
                    into.add(line.replace("\\n", "\n"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Post next() {
        boolean inFrench = random.nextInt(100) < 55;
        List<String> templates = inFrench ? french : english;
        StringBuilder text = new StringBuilder();
        List<PhiExample.Marked> marked = new ArrayList<>();
        int sentences = 1 + random.nextInt(2);
        for (int i = 0; i < sentences; i++) {
            if (i > 0) {
                text.append(random.nextInt(3) == 0 ? "\n" : " ");
            }
            String template = templates.get(random.nextInt(templates.size()));
            fill(
                    template.startsWith("! ") ? template.substring(2) : template,
                    inFrench,
                    text,
                    marked);
        }
        PhiExample example = new PhiExample(text.toString(), marked);
        return new Post(inFrench ? "fr" : "en", inSomeCase(example));
    }

    /** Now and then all in small or capital letters, as people write. */
    private PhiExample inSomeCase(PhiExample example) {
        int dice = random.nextInt(100);
        if (dice >= 14) {
            return example;
        }
        String other =
                dice < 10
                        ? example.text().toLowerCase(Locale.ROOT)
                        : example.text().toUpperCase(Locale.ROOT);
        return other.length() == example.text().length()
                ? new PhiExample(other, example.marked())
                : example;
    }

    private void fill(
            String template, boolean inFrench, StringBuilder text, List<PhiExample.Marked> marked) {
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            text.append(template, at, open);
            int close = template.indexOf('}', open);
            slot(template.substring(open + 1, close), inFrench, text, marked);
            at = close + 1;
        }
        text.append(template.substring(at));
    }

    private void slot(
            String slot, boolean inFrench, StringBuilder text, List<PhiExample.Marked> marked) {
        int start = text.length();
        if (slot.equals("hospital")) {
            start = hospital(inFrench, text);
        } else {
            text.append(word(slot, inFrench));
        }
        Kind kind = kind(slot);
        if (kind != null) {
            marked.add(new PhiExample.Marked(new Span(start, text.length()), kind));
        }
    }

    private String word(String slot, boolean inFrench) {
        return switch (slot) {
            case "name" -> names.full();
            case "given" -> names.given();
            case "family" -> names.family();
            case "short" -> names.given() + " " + names.letter();
            case "letter" -> names.letter();
            case "initials" -> names.initials();
            case "date" -> dates.date(inFrench);
            case "place" -> facts.place();
            case "clinic" -> facts.clinic();
            case "address" -> addresses.whole(inFrench);
            case "street" -> addresses.street(inFrench);
            case "flat" -> addresses.flat();
            case "house" -> addresses.house();
            case "line" -> addresses.street(false);
            case "way" -> addresses.way();
            case "cedex" -> addresses.cedex();
            case "dom" -> String.valueOf(1 + random.nextInt(31));
            case "month" -> dates.month(inFrench);
            case "brand" -> MedicalWords.drug(random).toUpperCase(Locale.ROOT);
            case "measures" -> facts.measures();
            case "nir" -> facts.nir();
            case "area" -> addresses.area();
            case "town" -> addresses.town();
            case "nation" -> facts.nation(inFrench);
            case "job" -> facts.job();
            case "zip" -> inFrench ? zip() : addresses.code();
            case "capital" -> CAPITALS[random.nextInt(CAPITALS.length)];
            case "page" -> facts.page();
            case "abbreviation" -> MedicalWords.abbreviation(random);
            case "eponym" -> MedicalWords.eponym(random);
            case "moment" -> dates.moment();
            case "apart" -> FictiveFacts.apart(facts.digits(13 + random.nextInt(3)));
            case "day-apart" -> dates.apart();
            case "loose" -> FictiveFacts.apart(facts.digits(8 + random.nextInt(3)));
            case "loose-mail" -> facts.mail().replace("@", " @ ").replace(".", " . ");
            case "drug" -> MedicalWords.drug(random);
            case "role" -> facts.role(inFrench);
            case "phone" -> facts.phone(inFrench);
            case "mail" -> facts.mail();
            case "url" -> facts.url();
            case "record", "plan" -> facts.code();
            case "national" -> facts.digits(11);
            case "plate" -> facts.plate();
            case "account" -> facts.digits(10 + random.nextInt(7));
            case "organisation" -> facts.organisation(inFrench);
            case "country" -> facts.country(inFrench);
            case "title" -> facts.title(inFrench);
            case "citation" -> facts.citation();
            case "code" -> facts.digits(8);
            case "does" -> facts.does(inFrench);
            case "kin" -> facts.kin(inFrench);
            case "age" -> String.valueOf(1 + random.nextInt(88));
            case "year" -> String.valueOf(1950 + random.nextInt(76));
            case "disease" -> facts.disease(inFrench);
            default -> throw new IllegalStateException(slot);
        };
    }

    /** Five figures, now and then with a blank as people read them out. */
    private String zip() {
        String zip = facts.digits(5);
        return random.nextInt(8) == 0 ? zip.substring(0, 2) + " " + zip.substring(2) : zip;
    }

    /** A place of care; its article and the letters of its kind are no part of it. */
    private int hospital(boolean inFrench, StringBuilder text) {
        String hospital = facts.hospital(inFrench);
        if (hospital.startsWith("CHU ")) {
            text.append(hospital, 0, 4);
            int start = text.length();
            text.append(hospital.substring(4));
            return start;
        }
        if (inFrench && Character.isLowerCase(hospital.charAt(0)) && random.nextInt(4) > 0) {
            text.append(
                    hospital.startsWith("h") ? "l'" : hospital.startsWith("ce") ? "le " : "la ");
        }
        int start = text.length();
        text.append(hospital);
        return start;
    }

    private static @Nullable Kind kind(String slot) {
        return switch (slot) {
            case "name", "given", "family", "initials", "short", "letter" -> Kind.NAME;
            case "date", "moment", "day-apart", "dom", "month" -> Kind.DATE;
            case "place", "town", "capital", "cedex", "area", "hospital", "clinic", "zip" ->
                    Kind.LOCATION;
            case "address", "street", "flat", "house", "line", "way" -> Kind.ADDRESS;
            case "phone" -> Kind.PHONE;
            case "mail",
                    "loose-mail",
                    "url",
                    "record",
                    "plan",
                    "national",
                    "plate",
                    "account",
                    "apart" ->
                    Kind.ID;
            case "organisation" -> Kind.ORGANISATION;
            case "country", "nation" -> Kind.COUNTRY;
            case "title", "job" -> Kind.TITLE;
            default -> null;
        };
    }
}
