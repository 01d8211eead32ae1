package org.lisolo.server.channels.format;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads JSON that anybody may have written, within limits. */
public final class Json {
    /** The longest line or document, in bytes. */
    public static final int LARGEST = 1_048_576;

    /** How deep objects and arrays may lie within each other. */
    public static final int DEEPEST = 64;

    private static final int LONGEST_NUMBER = 400;

    private static final JsonMapper TOLERANT = mapper(false);
    private static final JsonMapper STRICT = mapper(true);

    private Json() {}

    /** Reads a JSON object; where a key stands twice the last one counts, as networks do it. */
    public static JsonNode object(byte[] bytes) {
        return object(bytes, TOLERANT);
    }

    /** Reads a JSON object in which no key may stand twice. */
    public static JsonNode strictObject(byte[] bytes) {
        return object(bytes, STRICT);
    }

    private static JsonNode object(byte[] bytes, JsonMapper mapper) {
        JsonNode node = read(text(bytes), mapper);
        if (!node.isObject()) {
            throw new Unreadable("json.not-an-object");
        }
        return node;
    }

    private static JsonNode read(String text, JsonMapper mapper) {
        try {
            return mapper.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new Unreadable("json.limits", String.valueOf(DEEPEST));
        } catch (StreamReadException e) {
            boolean twice = e.getOriginalMessage().startsWith("Duplicate");
            throw new Unreadable(
                    twice ? "json.duplicate-key" : "json.syntax",
                    String.valueOf(e.getLocation().getCharOffset()));
        } catch (JacksonException e) {
            throw new Unreadable("json.syntax", "0");
        }
    }

    /** Strict: a byte that is no UTF-8 makes it unreadable, where replacing it would lose it. */
    private static String text(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(in)
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new Unreadable("json.utf8", String.valueOf(in.position()));
        }
    }

    private static JsonMapper mapper(boolean strict) {
        StreamReadConstraints limits =
                StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LARGEST)
                        .maxNameLength(LARGEST)
                        .maxDocumentLength(LARGEST)
                        .build();
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(limits).build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                .build();
    }
}
