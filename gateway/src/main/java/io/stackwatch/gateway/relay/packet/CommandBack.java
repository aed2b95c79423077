package io.stackwatch.gateway.relay.packet;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.gateway.relay.target.Rewriting;
import java.util.Arrays;
import java.util.Optional;

/**
 * A platform's command as the station is to get it: unchanged, or with the station's own MN, password, version bits and
 * factor codes. Pure functions.
 */
public final class CommandBack {

    private CommandBack() {}

    /** The bytes of the frame and CR LF. */
    public static byte[] unchanged(Frame command) {
        byte[] wire = Arrays.copyOf(command.bytes(), command.bytes().length + 2);
        wire[wire.length - 2] = '\r';
        wire[wire.length - 1] = '\n';
        return wire;
    }

    /**
     * With everything changed back that the target changes on the way up.
     *
     * @param clear the command in clear
     * @param wasSealed whether its content came encrypted, and leaves so
     */
    public static byte[] rewritten(Frame clear, Rewriting rewriting, StationProfile station, boolean wasSealed) {
        SegmentText segment =
                SegmentText.of(clear).with(HeaderField.MN, station.mn().value());
        boolean issued = Optional.ofNullable(rewriting.identities().get(station.mn()))
                .flatMap(identity -> identity.password())
                .isPresent();
        if (issued) {
            segment = segment.with(HeaderField.PW, station.password());
        }
        if (rewriting.edition().isPresent()) {
            Optional<Flag> flag = segment.field(HeaderField.FLAG).flatMap(Rewriter::flag);
            int version = Rewriter.version(station.edition());
            if (flag.isPresent()) {
                segment = segment.with(
                        HeaderField.FLAG,
                        Integer.toString(Flag.of(
                                        version,
                                        flag.get().packetsNumbered(),
                                        flag.get().answerWanted())
                                .value()));
            }
        }
        segment = segment.withContent(ContentItems.of(segment.content())
                .withCodes(rewriting.codesBack())
                .text());
        Optional<Encryption> encryption = station.encryption();
        return wasSealed && encryption.isPresent()
                ? new ContentCipher()
                        .seal(
                                segment.bytes(),
                                encryption.get().keys().get(0),
                                encryption.get().form())
                : Rewriter.packet(segment);
    }

    /** The password that the command carries; empty if it carries none. */
    public static Optional<String> password(Frame command) {
        return SegmentText.of(command).field(HeaderField.PW);
    }

    /** The 9011 with which we refuse it ourselves, QN, PW and MN echoed, in the shape of its edition. */
    public static byte[] refusal(Frame command, Heading heading, int qnRtn) {
        SegmentText asked = SegmentText.of(command);
        int version = heading.flag().map(Flag::version).orElse(0);
        String pw = asked.field(HeaderField.PW).orElse("");
        String middle = "ST=91;CN=9011;PW=" + pw + ";MN=" + heading.mn() + ";Flag="
                + Flag.of(version, false, false).value();
        String segment = version == 0
                ? middle + ";CP=&&QN=" + heading.qn() + ";QnRtn=" + qnRtn + "&&"
                : "QN=" + heading.qn() + ";" + middle + ";CP=&&QnRtn=" + qnRtn + "&&";
        return Rewriter.packet(SegmentText.of(segment));
    }
}
