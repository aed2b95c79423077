package io.stackwatch.gateway.relay.packet;

import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.session.StationProfile.Edition;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.relay.target.NewIdentity;
import io.stackwatch.gateway.relay.target.Rewriting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a logger's frame one of the platform's: MN, password, version bits, factor codes, RF, answer bit as the target says,
 * length and checksum anew. QN, DataTime, values and the order of everything stay. Pure; safe for several threads.
 */
final class Rewriter {

    private static final String BACK_FILLED = "1";

    private final Rewriting rewriting;

    Rewriter(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    /**
     * The segments to send; one unless it had to be split.
     *
     * @param backlog whether the frame comes out of our backlog
     */
    Optional<List<SegmentText>> segments(Frame plain, NewIdentity identity, boolean backlog) {
        SegmentText segment = SegmentText.of(plain).with(HeaderField.MN, identity.mn());
        if (identity.password().isPresent()) {
            segment = segment.with(HeaderField.PW, identity.password().get());
        }
        segment = withFlag(segment);
        segment = withBackFill(segment, backlog);
        if (!rewriting.codes().isEmpty()) {
            segment = segment.withContent(ContentItems.of(segment.content())
                    .withCodes(rewriting.codes())
                    .text());
        }
        return Splitting.fits(segment, rewriting.edition(), rewriting.maxSegment())
                ? Optional.of(List.of(segment))
                : Splitting.split(segment, rewriting.edition(), rewriting.maxSegment());
    }

    /** Who the station is for the platform; empty if it has no MN there. */
    Optional<NewIdentity> identity(Mn station) {
        Map<Mn, NewIdentity> identities = rewriting.identities();
        return identities.isEmpty()
                ? Optional.of(new NewIdentity(station.value(), Optional.empty()))
                : Optional.ofNullable(identities.get(station));
    }

    private SegmentText withFlag(SegmentText segment) {
        Optional<Flag> sent = segment.field(HeaderField.FLAG).flatMap(Rewriter::flag);
        boolean answerable =
                segment.field(HeaderField.QN).filter(qn -> !qn.isEmpty()).isPresent();
        boolean answer = sent.map(Flag::answerWanted).orElse(false) || (rewriting.setAnswerBit() && answerable);
        int version = rewriting
                .edition()
                .map(Rewriter::version)
                .orElse(sent.map(Flag::version).orElse(0));
        boolean numbered = sent.map(Flag::packetsNumbered).orElse(false);
        Flag flag = Flag.of(version, numbered, answer);
        return sent.equals(Optional.of(flag)) || (sent.isEmpty() && flag.value() == 0)
                ? segment
                : segment.with(HeaderField.FLAG, Integer.toString(flag.value()));
    }

    /** 2025 marks what comes out of a backlog; the editions before do not know the mark. */
    private SegmentText withBackFill(SegmentText segment, boolean backlog) {
        if (rewriting.edition().isEmpty()) {
            return segment;
        }
        if (rewriting.edition().get() != Edition.HJ212_2025) {
            return segment.without(HeaderField.RF);
        }
        return backlog ? segment.with(HeaderField.RF, BACK_FILLED) : segment;
    }

    /** A packet of a segment, with CR LF. */
    static byte[] packet(SegmentText segment) {
        byte[] bytes = segment.bytes();
        return FrameEncoder.encode(bytes, 0, bytes.length);
    }

    static Optional<Flag> flag(String text) {
        try {
            int value = Integer.parseInt(text);
            return value < 0 || value > 255 ? Optional.empty() : Optional.of(new Flag(value));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    static int version(Edition edition) {
        return switch (edition) {
            case HJT212_2005 -> 0;
            case HJ212_2017 -> 1;
            case HJ212_2025 -> 2;
        };
    }
}
