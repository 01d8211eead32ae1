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
        switch (slot) {
            case "name" -> text.append(names.full());
            case "given" -> text.append(names.given());
            case "family" -> text.append(names.family());
            case "short" -> text.append(names.given()).append(' ').append(names.letter());
            case "letter" -> text.append(names.letter());
            case "initials" -> text.append(names.initials());
            case "date" -> text.append(dates.date(inFrench));
            case "place" -> text.append(facts.place());
            case "hospital" -> start = hospital(inFrench, text);
            case "clinic" -> text.append(facts.clinic());
            case "address" -> text.append(addresses.whole(inFrench));
            case "street" -> text.append(addresses.street(inFrench));
            case "flat" -> text.append(addresses.flat());
            case "house" -> text.append(addresses.house());
            case "line" -> text.append(addresses.street(false));
            case "way" -> text.append(addresses.way());
            case "cedex" -> text.append(addresses.cedex());
            case "dom" -> text.append(1 + random.nextInt(31));
            case "month" -> text.append(dates.month(inFrench));
            case "brand" -> text.append(MedicalWords.drug(random).toUpperCase(Locale.ROOT));
            case "measures" -> text.append(facts.measures());
            case "nir" -> text.append(facts.nir());
            case "area" -> text.append(addresses.area());
            case "town" -> text.append(addresses.town());
            case "nation" -> text.append(facts.nation(inFrench));
            case "job" -> text.append(facts.job());
            case "zip" -> text.append(inFrench ? facts.digits(5) : addresses.code());
            case "abbreviation" -> text.append(MedicalWords.abbreviation(random));
            case "eponym" -> text.append(MedicalWords.eponym(random));
            case "moment" -> text.append(dates.moment());
            case "apart" -> text.append(FictiveFacts.apart(facts.digits(13 + random.nextInt(3))));
            case "day-apart" -> text.append(dates.apart());
            case "loose" -> text.append(FictiveFacts.apart(facts.digits(8 + random.nextInt(3))));
            case "loose-mail" -> text.append(facts.mail().replace("@", " @ ").replace(".", " . "));
            case "drug" -> text.append(MedicalWords.drug(random));
            case "role" -> text.append(facts.role(inFrench));
            case "phone" -> text.append(facts.phone());
            case "mail" -> text.append(facts.mail());
            case "url" -> text.append(facts.url());
            case "record", "plan" -> text.append(facts.code());
            case "national" -> text.append(facts.digits(11));
            case "plate" -> text.append(facts.plate());
            case "account" -> text.append(facts.digits(10 + random.nextInt(7)));
            case "organisation" -> text.append(facts.organisation(inFrench));
            case "country" -> text.append(facts.country(inFrench));
            case "title" -> text.append(facts.title(inFrench));
            case "citation" -> text.append(facts.citation());
            case "code" -> text.append(facts.digits(8));
            case "does" -> text.append(facts.does(inFrench));
            case "kin" -> text.append(facts.kin(inFrench));
            case "age" -> text.append(1 + random.nextInt(88));
            case "year" -> text.append(1950 + random.nextInt(76));
            case "disease" -> text.append(facts.disease(inFrench));
            default -> throw new IllegalStateException(slot);
        }
        Kind kind = kind(slot);
        if (kind != null) {
            marked.add(new PhiExample.Marked(new Span(start, text.length()), kind));
        }
    }

    /** A place of care; its article is no part of it. */
    private int hospital(boolean inFrench, StringBuilder text) {
        String hospital = facts.hospital(inFrench);
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
            case "place", "town", "cedex", "area", "hospital", "clinic", "zip" -> Kind.LOCATION;
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
