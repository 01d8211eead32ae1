package org.lisolo.server.releases;

import ca.uhn.fhir.context.FhirContext;

import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.lisolo.server.channels.ChannelKind;

import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;

/**
 * A release as FHIR R4 {@code Consent}: who permitted whom to show which words and pictures, from
 * when until when. Words and pictures are named by their hashes (RFC 6920) and not told.
 */
final class ConsentJson {
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String URI = "urn:ietf:rfc:3986";

    private ConsentJson() {}

    static String of(Release release, String organisation, Signature signature, Instant now) {
        var consent = new Consent();
        consent.setId(release.id().toString());
        consent.addIdentifier().setSystem(URI).setValue("urn:uuid:" + release.id());
        consent.setStatus(status(release.at(now)));
        consent.setScope(coded(TERMINOLOGY + "consentscope", "patient-privacy"));
        // LOINC: consent document
        consent.addCategory(coded("http://loinc.org", "59284-0"));
        consent.setPolicyRule(coded(TERMINOLOGY + "consentpolicycodes", "hipaa-auth"));
        consent.setPatient(new Reference().setDisplay(release.person()));
        consent.addPerformer(new Reference().setDisplay(signature.name()));
        consent.addOrganization(new Reference().setDisplay(organisation));
        release.signed().map(Date::from).ifPresent(consent::setDateTime);
        consent.setSource(
                new Attachment()
                        .setLanguage(signature.language())
                        .setTitle(String.join("\n\n", signature.read())));
        consent.setProvision(provision(release));
        release.signed()
                .map(Date::from)
                .ifPresent(
                        at -> consent.addVerification().setVerified(true).setVerificationDate(at));
        return FhirContext.forR4Cached()
                .newJsonParser()
                .setPrettyPrint(true)
                .encodeResourceToString(consent);
    }

    private static ConsentState status(Release.Standing standing) {
        return switch (standing) {
            case WAITING -> ConsentState.PROPOSED;
            case STANDING -> ConsentState.ACTIVE;
            case OVER, WITHDRAWN -> ConsentState.INACTIVE;
            case REFUSED, CANCELLED -> ConsentState.REJECTED;
        };
    }

    private static ProvisionComponent provision(Release release) {
        var provision = new ProvisionComponent();
        provision.setType(ConsentProvisionType.PERMIT);
        release.signed().map(Date::from).ifPresent(provision.getPeriod()::setStart);
        release.ended().or(release::until).map(Date::from).ifPresent(provision.getPeriod()::setEnd);
        release.scope().places().stream()
                .map(ChannelKind::code)
                .sorted()
                .forEach(place -> provision.addCode(new CodeableConcept().setText(place)));
        release.scope()
                .words()
                .forEach(words -> data(provision, HexFormat.of().formatHex(Secrets.hash(words))));
        release.pictures().forEach(picture -> data(provision, picture.hash()));
        return provision;
    }

    private static void data(ProvisionComponent provision, String hash) {
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(hash));
        provision
                .addData()
                .setMeaning(ConsentDataMeaning.INSTANCE)
                .setReference(
                        new Reference()
                                .setIdentifier(
                                        new Identifier()
                                                .setSystem(URI)
                                                .setValue("ni:///sha-256;" + name)));
    }

    private static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }

    private static CodeableConcept coded(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(system).setCode(code));
    }
}
