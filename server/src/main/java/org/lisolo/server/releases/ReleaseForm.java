package org.lisolo.server.releases;

import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.platform.Problem;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A request, or what a paper says, as it was typed. */
public record ReleaseForm(Map<String, List<String>> typed) {
    /** Those in which a person can be asked. */
    public static final List<String> LANGUAGES = List.of("fr", "en", "ln", "sw");

    private static final int LONGEST = 10_000;

    public ReleaseForm {
        typed = Map.copyOf(typed);
    }

    public static ReleaseForm of(MultiValueMap<String, String> fields) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        fields.forEach((name, values) -> typed.put(name, List.copyOf(values)));
        return new ReleaseForm(typed);
    }

    public static ReleaseForm fresh() {
        return new ReleaseForm(
                Map.of(
                        "language",
                        List.of("fr"),
                        "months",
                        List.of(Integer.toString(Scope.USUAL_MONTHS)),
                        "places",
                        List.of(ChannelKind.SITE.code())));
    }

    public String value(String field) {
        List<String> values = typed.getOrDefault(field, List.of());
        return values.isEmpty()
                ? ""
                : values.getFirst().replace("\0", "").replace("\r\n", "\n").strip();
    }

    public boolean has(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    List<Problem> problems() {
        List<Problem> problems = problemsOfPerson();
        if (value("words").length() > LONGEST) {
            problems.add(Problem.invalid("releases.problem.long", LONGEST).atField("words"));
        }
        if (places().isEmpty()) {
            problems.add(Problem.invalid("releases.problem.places").atField("places"));
        }
        return problems;
    }

    /** The same where words and places are those of a post. */
    public List<Problem> problemsOfPerson() {
        List<Problem> problems = new ArrayList<>();
        if (value("person").isEmpty() || value("person").length() > 200) {
            problems.add(Problem.invalid("releases.problem.person").atField("person"));
        }
        if (Aim.ofKey(value("aim")).isEmpty()) {
            problems.add(Problem.invalid("releases.problem.aim").atField("aim"));
        }
        return problems;
    }

    /** What else a form on paper must say. */
    List<Problem> problemsOfPaper() {
        List<Problem> problems = new ArrayList<>();
        Signer signer = Signer.ofKey(value("signer")).orElse(Signer.SELF);
        if (value("name").isEmpty() || value("name").length() > 200) {
            problems.add(Problem.invalid("releases.problem.signed").atField("name"));
        }
        if (signer != Signer.SELF && Relation.ofKey(value("relation")).isEmpty()) {
            problems.add(Problem.invalid("releases.problem.kin").atField("relation"));
        }
        if (value("witness").isEmpty() || value("witness").length() > 200) {
            problems.add(Problem.invalid("releases.problem.witness").atField("witness"));
        }
        return problems;
    }

    /** As the paper bears it. */
    Signature signature() {
        Signer signer = Signer.ofKey(value("signer")).orElse(Signer.SELF);
        return new Signature(
                value("name"),
                List.of(),
                signer == Signer.SELF ? "" : value("relation"),
                signer == Signer.GUARDIAN
                        ? Assent.ofKey(value("assent")).map(Assent::key).orElse("")
                        : "",
                value("language"),
                List.of(),
                value("witness"),
                List.of(),
                Secrets.fresh());
    }

    private Set<ChannelKind> places() {
        Set<ChannelKind> places = EnumSet.noneOf(ChannelKind.class);
        typed.getOrDefault("places", List.of())
                .forEach(code -> ChannelKind.of(code).ifPresent(places::add));
        places.retainAll(Scope.PLACES);
        return places;
    }

    public Asking asking() {
        String months = value("months");
        return new Asking(
                value("person"),
                Signer.ofKey(value("signer")).orElse(Signer.SELF),
                LANGUAGES.contains(value("language")) ? value("language") : "fr",
                new Scope(
                        List.of(value("words")),
                        value("written").equals("en") ? "en" : "fr",
                        places(),
                        Aim.ofKey(value("aim")).orElse(Aim.NEWS),
                        Scope.MONTHS.stream()
                                .filter(one -> months.equals(one.toString()))
                                .findFirst()
                                .orElse(Scope.USUAL_MONTHS),
                        !value("paid").isEmpty()));
    }
}
