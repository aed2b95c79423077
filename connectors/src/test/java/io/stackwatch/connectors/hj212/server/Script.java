package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conformance script: what one side sends and the other must answer.
 *
 * <p>{@code STATION mn=… pw=… [edition=…] [crc=…] [password=…] [keys=…] [form=…] [plaintext=…]} registers a station. {@code CONNECT}, {@code DISCONNECT}.
 * {@code SEND} bytes: {@code {len}}, {@code {len+n}}, {@code {crc}}, {@code {modbus}}, {@code {swapped}} are computed over
 * what stands between length and checksum; {@code \r \n \\} and {@code \xHH} are escapes; nothing is added. {@code SEND_HEX} bytes as they are. {@code EXPECT}
 * the segment of the next packet. {@code EXPECT_NOTHING}: a fence is sent and must be the next that is answered. {@code
 * KEPT disposition detail} the next arrival.
 */
final class Script {

    private static final Pattern PLACE =
            Pattern.compile("\\{len([+-]\\d+)?}(.*?)\\{(crc|modbus|swapped)}", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(r|n|\\\\|x[0-9A-Fa-f]{2})");
    private static final String FENCE = "FENCE000000001";

    private final List<String> lines;

    Script(String text) {
        this.lines = text.lines().toList();
        if (!lines.get(0).startsWith("# ") || !lines.get(0).contains("(")) {
            throw new AssertionError("the first line says the rule in words and its clause: " + lines.get(0));
        }
    }

    String rule() {
        return lines.get(0).substring(2);
    }

    Map<Mn, StationProfile> stations() {
        Map<Mn, StationProfile> stations = new HashMap<>();
        stations.put(new Mn(FENCE), StationProfile.strict(new Mn(FENCE), "123456"));
        for (String line : lines) {
            if (line.startsWith("STATION ")) {
                StationProfile profile = station(line.substring("STATION ".length()));
                stations.put(profile.mn(), profile);
            }
        }
        return stations;
    }

    void play(int port, MemoryHandler kept) throws InterruptedException {
        List<Peer> peers = new ArrayList<>();
        int fences = 0;
        try {
            for (String line : lines) {
                String[] words = line.split(" ", 2);
                String rest = words.length > 1 ? words[1].strip() : "";
                Peer peer = peers.isEmpty() ? null : peers.get(peers.size() - 1);
                switch (words[0]) {
                    case "", "#", "STATION" -> {}
                    case "CONNECT" -> peers.add(new Peer(port));
                    case "DISCONNECT" -> connected(peer, line).close();
                    case "SEND" -> connected(peer, line).send(bytes(rest));
                    case "SEND_HEX" -> connected(peer, line).send(HexFormat.of().parseHex(rest));
                    case "EXPECT" -> same(rest, connected(peer, line).readSegment(), line);
                    case "EXPECT_NOTHING" -> fence(connected(peer, line), ++fences);
                    case "KEPT" -> kept(rest, kept, line);
                    default -> throw new AssertionError("no such verb: " + line);
                }
            }
        } finally {
            peers.forEach(Peer::close);
        }
    }

    private static Peer connected(Peer peer, String line) {
        if (peer == null) {
            throw new AssertionError("not connected: " + line);
        }
        return peer;
    }

    private static void fence(Peer peer, int number) {
        String qn = "209901010000%05d".formatted(number);
        peer.sendSegment("QN=" + qn + ";ST=31;CN=2081;PW=123456;MN=" + FENCE
                + ";Flag=5;CP=&&DataTime=20990101000000;RestartTime=20990101000000&&");
        same(
                "QN=" + qn + ";ST=91;CN=9014;PW=123456;MN=" + FENCE + ";Flag=4;CP=&&&&",
                peer.readSegment(),
                "the fence, so nothing was answered before it");
    }

    private static void kept(String wanted, MemoryHandler kept, String line) throws InterruptedException {
        Hj212Arrival arrival = kept.next(line);
        while (arrival.mn().map(Mn::value).orElse("").equals(FENCE)) {
            arrival = kept.next(line);
        }
        String is = arrival.disposition() + " " + arrival.detail();
        if (!is.contains(wanted)) {
            throw new AssertionError("wanted " + wanted + ", is " + is);
        }
    }

    private static void same(String wanted, String is, String line) {
        if (!wanted.equals(is)) {
            throw new AssertionError("wanted " + wanted + "\n    is " + is + "\n    at " + line);
        }
    }

    private static StationProfile station(String text) {
        Map<String, String> words = new HashMap<>();
        for (String word : text.split(" ", -1)) {
            words.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        StationProfile profile = new StationProfile(
                new Mn(words.get("mn")),
                StationProfile.Edition.valueOf(words.getOrDefault("edition", "HJ212_2017")),
                StationProfile.CrcMode.valueOf(words.getOrDefault("crc", "HJ212")),
                StationProfile.PasswordPolicy.valueOf(words.getOrDefault("password", "REJECT")),
                words.get("pw"),
                Duration.ofMinutes(1),
                false,
                Map.of());
        String keys = words.get("keys");
        return keys == null
                ? profile
                : profile.withEncryption(new Encryption(
                        Encryption.Form.valueOf(words.getOrDefault("form", "RAW")),
                        Encryption.Plaintext.valueOf(words.getOrDefault("plaintext", "WARN")),
                        Arrays.stream(keys.split(",", -1)).map(StationKey::of).toList()));
    }

    static byte[] bytes(String text) {
        String unescaped = ESCAPE.matcher(text).replaceAll(match -> {
            String escape = match.group(1);
            char c =
                    switch (escape.charAt(0)) {
                        case 'r' -> '\r';
                        case 'n' -> '\n';
                        case 'x' -> (char) Integer.parseInt(escape.substring(1), 16);
                        default -> '\\';
                    };
            return Matcher.quoteReplacement(String.valueOf(c));
        });
        return PLACE.matcher(unescaped)
                .replaceAll(match -> Matcher.quoteReplacement(computed(
                        match.group(1) == null ? 0 : Integer.parseInt(match.group(1)), match.group(2), match.group(3))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String computed(int lie, String segment, String algorithm) {
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        int modbus = Peer.modbus(bytes);
        int crc =
                switch (algorithm) {
                    case "crc" -> Peer.crc(bytes);
                    case "modbus" -> modbus;
                    default -> ((modbus & 0xFF) << 8) | (modbus >> 8);
                };
        return "%04d".formatted(bytes.length + lie) + segment + "%04X".formatted(crc);
    }
}
