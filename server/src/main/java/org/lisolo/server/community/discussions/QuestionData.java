package org.lisolo.server.community.discussions;

import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.Reaction;
import org.lisolo.server.community.discussions.DiscussionPages.Said;
import org.lisolo.server.community.words.Markup;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * A public question as search engines read it: schema.org's {@code QAPage}, safe to stand in a
 * script element.
 */
final class QuestionData {
    private static final JsonMapper JSON = new JsonMapper();

    private QuestionData() {}

    /** Empty for what is no question, or not everybody's, or has no words left. */
    static String of(Discussion about, Said asked, List<Said> given, String canonical) {
        if (about.kind() != Kind.QUESTION
                || about.closed()
                || asked.deleted()
                || asked.of().hidden()) {
            return "";
        }
        ObjectNode node =
                JSON.createObjectNode()
                        .put("@context", "https://schema.org")
                        .put("@type", "QAPage");
        ObjectNode question = node.putObject("mainEntity").put("@type", "Question");
        question.put("name", asked.words().title()).put("answerCount", about.answers());
        said(question, asked, canonical);
        ArrayNode answers = JSON.createArrayNode();
        for (Said answer : given) {
            if (!answer.deleted() && !answer.of().hidden()) {
                boolean accepted = answer.marks().accepted();
                ObjectNode one =
                        accepted ? question.putObject("acceptedAnswer") : answers.addObject();
                said(
                        one.put("@type", "Answer").put("upvoteCount", helpful(answer)),
                        answer,
                        canonical + "#c-" + answer.of().id());
            }
        }
        question.set("suggestedAnswer", answers);
        return JSON.writeValueAsString(node)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static int helpful(Said answer) {
        return answer.marks().count(Reaction.HELPFUL);
    }

    private static void said(ObjectNode node, Said said, String url) {
        node.put("text", Markup.plain(said.words().atFirst()))
                .put("url", url)
                .put("inLanguage", said.words().language())
                .put("dateCreated", said.of().at().toString());
        node.putObject("author").put("@type", "Person").put("name", said.author());
    }
}
