package org.lisolo.cli.imports;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;

/** One line of the server's answer. */
record AnswerLine(long line, String status, String code, String reason) {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    static AnswerLine of(String json) throws IOException {
        long line = 0;
        String status = "";
        String code = "";
        String reason = "";
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    switch (name) {
                        case "line" -> line = parser.getLongValue();
                        case "status" -> status = parser.getString();
                        case "code" -> code = parser.getString();
                        case "reason" -> reason = parser.getString();
                        default -> parser.skipChildren();
                    }
                }
            }
        } catch (JacksonException _) {
            throw new IOException("its answer broke off");
        }
        return new AnswerLine(line, status, code, reason);
    }

    /** The server took no more. */
    boolean isStop() {
        return status.equals("stopped");
    }
}
