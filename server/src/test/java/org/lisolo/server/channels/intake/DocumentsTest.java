package org.lisolo.server.channels.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class DocumentsTest {
    @Test
    void cutsAnArrayByteForByte() {
        assertThat(split(" [ {\"a\" : 1} ,\n\"é\\u0041\", 7.50, [ {} ], null ] "))
                .containsExactly("{\"a\" : 1}", "\"é\\u0041\"", "7.50", "[ {} ]", "null");
    }

    @Test
    void anObjectIsOne() {
        assertThat(split("{\"a\":\n[1]}")).containsExactly("{\"a\":\n[1]}");
    }

    @Test
    void whatFollowsABreakIsAnsweredForToo() {
        assertThat(split("[{},{\"a\":oops},{}]")).containsExactly("{}", ",{\"a\":oops},{}]");
        assertThat(split("")).containsExactly("");
        assertThat(split("[")).hasSize(1);
    }

    private static List<String> split(String document) {
        return Documents.split(document.getBytes(StandardCharsets.UTF_8)).stream()
                .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
