package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.report.Identity;
import io.stackwatch.simulator.report.Segment;
import io.stackwatch.simulator.report.WireTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What a logger says of its own accord and is no data: 1001, 1013, 1014, 9015. All of them ask for an answer. Pure.
 *
 * <p>Which answer the key request gets is not in any text that was read; 9013 and 9014 are both taken.
 */
public final class Notices {

    private final WireTime time;

    public Notices(ZoneId zone) {
        this.time = new WireTime(zone);
    }

    /** 9015, heartbeat (心跳); 2025. */
    public Segment heartbeat(LoggerState state, String number) {
        return segment(
                state.identity(), number, "91", "9015", state.identity().mn().value(), "");
    }

    /** 1013: asks for the time (现场机时间校准请求); since 2017. */
    public Segment clockRequest(LoggerState state, String number) {
        return segment(
                state.identity(), number, "31", "1013", state.identity().mn().value(), "");
    }

    /** 1014: asks for a new key (现场机获取新密钥); 2025, to be encrypted with the present one. */
    public Segment keyRequest(LoggerState state, KeyRing keys, String number) {
        String content = "SKCreateTime=" + time.millisecond(keys.created());
        return segment(
                state.identity(), number, "31", "1014", state.identity().mn().value(), content);
    }

    /** 1001: presents the hardware and has no MN yet (上传数采仪硬件序号); 2025. */
    public Segment activation(LoggerState state, String number) {
        String mn = state.identity().mn().value();
        int seed = mn.hashCode();
        String content = "i23005-Info=" + mn
                + String.format(
                        Locale.ROOT,
                        ";i23006-Info=A800%08X;i23007-Info=E86A%08X;i23008-Info=A763%08X",
                        seed,
                        seed * 31 + 1,
                        seed * 31 + 2);
        return segment(state.identity(), number, "31", "1001", "", content);
    }

    private static Segment segment(
            Identity identity, String number, String systemCode, String command, String mn, String content) {
        String text = "QN=" + number
                + ";ST=" + systemCode
                + ";CN=" + command
                + ";PW=" + identity.password()
                + ";MN=" + mn
                + ";Flag=" + identity.edition().flag(false, true)
                + ";CP=&&" + content + "&&";
        return new Segment(number, text, true);
    }
}
