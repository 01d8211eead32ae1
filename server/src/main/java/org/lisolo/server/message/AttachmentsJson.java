package org.lisolo.server.message;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** The attachments of an event as the text that is kept and committed to. */
final class AttachmentsJson {
    private static final String NONE = "[]";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private AttachmentsJson() {}

    static String write(List<Attachment> attachments) {
        if (attachments.isEmpty()) {
            return NONE;
        }
        return JSON.writeValueAsString(attachments.stream().map(Row::of).toList());
    }

    static List<Attachment> read(String json) {
        if (json.equals(NONE)) {
            return List.of();
        }
        return JSON.readValue(json, new TypeReference<List<Row>>() {}).stream()
                .map(Row::attachment)
                .toList();
    }

    private record Row(
            String mediaType,
            @Nullable String altText,
            @Nullable String url,
            @Nullable String content) {
        static Row of(Attachment a) {
            ContentHash hash = a.content();
            return new Row(a.mediaType(), a.altText(), a.url(), hash == null ? null : hash.hex());
        }

        Attachment attachment() {
            return new Attachment(
                    mediaType, altText, url, content == null ? null : new ContentHash(content));
        }
    }
}
