package org.lisolo.server.channels.intake;

import org.lisolo.server.channels.format.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts one JSON document into what it holds: itself, or the elements of its array. */
public final class Documents {
    /** In bytes; a document is held in memory as a whole. */
    public static final int LARGEST = 8 * Json.LARGEST;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(1_000)
                                    .maxStringLength(LARGEST)
                                    .maxNameLength(LARGEST)
                                    .build())
                    .build();

    private Documents() {}

    /**
     * Each element as it stands, byte for byte. Where the document breaks off, what follows the
     * last whole element is one more: it is answered for, like the rest.
     */
    public static List<Line> split(byte[] document) {
        List<Line> elements = new ArrayList<>();
        int done = 0;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return List.of(line(1, document, 0, document.length));
            }
            done = offset(parser);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                done = offset(parser);
                elements.add(line(elements.size() + 1, document, start, done));
            }
            done = document.length;
        } catch (JacksonException _) {
            elements.add(line(elements.size() + 1, document, done, document.length));
        }
        return elements;
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentLocation().getByteOffset();
    }

    private static Line line(long number, byte[] document, int from, int to) {
        boolean tooLong = to - from > Json.LARGEST;
        byte[] bytes = tooLong ? new byte[0] : Arrays.copyOfRange(document, from, to);
        return new Line(number, bytes, tooLong, to);
    }
}
