package org.lisolo.screening.phi;

import java.util.List;

/**
 * A place smaller than a town, as addresses in DR Congo have it: avenue, quartier, commune (also
 * <i>Av.</i>, <i>Q/</i>, <i>C/</i>), with its number.
 */
final class StreetAddress implements Recogniser {
    private static final int ZONE = Tokens.hash("zone");
    private static final int HEALTH_ZONE = Tokens.hash("ZS");
    private static final String NAMED =
            "(?:(?:de |du |des |de la |la |le |l.)?\\p{Lu}[\\p{L}'’-]{1,30}(?:"
                    + " \\p{Lu}[\\p{L}'’-]{1,30}){0,2})";
    private static final TokenForm FORM =
            new TokenForm(
                    "(?:(?:n[°ºo]?\\.? ?)?\\d{1,5}(?: ?bis)?,? )?(?<![\\p{L}])"
                        + "(?:[Aa]v(?:enue|\\.)?|AVENUE|[Rr]ue|RUE|[Bb]oulevard|[Bb](?:ld|lvd|d)\\.?|[Qq]uartier|QUARTIER|[Cc]ommune|COMMUNE|[Cc]ellule|[Ll]ocalité|[Vv]illage|[Zz]one"
                        + " de [Ss]anté|ZS|Q/|C/|Q\\.|C\\.) ?"
                            + NAMED
                            + "(?:,? ?n[°ºo]\\.? ?\\d{1,5}|,? \\d{1,4}(?![\\d/.-]))?");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.STREET) || reading.text().contains("ZS ");
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Tokens tokens = reading.tokens();
        FORM.find(
                reading,
                i ->
                        (tokens.kind[i] == Tokens.DIGITS && tokens.length(i) <= 5)
                                || (reading.kinds(i) & Lexicon.STREET) != 0
                                || tokens.hash[i] == ZONE
                                || tokens.hash[i] == HEALTH_ZONE,
                match ->
                        found.add(
                                new Candidate(
                                        match.start(),
                                        match.end(),
                                        PhiCategory.LOCATION,
                                        0.85,
                                        "address",
                                        Candidate.Weight.RULE)));
    }
}
