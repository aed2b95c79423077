package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.Quirk;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.core.registry.Mn;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The dialogue with a logger as a function: frame, state and book in; replies, report and next state out.
 *
 * <p>Remembers nothing itself; one is enough for all connections of a thread, and it is for one thread at a time because it
 * reads through one {@link SegmentReader}.
 */
public final class Session {

    private static final int MAX_ECHO = 64;

    /** A logger without MN reports its hardware (2025 6.8). */
    private static final int ACTIVATION = 1001;

    private final SegmentReader reader;
    private final StationBook book;
    private final CommandTable commands;
    private final ContentCipher cipher = new ContentCipher();

    /** A session logic that reads through this reader, which nobody else may use meanwhile. */
    public Session(SegmentReader reader, StationBook book, CommandTable commands) {
        this.reader = reader;
        this.book = book;
        this.commands = commands;
    }

    /** What this frame leads to, whoever sent it. Never throws for anything that a peer can send. */
    public Step step(Frame frame, SessionState state) {
        return step(frame, state, "");
    }

    /**
     * What this frame leads to. Never throws for anything that a peer can send.
     *
     * @param peer the sender's address, {@code host:port}
     */
    public Step step(Frame frame, SessionState state, String peer) {
        reader.read(frame);
        EnumSet<Finding> findings = EnumSet.noneOf(Finding.class);
        String mnText = reader.text(HeaderField.MN);
        Optional<Mn> mn =
                mnText.isEmpty() || mnText.length() > Mn.MAX_LENGTH ? Optional.empty() : Optional.of(new Mn(mnText));
        Optional<StationProfile> profile = mn.flatMap(book::profile);
        int number = Math.max(0, reader.command());
        Optional<Flag> flag = flag(findings);
        Optional<Command> command = command(number, profile, flag);
        Unsealing unsealing = new Unsealing(frame, Reason.IN_ORDER);
        if (profile.isPresent() && profile.get().encryption().isPresent()) {
            unsealing = Unsealing.of(frame, profile.get(), command, cipher, findings);
            reader.read(unsealing.frame());
        }
        Frame plain = unsealing.frame();
        Optional<CrcKind> crc = CrcCheck.fits(plain);
        Deviations.find(plain, reader, command, flag, profile, findings);
        Reason reason = judge(unsealing, number, crc, mnText, profile, findings);
        if (reason == Reason.MN_MISSING
                && number == ACTIVATION
                && flag.isPresent()
                && flag.get().version() == StationProfile.Edition.HJ212_2025.version()) {
            reason = Reason.ACTIVATION_REQUESTED;
        } else if (reason == Reason.IN_ORDER && profile.isPresent()) {
            reason = profile.get().admittance().judge(peer, findings);
        }
        SessionState next = state;
        if (reason == Reason.IN_ORDER && flag.isPresent() && mn.isPresent()) {
            int version = flag.get().version();
            if (state.changes(mn.get(), version)) {
                findings.add(Finding.EDITION_CHANGED);
            }
            next = state.with(mn.get(), version);
        }
        Report report = new Report(mn, reason, number, crc, findings, Optional.empty());
        return reason == Reason.IN_ORDER || reason == Reason.ACTIVATION_REQUESTED
                ? answered(command, flag, report, plain, next)
                : new Step(Optional.empty(), Optional.empty(), report, plain, next);
    }

    private Reason judge(
            Unsealing unsealing,
            int number,
            Optional<CrcKind> crc,
            String mn,
            Optional<StationProfile> profile,
            EnumSet<Finding> findings) {
        if (unsealing.reason() == Reason.CIPHER_UNREADABLE) {
            // what stands in the ciphertext is nobody's grammar
            findings.remove(Finding.GRAMMAR);
            return Reason.CIPHER_UNREADABLE;
        }
        Reason reason = structure(number);
        if (reason == Reason.IN_ORDER) {
            reason = CrcCheck.judge(unsealing.frame(), crc, profile, findings);
        }
        if (reason == Reason.IN_ORDER) {
            reason = IdentityCheck.judge(reader, mn, profile, findings);
        }
        return reason == Reason.IN_ORDER ? unsealing.reason() : reason;
    }

    /** What the number means when a field device of this edition sends it, or else at all. */
    private Optional<Command> command(int number, Optional<StationProfile> profile, Optional<Flag> flag) {
        StationProfile.Edition edition = profile.isPresent()
                ? profile.get().edition()
                : StationProfile.Edition.ofVersion(flag.isPresent() ? flag.get().version() : 0);
        Optional<Command> exact = commands.find(number, edition.year(), Command.Direction.FROM_FIELD);
        return exact.isPresent() ? exact : commands.find(number);
    }

    private Reason structure(int number) {
        if (number < 1000) {
            return Reason.COMMAND_MISSING;
        }
        if (reader.has(Quirk.NO_CONTENT)) {
            return Reason.CONTENT_MISSING;
        }
        return reader.has(Quirk.TOO_MANY_ITEMS) ? Reason.TOO_MANY_ITEMS : Reason.IN_ORDER;
    }

    private Step answered(
            Optional<Command> command, Optional<Flag> flag, Report report, Frame frame, SessionState next) {
        Command.Answer answer = command.map(Command::answer).orElse(Command.Answer.DATA);
        // an interaction command that no edition knows is not data: answering it might never end
        if (command.isEmpty() && report.command() >= 9000) {
            answer = Command.Answer.NONE;
        }
        boolean wanted = flag.map(Flag::answerWanted).orElse(false);
        boolean possible = reader.length(HeaderField.QN) > 0 && reader.length(HeaderField.QN) <= MAX_ECHO;
        if (!wanted || !possible || answer == Command.Answer.NONE) {
            return new Step(Optional.empty(), Optional.empty(), report, frame, next);
        }
        Flag mirrored = flag.orElseThrow();
        return answer == Command.Answer.NOTICE
                ? new Step(
                        Optional.of(Answers.to(reader, Answers.NOTICE, mirrored)),
                        Optional.empty(),
                        report,
                        frame,
                        next)
                : new Step(
                        Optional.empty(), Optional.of(Answers.to(reader, Answers.DATA, mirrored)), report, frame, next);
    }

    private Optional<Flag> flag(EnumSet<Finding> findings) {
        if (!reader.has(HeaderField.FLAG)) {
            findings.add(Finding.NO_FLAG);
            return Optional.empty();
        }
        int value = reader.number(HeaderField.FLAG);
        if (value < 0 || value > 255) {
            findings.add(Finding.FLAG_UNREADABLE);
            return Optional.empty();
        }
        return Optional.of(new Flag(value));
    }
}
