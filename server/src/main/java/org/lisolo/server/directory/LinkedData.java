package org.lisolo.server.directory;

import org.lisolo.server.people.OrganisationKind;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/** What search engines read: schema.org as JSON-LD, safe to stand in a script element. */
final class LinkedData {
    private static final JsonMapper JSON = new JsonMapper();

    private LinkedData() {}

    static String of(Facility facility, String url, String organisation) {
        ObjectNode node = node(schemaType(facility), facility.name(), url);
        node.putObject("parentOrganization")
                .put("@type", "MedicalOrganization")
                .put("name", organisation);
        address(node, facility.address());
        facility.address()
                .coordinates()
                .ifPresent(
                        point ->
                                node.putObject("geo")
                                        .put("@type", "GeoCoordinates")
                                        .put("latitude", point.latitude())
                                        .put("longitude", point.longitude()));
        contact(node, facility.contact());
        hours(node, facility.times());
        services(node, facility.services());
        return text(node);
    }

    static String of(Professional who, List<Facility> places, String url) {
        ObjectNode node =
                node(
                        who.profession()
                                        .term()
                                        .filter(t -> t.code().equals("physician"))
                                        .isPresent()
                                ? "Physician"
                                : "Person",
                        who.name(),
                        url);
        boolean physician = node.path("@type").asString().equals("Physician");
        if (physician && !who.specialities().isEmpty()) {
            ArrayNode specialities = node.putArray("medicalSpecialty");
            who.specialities().forEach(one -> specialities.add(one.name(Locale.ENGLISH)));
        }
        if (!physician) {
            node.put("jobTitle", who.profession().name(Locale.FRENCH));
        }
        if (!who.address().isEmpty()) {
            address(node, who.address());
        } else if (!places.isEmpty()) {
            address(node, places.getFirst().address());
        }
        ArrayNode works = node.putArray(physician ? "hospitalAffiliation" : "worksFor");
        for (Facility place : places) {
            works.addObject().put("@type", schemaType(place)).put("name", place.name());
        }
        ArrayNode languages = node.putArray("knowsLanguage");
        who.languages().forEach(one -> languages.add(one.text()));
        contact(node, who.contact());
        if (physician) {
            hours(node, who.times());
        }
        return text(node);
    }

    static String of(String organisation, OrganisationKind kind, String about, String url) {
        ObjectNode node = node(schemaType(kind), organisation, url);
        if (!about.isEmpty()) {
            node.put("description", about);
        }
        return text(node);
    }

    private static String schemaType(OrganisationKind kind) {
        return switch (kind) {
            case HOSPITAL -> "MedicalOrganization";
            case MINISTRY -> "GovernmentOrganization";
            case NGO -> "NGO";
            case UNIVERSITY -> "CollegeOrUniversity";
            case MEDIA -> "NewsMediaOrganization";
            case ORDER, ASSOCIATION, OTHER -> "Organization";
        };
    }

    private static String schemaType(Facility facility) {
        return switch (facility.type().text()) {
            case "hospital" -> "Hospital";
            case "pharmacy" -> "Pharmacy";
            case "laboratory" -> "DiagnosticLab";
            case "office", "blood-bank" -> "MedicalOrganization";
            default -> "MedicalClinic";
        };
    }

    private static ObjectNode node(String type, String name, String url) {
        return JSON.createObjectNode()
                .put("@context", "https://schema.org")
                .put("@type", type)
                .put("name", name)
                .put("url", url);
    }

    private static void address(ObjectNode node, Address address) {
        ObjectNode told = node.putObject("address").put("@type", "PostalAddress");
        if (!address.street().isEmpty()) {
            told.put("streetAddress", address.street());
        }
        if (!address.town().isEmpty()) {
            told.put("addressLocality", address.town());
        }
        address.province()
                .ifPresent(
                        province ->
                                told.put("addressRegion", province.name())
                                        .put("addressCountry", "CD"));
    }

    private static void contact(ObjectNode node, Contact contact) {
        if (!contact.phones().isEmpty()) {
            node.put("telephone", contact.phones().getFirst());
        }
        if (!contact.email().isEmpty()) {
            node.put("email", contact.email());
        }
        if (!contact.website().isEmpty()) {
            node.put("sameAs", contact.website());
        }
    }

    private static void hours(ObjectNode node, OpeningTimes times) {
        List<String> hours = HoursWords.schema(times.week());
        if (!hours.isEmpty()) {
            ArrayNode all = node.putArray("openingHours");
            hours.forEach(all::add);
        }
    }

    private static void services(ObjectNode node, List<Label> services) {
        if (!services.isEmpty()) {
            ArrayNode all = node.putArray("availableService");
            for (Label service : services) {
                all.addObject()
                        .put("@type", "MedicalProcedure")
                        .put("name", service.name(Locale.FRENCH));
            }
        }
    }

    /** Nothing in it can end the element or begin another. */
    private static String text(ObjectNode node) {
        return JSON.writeValueAsString(node)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
