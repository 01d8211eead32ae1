package org.lisolo.server.community.contributions;

import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.pictures.PictureDrawer;
import org.springframework.web.multipart.MultipartFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A picture as a form brings it.
 *
 * @param number of its field, from 1
 * @param alt what it shows, in words; those of cases are asked for it later
 */
public record SentPicture(int number, MultipartFile file, String alt) {
    public static final int MOST = 4;
    static final int LONGEST_ALT = 500;

    /** Those that were chosen; none, if the form was sent without files. */
    public static List<SentPicture> of(
            Map<String, MultipartFile> files, Map<String, String> typed) {
        List<SentPicture> sent = new ArrayList<>();
        for (int number = 1; number <= MOST; number++) {
            MultipartFile file = files.get("picture" + number);
            if (file != null && !file.isEmpty()) {
                sent.add(
                        new SentPicture(
                                number, file, typed.getOrDefault("alt" + number, "").strip()));
            }
        }
        return sent;
    }

    /**
     * What is wrong with them before they are drawn.
     *
     * @param alts whether they come with words
     */
    public static List<Problem> wrong(List<SentPicture> sent, boolean alts) {
        List<Problem> wrong = new ArrayList<>();
        for (SentPicture one : sent) {
            if (one.file.getSize() > PictureDrawer.MOST_BYTES) {
                wrong.add(
                        Problem.invalid(
                                        "pictures.problem.large",
                                        PictureDrawer.MOST_BYTES / 1024 / 1024)
                                .atField("picture" + one.number));
            }
            if (alts) {
                wrong.addAll(wrongAlt(one.alt, "alt" + one.number));
            }
        }
        return wrong;
    }

    static List<Problem> wrongAlt(String alt, String field) {
        if (alt.isEmpty()) {
            return List.of(Problem.invalid("discussions.problem.alt").atField(field));
        }
        return alt.length() > LONGEST_ALT
                ? List.of(
                        Problem.invalid("discussions.problem.alt.long", LONGEST_ALT).atField(field))
                : List.of();
    }
}
