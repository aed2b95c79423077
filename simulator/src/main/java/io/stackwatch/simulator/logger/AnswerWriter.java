package io.stackwatch.simulator.logger;

import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.simulator.report.Edition;
import io.stackwatch.simulator.report.Segment;

/**
 * Writes the answers to one request in the shape of the logger's edition: password and MN of the request echoed; in 2017
 * and 2025 with its number in front, in 2005 with the number in the content.
 */
public final class AnswerWriter {

    private static final String DIALOGUE = "91";

    private final Edition edition;
    private final Request request;

    AnswerWriter(Edition edition, Request request) {
        this.edition = edition;
        this.request = request;
    }

    /** 9011, request answer (请求应答). */
    public Segment ready(int code) {
        return segment(request.number(), DIALOGUE, "9011", flag(), "QnRtn=" + code);
    }

    Segment ready(Readiness readiness) {
        return ready(readiness.code(edition));
    }

    /** 9012, result (执行结果); 2005 leaves its Flag out. */
    public Segment result(int code) {
        String flag = edition == Edition.Y2005 ? "" : flag();
        return segment(request.number(), DIALOGUE, "9012", flag, "ExeRtn=" + code);
    }

    Segment result(Result result) {
        return result(result.code(edition));
    }

    /** 9013, notice answer (通知应答). */
    Segment noticed() {
        return segment(request.number(), DIALOGUE, "9013", edition == Edition.Y2005 ? "" : flag(), "");
    }

    /** What was asked for, with the request's number and command (HJ 212-2017 C.3, C.6, C.8). */
    Segment parameter(String content) {
        return own(request.number(), content);
    }

    /** The same with a number of its own, as records of the log have (HJ 212-2017 C.40). */
    Segment own(String number, String content) {
        return segment(number, request.systemCode(), Integer.toString(request.command()), flag(), content);
    }

    private String flag() {
        return "Flag=" + Flag.of(edition.version(), false, false).value() + ";";
    }

    private Segment segment(String number, String systemCode, String command, String flag, String content) {
        boolean inFront = edition != Edition.Y2005;
        String text = (inFront ? "QN=" + number + ";" : "")
                + "ST=" + systemCode
                + ";CN=" + command
                + ";PW=" + request.password()
                + ";MN=" + request.mn()
                + ";" + flag
                + "CP=&&"
                + (inFront ? "" : "QN=" + number + (content.isEmpty() ? "" : ";"))
                + content
                + "&&";
        return new Segment(inFront ? number : "", text, false);
    }
}
