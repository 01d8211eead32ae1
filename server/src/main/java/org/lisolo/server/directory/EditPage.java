package org.lisolo.server.directory;

import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The form of an entry.
 *
 * @param path where it is sent
 * @param values as typed or as stored, names for codes
 * @param ticked codes of the lists' boxes that are ticked, by field
 * @param others of the organisation's own words, by field
 * @param lists what can be chosen, names by code, by field
 * @param missing keys of the words for what would help the public and is not there yet
 * @param exists whether it was saved before
 */
public record EditPage(
        boolean facility,
        String path,
        String title,
        boolean exists,
        EntryState state,
        int version,
        Map<String, String> values,
        Map<String, List<String>> ticked,
        Map<String, String> others,
        Map<String, Map<String, String>> lists,
        List<String> zones,
        Map<String, String> facilities,
        Map<String, String> colleagues,
        List<String> missing,
        Instant confirmed,
        boolean old,
        String publicPath,
        String photo,
        String alt,
        boolean mayChange,
        List<Problem> problems) {

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean isTicked(String field, String code) {
        return ticked.getOrDefault(field, List.of()).contains(code);
    }

    public String own(String field) {
        return others.getOrDefault(field, "");
    }

    public Map<String, String> list(String field) {
        return lists.getOrDefault(field, Map.of());
    }
}
