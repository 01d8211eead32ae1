package org.lisolo.server.releases;

import org.lisolo.server.people.Organisations;
import org.lisolo.server.platform.Sentences;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What somebody reads before they sign: the points of 45 CFR 164.508(c), in plain words. The page,
 * the copy and what is kept with the signature are all made of these.
 */
@Component
class ReleaseText {
    private final Sentences sentences;
    private final Organisations organisations;

    ReleaseText(Sentences sentences, Organisations organisations) {
        this.sentences = sentences;
        this.organisations = organisations;
    }

    List<Point> of(Release release, Locale reader) {
        String organisation = organisations.name(release.organisation());
        Scope scope = release.scope();
        List<Point> points = new ArrayList<>();
        boolean self = release.signer() == Signer.SELF;
        points.add(
                point(
                        reader,
                        "what",
                        self ? "releases.point.what" : "releases.point.what.other",
                        organisation,
                        release.person()));
        points.add(point(reader, "where", "releases.point.where", places(scope, reader)));
        points.add(point(reader, "who", "releases.point.who"));
        points.add(
                point(
                        reader,
                        "why",
                        scope.paid() ? "releases.point.why.paid" : "releases.point.why",
                        sentences.say(reader, "releases.aim." + scope.aim().key())));
        points.add(point(reader, "until", "releases.point.until", scope.months()));
        points.add(point(reader, "free", "releases.point.free", organisation));
        points.add(point(reader, "end", "releases.point.end", organisation));
        points.add(point(reader, "copy", "releases.point.copy"));
        return points;
    }

    private Point point(Locale reader, String key, String text, Object... arguments) {
        return new Point(
                key,
                sentences.say(reader, "releases.heading." + key),
                sentences.say(reader, text, arguments));
    }

    private String places(Scope scope, Locale reader) {
        return scope.places().stream()
                .sorted()
                .map(place -> sentences.say(reader, "releases.place." + place.code()))
                .collect(Collectors.joining(", "));
    }
}
