package org.lisolo.server.releases;

import org.lisolo.server.platform.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What whoever signs has filled in, as it was typed. */
public record Signing(Map<String, String> typed) {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_DRAWN = 20_000;
    private static final Pattern LINE =
            Pattern.compile("\\d{1,3},\\d{1,3}(?: \\d{1,3},\\d{1,3}){0,999}");

    public Signing {
        typed = Map.copyOf(typed);
    }

    public static Signing nothing() {
        return new Signing(Map.of());
    }

    public String value(String field) {
        return typed.getOrDefault(field, "").replace("\0", "").strip();
    }

    /** What must be mended first. */
    List<Problem> problems(Signer signer) {
        List<Problem> problems = new ArrayList<>();
        if (value("name").isEmpty() || value("name").length() > LONGEST_NAME) {
            problems.add(Problem.invalid("releases.problem.name").atField("name"));
        }
        if (signer != Signer.SELF && Relation.ofKey(value("relation")).isEmpty()) {
            problems.add(Problem.invalid("releases.problem.relation").atField("relation"));
        }
        if (signer == Signer.GUARDIAN && Assent.ofKey(value("assent")).isEmpty()) {
            problems.add(Problem.invalid("releases.problem.assent").atField("assent"));
        }
        if (value("agree").isEmpty()) {
            problems.add(Problem.invalid("releases.problem.agree").atField("agree"));
        }
        return problems;
    }

    /** What is no drawing counts as none: the name typed is enough. */
    private List<String> drawn() {
        String all = value("drawn");
        if (all.isEmpty() || all.length() > MOST_DRAWN) {
            return List.of();
        }
        List<String> lines = List.of(all.split(";", -1));
        return lines.stream().allMatch(line -> LINE.matcher(line).matches()) ? lines : List.of();
    }

    Signature signature(Signer signer, String language, List<Point> points) {
        List<String> read =
                points.stream().map(point -> point.heading() + "\n" + point.text()).toList();
        return new Signature(
                value("name"),
                drawn(),
                signer == Signer.SELF ? "" : value("relation"),
                signer == Signer.GUARDIAN ? value("assent") : "",
                language,
                read,
                "",
                List.of(),
                Secrets.fresh());
    }
}
