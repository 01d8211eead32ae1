package org.lisolo.server.publishing.gate;

import org.lisolo.screening.Span;
import org.lisolo.server.message.Picture;

import java.util.ArrayList;
import java.util.List;

/**
 * What there is to say of the pictures of a draft: each is described, and tells of people or not.
 */
final class PictureFindings {
    private PictureFindings() {}

    static List<Finding> in(Draft draft) {
        List<Finding> found = new ArrayList<>();
        for (Picture picture : draft.pictures()) {
            if (picture.alt().isBlank()) {
                found.add(finding(Concern.NAMELESS, picture));
            }
            switch (draft.released().on(picture.hash())) {
                case UNSAID -> found.add(finding(Concern.UNSAID, picture));
                case SOMEBODY -> found.add(finding(Concern.PICTURE, picture));
                case NOBODY -> {}
            }
        }
        return found;
    }

    private static Finding finding(Concern concern, Picture picture) {
        return new Finding(
                concern, Draft.ALT + picture.hash().hex(), new Span(0, 0), "", "", "", "");
    }
}
