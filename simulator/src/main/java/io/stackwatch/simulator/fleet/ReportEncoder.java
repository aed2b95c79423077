package io.stackwatch.simulator.fleet;

import io.stackwatch.connectors.hj212.client.Upload;
import io.stackwatch.connectors.hj212.client.UploadEncoder;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.simulator.plant.Quantity;
import io.stackwatch.simulator.report.Command;
import io.stackwatch.simulator.report.Figures;
import io.stackwatch.simulator.report.Message;
import io.stackwatch.simulator.report.Recorder;
import io.stackwatch.simulator.report.ReportWriter;
import io.stackwatch.simulator.report.RequestNumbers;
import io.stackwatch.simulator.report.Segment;
import io.stackwatch.simulator.scenario.LoggerPlan;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Makes the frames of one logger's reports from what its recorder knows. */
final class ReportEncoder implements UploadEncoder<Report> {

    private final LoggerPlan plan;
    private final ZoneId zone;
    private final Clock clock;
    private final ReportWriter writer;
    private final RequestNumbers numbers;
    private Recorder recorder;

    ReportEncoder(LoggerPlan plan, ZoneId zone, Clock clock) {
        this.plan = plan;
        this.zone = zone;
        this.clock = clock;
        this.recorder = plan.recorder();
        this.writer = new ReportWriter(plan.identity(), recorder.factors(), zone);
        this.numbers = new RequestNumbers(zone);
    }

    Recorder recorder() {
        return recorder;
    }

    void recordWith(Recorder changed) {
        recorder = changed;
    }

    @Override
    public List<Upload> encode(Report report, boolean backlog) {
        boolean answer = plan.answers() && report.command() != Command.REALTIME;
        Message message = new Message(report.command(), report.dataTime(), answer, backlog);
        if (report.command() == Command.RESTART) {
            return List.of(upload(writer.restart(message, report.dataTime(), nextNumber())));
        }
        return writer.data(message, figures(report), this::nextNumber).stream()
                .map(ReportEncoder::upload)
                .toList();
    }

    private Map<Quantity, Figures> figures(Report report) {
        return switch (report.command()) {
            case REALTIME -> recorder.instant(report.dataTime());
            case MINUTE -> recorder.minutes(report.dataTime(), plan.intervals().minute());
            case HOUR -> recorder.hour(report.dataTime());
            case DAY -> recorder.day(report.dataTime().atZone(zone).toLocalDate());
            case RESTART -> Map.of();
        };
    }

    private String nextNumber() {
        return numbers.next(clock.instant());
    }

    private static Upload upload(Segment segment) {
        return new Upload(segment.qn(), Buffer.buffer(FrameEncoder.encode(segment.text())), segment.answerWanted());
    }
}
