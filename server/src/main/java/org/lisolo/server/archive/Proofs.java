package org.lisolo.server.archive;

import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.ProofFile;
import org.lisolo.server.evidence.Log;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.springframework.stereotype.Service;

import java.util.Optional;

/** Proofs that an event stands in the log as it was accepted, for those who may see the event. */
@Service
class Proofs {
    private final Messages messages;
    private final Log log;

    Proofs(Messages messages, Log log) {
        this.messages = messages;
        this.log = log;
    }

    /** A file that a stranger checks offline: the content, its salt, the path, the checkpoint. */
    Optional<String> file(EventId id, Sight sight) {
        return proof(id, sight).map(ProofFile::toString);
    }

    /** The same, explained; without a proof while the event waits for its place in the log. */
    Optional<ProofPage> explain(EventId id, Sight sight) {
        return messages.event(id, sight).map(event -> page(event, proof(id, sight)));
    }

    private ProofPage page(MessageEvent event, Optional<ProofFile> proof) {
        return new ProofPage(
                event.message(),
                event.id(),
                event.receivedAt(),
                proof.map(Proofs::place),
                verifierKey());
    }

    private static ProofPage.Place place(ProofFile proof) {
        Checkpoint head = Checkpoint.of(proof.checkpoint());
        return new ProofPage.Place(
                proof.index(),
                head.size(),
                proof.leaf().commitment().toString(),
                proof.leaf().hash().toString(),
                head.root().toString(),
                proof.path().size(),
                proof.checkPath() == ProofFile.Verdict.HOLDS,
                proof.checkpoint().toString());
    }

    private Optional<ProofFile> proof(EventId id, Sight sight) {
        return messages.opening(id, sight)
                .flatMap(
                        opening ->
                                log.proofOf(id.value())
                                        .map(
                                                proof ->
                                                        proof.disclosing(
                                                                opening.salt(),
                                                                opening.canonical())));
    }

    private String verifierKey() {
        return log.key().map(NoteVerifier::toString).orElse("");
    }

    AboutProofPage about() {
        return new AboutProofPage(log.size(), verifierKey());
    }
}
