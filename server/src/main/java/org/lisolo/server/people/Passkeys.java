package org.lisolo.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.server.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Passkeys (WebAuthn): something one has, opened by a finger, a face or a PIN, so both factors at
 * once. The library checks what an authenticator signed; each challenge is used once.
 */
@Service
class Passkeys {
    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final PasskeyStore store;
    private final PasskeyHandleStore handles;
    private final Accounts accounts;
    private final SignInTrail trail;
    private final Environment settings;
    private final HttpSessionPublicKeyCredentialCreationOptionsRepository creations =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();
    private final HttpSessionPublicKeyCredentialRequestOptionsRepository requests =
            new HttpSessionPublicKeyCredentialRequestOptionsRepository();

    Passkeys(
            PasskeyStore store,
            PasskeyHandleStore handles,
            Accounts accounts,
            SignInTrail trail,
            Environment settings) {
        this.store = store;
        this.handles = handles;
        this.accounts = accounts;
        this.trail = trail;
        this.settings = settings;
    }

    List<CredentialRecord> of(AccountId account) {
        return store.of(account);
    }

    /** What the browser needs to make one, as JSON. */
    String creation(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Webauthn4JRelyingPartyOperations operations = operations();
        operations.setCustomizeCreationOptions(
                options ->
                        options.authenticatorSelection(
                                AuthenticatorSelectionCriteria.builder()
                                        .residentKey(ResidentKeyRequirement.REQUIRED)
                                        .userVerification(UserVerificationRequirement.REQUIRED)
                                        .build()));
        PublicKeyCredentialCreationOptions options =
                operations.createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication()));
        creations.save(request, response, options);
        // people see their name in the authenticator, and not the account's id
        var user =
                ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(options.getUser().getId())
                        .name(who.displayName())
                        .displayName(who.displayName())
                        .build();
        var tree = JSON.valueToTree(options);
        ((tools.jackson.databind.node.ObjectNode) tree).set("user", JSON.valueToTree(user));
        return JSON.writeValueAsString(tree);
    }

    /**
     * Takes a new one in.
     *
     * @param credential what the browser made, as JSON
     */
    @Transactional
    void register(
            SignedIn who,
            String credential,
            String label,
            HttpServletRequest request,
            HttpServletResponse response) {
        String name = label.strip();
        if (name.isEmpty() || name.length() > 100) {
            throw Problem.invalid("people.passkey.name.missing").atField("label");
        }
        PublicKeyCredentialCreationOptions options = creations.load(request);
        creations.save(request, response, null);
        if (options == null) {
            throw refused();
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> made =
                    JSON.readValue(credential, new TypeReference<>() {});
            operations()
                    .registerCredential(
                            new ImmutableRelyingPartyRegistrationRequest(
                                    options, new RelyingPartyPublicKey(made, name)));
            trail.changed("PASSKEY_ADDED", who.account());
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /** What the browser needs to use one, as JSON; it offers those it has for this site. */
    String request(HttpServletRequest request, HttpServletResponse response) {
        Webauthn4JRelyingPartyOperations operations = operations();
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        PublicKeyCredentialRequestOptions options =
                operations.createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        requests.save(request, response, options);
        return JSON.writeValueAsString(options);
    }

    /**
     * Whose it is, if it was used rightly.
     *
     * @param credential what the browser says, as JSON
     */
    Optional<SignedIn> check(
            String credential, HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions options = requests.load(request);
        requests.save(request, response, null);
        if (options == null) {
            return Optional.empty();
        }
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> shown =
                    JSON.readValue(credential, new TypeReference<>() {});
            PublicKeyCredentialUserEntity user =
                    operations()
                            .authenticate(new RelyingPartyAuthenticationRequest(options, shown));
            return accounts.signedIn(new AccountId(UUID.fromString(user.getName())));
        } catch (RuntimeException e) {
            log.info("a passkey was refused: {}", e.getClass().getName());
            return Optional.empty();
        }
    }

    @Transactional
    void remove(AccountId account, String credential) {
        if (!store.delete(account, Bytes.fromBase64(credential))) {
            throw Problem.notFound("people.passkey.unknown");
        }
        trail.changed("PASSKEY_REMOVED", account);
    }

    private static Authentication authentication() {
        Authentication shown = SecurityContextHolder.getContext().getAuthentication();
        if (shown == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return shown;
    }

    /** For the address at which people reach us: a passkey of another site is of no use here. */
    private Webauthn4JRelyingPartyOperations operations() {
        String address =
                settings.getProperty(
                        "lisolo.address",
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        URI here = URI.create(address);
        String origin =
                here.getScheme()
                        + "://"
                        + here.getHost()
                        + (here.getPort() < 0 ? "" : ":" + here.getPort());
        return new Webauthn4JRelyingPartyOperations(
                handles,
                store,
                PublicKeyCredentialRpEntity.builder().id(here.getHost()).name("Lisolo").build(),
                Set.of(origin));
    }

    private static Problem refused() {
        return Problem.invalid("people.passkey.refused").atField("label");
    }

    private static Problem refused(RuntimeException why) {
        log.info("a passkey was not taken in: {}", why.getClass().getName());
        return refused();
    }
}
