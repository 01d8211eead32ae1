package org.lisolo.server.publishing.posts;

import org.lisolo.server.platform.Problem;
import org.lisolo.server.releases.ReleaseForm;

import java.util.List;

/**
 * A request about a post, before it is made.
 *
 * @param words each text that the person is asked about
 * @param pictures about which the person is asked too
 * @param places kinds of channel, by their codes
 */
public record AskReleasePage(
        Post post,
        List<String> words,
        List<PostPicture> pictures,
        List<String> places,
        ReleaseForm form,
        List<Problem> problems) {}
