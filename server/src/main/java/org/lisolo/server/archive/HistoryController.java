package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Payload;
import org.lisolo.server.message.SetApart;
import org.lisolo.server.message.Sight;
import org.lisolo.server.message.Whereabouts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A message's page, its raw payloads, attachments and proofs; and what the public sees of it. */
@Controller
class HistoryController {
    private final Histories histories;
    private final Messages messages;
    private final Blobs blobs;
    private final Proofs proofs;
    private final SetApart setApart;
    private final Whereabouts whereabouts;

    HistoryController(
            Histories histories,
            Messages messages,
            Blobs blobs,
            Proofs proofs,
            SetApart setApart,
            Whereabouts whereabouts) {
        this.histories = histories;
        this.messages = messages;
        this.blobs = blobs;
        this.proofs = proofs;
        this.setApart = setApart;
        this.whereabouts = whereabouts;
    }

    /** A public message as it stands; what was deleted or never public is not there. */
    @GetMapping("/messages/{id}")
    ModelAndView everyone(@PathVariable UUID id, @AuthenticationPrincipal @Nullable SignedIn who) {
        Message message =
                messages.find(new MessageId(id), setApart.sight(who))
                        .filter(found -> !found.deleted())
                        .orElseThrow(HistoryController::notFound);
        return new ModelAndView(
                "archive/message", "page", PublicMessagePage.of(message, whereabouts.of(message)));
    }

    @GetMapping("/work/archive/messages/{id}")
    ModelAndView history(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        HistoryPage page =
                histories.find(new MessageId(id), who).orElseThrow(HistoryController::notFound);
        return new ModelAndView("archive/history", "page", page);
    }

    /** What the network sent, byte for byte: to be saved, never to be run by the browser. */
    @GetMapping("/work/archive/events/{id}/payload")
    ResponseEntity<byte[]> payload(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        Payload payload =
                messages.payload(new EventId(id), Sight.of(who, Action.SEARCH_ARCHIVE))
                        .orElseThrow(HistoryController::notFound);
        return asFile(payload.bytes(), "lisolo-" + id + ".payload");
    }

    @GetMapping("/work/archive/attachments/{hash}")
    ResponseEntity<byte[]> attachment(
            @PathVariable String hash, @AuthenticationPrincipal SignedIn who) {
        if (!ContentHash.isOne(hash)) {
            throw notFound();
        }
        byte[] bytes =
                blobs.find(new ContentHash(hash), Sight.of(who, Action.SEARCH_ARCHIVE))
                        .orElseThrow(HistoryController::notFound);
        return asFile(bytes, hash);
    }

    /** The page that explains an event's proof. */
    @GetMapping("/work/archive/events/{id}")
    ModelAndView proof(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        ProofPage page =
                proofs.explain(new EventId(id), Sight.of(who, Action.SEARCH_ARCHIVE))
                        .orElseThrow(HistoryController::notFound);
        return new ModelAndView("archive/proof", "page", page);
    }

    @GetMapping("/work/archive/events/{id}/proof")
    ResponseEntity<byte[]> proofFile(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        String file =
                proofs.file(new EventId(id), Sight.of(who, Action.SEARCH_ARCHIVE))
                        .orElseThrow(HistoryController::notFound);
        return asFile(file.getBytes(StandardCharsets.UTF_8), "lisolo-" + id + ".tlog-proof");
    }

    @GetMapping("/about/proof")
    ModelAndView howWeProveIt() {
        return new ModelAndView("archive/how-we-prove-it", "page", proofs.about());
    }

    private static ResponseEntity<byte[]> asFile(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bytes);
    }

    private static Problem notFound() {
        return Problem.notFound("archive.problem.not_found");
    }
}
