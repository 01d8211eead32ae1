package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Words alone, for who wants nothing else. */
@ServerTest
class ReadingTest {
    @LocalServerPort int port;

    @Test
    void showsWordsAloneUntilAskedOtherwise() {
        var visitor = Visitor.at(port);
        assertThat(visitor.get("/spaces").body())
                .contains("/assets/lisolo")
                .contains("/reading/text");
        var chosen = visitor.get("/reading/text?back=/spaces");
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.location()).contains("/spaces");
        assertThat(visitor.get("/spaces").body())
                .doesNotContain("/assets/")
                .contains("img-src 'none'")
                .contains("/reading/full");
        visitor.get("/reading/full?back=/spaces");
        assertThat(visitor.get("/spaces").body()).contains("/assets/");
    }

    @Test
    void leadsNowhereElse() {
        var visitor = Visitor.at(port);
        assertThat(visitor.get("/reading/text?back=https://example.org/").location()).contains("/");
        assertThat(visitor.get("/reading/dark").status()).isEqualTo(404);
    }

    @Test
    void answersForTheWholeSiteWithAWorkerThatIsAskedForAgain() {
        var worker = Visitor.at(port).get("/keep-worker.js");
        assertThat(worker.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/javascript");
        assertThat(worker.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
        assertThat(worker.body()).as("it keeps nothing by itself").doesNotContain(".put(");
    }
}
