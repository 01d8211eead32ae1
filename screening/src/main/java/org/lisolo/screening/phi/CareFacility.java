package org.lisolo.screening.phi;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place of care with its name: HGR Masa, hôpital général de Goma, St. Luke's Hospital. */
final class CareFacility implements Recogniser {
    private static final String NAMED = "\\p{Lu}[\\p{L}'’-]{1,30}";
    private static final TokenForm FRENCH =
            new TokenForm(
                    "(?<![\\p{L}])(?:HGR|CHR|CHU|CSR|CS|CH|CMK|CUK|[Hh][ôo]pital|HÔPITAL|HOPITAL|[Cc]liniques?|CLINIQUE|[Cc]entre"
                        + " (?:de"
                        + " [Ss]anté|[Hh]ospitalier|[Mm]édical)|[Mm]aternité|[Pp]olyclinique)(?:"
                        + " (?:[Gg]énéral|[Pp]rovincial|[Rr]égional|[Uu]niversitaires?|de"
                        + " [Rr]éférence)){0,3}(?: (?:de la|de l.|de|du|des|d.))? ?"
                            + NAMED
                            + "(?:[ -](?:de |du |des )?"
                            + NAMED
                            + "){0,3}");
    private static final TokenForm ENGLISH =
            new TokenForm(
                    "(?:"
                            + NAMED
                            + "|St\\.)(?: "
                            + NAMED
                            + "){0,3} (?:Hospital|Clinic|Medical Center|Medical Centre|Health"
                            + " Center|Health Centre|Infirmary)");
    private static final String[] ENGLISH_WORDS = {" Hospital", " Clinic", " Cent", " Infirmary"};

    /** The letters of a kind of hospital, which are no part of its name. */
    private static final Pattern KIND =
            Pattern.compile("(?:CHR|CHU)(?: (?:de la|de l.|de|du|des|d.))? ?");

    private static int kind(String facility) {
        Matcher kind = KIND.matcher(facility);
        return kind.lookingAt() ? kind.end() : 0;
    }

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.FACILITY);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Consumer<MatchResult> add =
                match ->
                        found.add(
                                new Candidate(
                                        match.start() + kind(match.group()),
                                        match.end(),
                                        PhiCategory.LOCATION,
                                        0.8,
                                        "facility",
                                        Candidate.Weight.RULE));
        FRENCH.find(reading, i -> (reading.kinds(i) & Lexicon.FACILITY) != 0, add);
        Tokens tokens = reading.tokens();
        String text = reading.text();
        if (Arrays.stream(ENGLISH_WORDS).anyMatch(text::contains)) {
            ENGLISH.find(reading, i -> Character.isUpperCase(text.charAt(tokens.start[i])), add);
        }
    }
}
