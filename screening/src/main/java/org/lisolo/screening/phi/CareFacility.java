package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place of care with its name: HGR Masa, hôpital général de Goma, St. Luke's Hospital. */
final class CareFacility implements Recogniser {
    private static final String NAMED = "\\p{Lu}[\\p{L}'’-]{1,30}";
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<![\\p{L}])(?:HGR|CHR|CHU|CSR|CS|CH|CMK|CUK|[Hh][ôo]pital|HÔPITAL|HOPITAL|[Cc]liniques?|CLINIQUE|[Cc]entre"
                        + " (?:de"
                        + " [Ss]anté|[Hh]ospitalier|[Mm]édical)|[Mm]aternité|[Pp]olyclinique)(?:"
                        + " (?:[Gg]énéral|[Pp]rovincial|[Rr]égional|[Uu]niversitaires?|de"
                        + " [Rr]éférence)){0,3}(?: (?:de la|de l.|de|du|des|d.))? ?"
                            + NAMED
                            + "(?:[ -](?:de |du |des )?"
                            + NAMED
                            + "){0,3}|(?:"
                            + NAMED
                            + "|St\\.)(?: "
                            + NAMED
                            + "){0,3} (?:Hospital|Clinic|Medical Center|Medical Centre|Health"
                            + " Center|Health Centre|Infirmary)");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.FACILITY);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            found.add(
                    new Candidate(
                            matcher.start(),
                            matcher.end(),
                            PhiCategory.LOCATION,
                            0.8,
                            "facility",
                            Candidate.Weight.RULE));
        }
    }
}
