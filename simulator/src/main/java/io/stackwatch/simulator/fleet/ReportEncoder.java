package io.stackwatch.simulator.fleet;

import io.stackwatch.connectors.hj212.client.Upload;
import io.stackwatch.connectors.hj212.client.UploadEncoder;
import io.stackwatch.simulator.fault.Lapses;
import io.stackwatch.simulator.logger.FrameSeal;
import io.stackwatch.simulator.logger.FrameSeal.Treatment;
import io.stackwatch.simulator.logger.KeyRing;
import io.stackwatch.simulator.logger.LoggerState;
import io.stackwatch.simulator.plant.Quantity;
import io.stackwatch.simulator.report.Command;
import io.stackwatch.simulator.report.Edition;
import io.stackwatch.simulator.report.Figures;
import io.stackwatch.simulator.report.Message;
import io.stackwatch.simulator.report.PlantRecord;
import io.stackwatch.simulator.report.Recorder;
import io.stackwatch.simulator.report.Report;
import io.stackwatch.simulator.report.ReportWriter;
import io.stackwatch.simulator.report.Segment;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the frames of one logger's reports from what its recorder knows, with the name, the password and the key that it
 * has when their turn comes.
 */
final class ReportEncoder implements UploadEncoder<Report> {

    private final LoggerMemory memory;
    private final Lapses lapses;
    private final boolean answers;
    private Recorder recorder;

    /** @param answers whether minutes, hours and the like ask for an answer */
    ReportEncoder(LoggerMemory memory, Lapses lapses, Recorder recorder, boolean answers) {
        this.memory = memory;
        this.lapses = lapses;
        this.recorder = recorder;
        this.answers = answers;
    }

    Recorder recorder() {
        return recorder;
    }

    void recordWith(Recorder changed) {
        recorder = changed;
    }

    @Override
    public List<Upload> encode(Report report, boolean backlog) {
        boolean answer = answers && !report.command().isOfAMoment();
        boolean late = backlog && report.command() != Command.RESTART; // it was never due earlier
        Message message = new Message(report.command(), report.dataTime(), answer, late);
        return segments(report, message).stream().map(this::upload).toList();
    }

    /** The frame of a segment, encrypted if it has to be. */
    Upload upload(Segment segment) {
        Optional<KeyRing> keys = memory.state().keys();
        boolean secret = keys.isPresent() && FrameSeal.isSecret(segment);
        Treatment treatment = secret ? lapses.seal(memory.now()) : Treatment.RIGHT;
        return new Upload(
                segment.qn(), Buffer.buffer(FrameSeal.frame(segment, keys, treatment)), segment.answerWanted());
    }

    private List<Segment> segments(Report report, Message message) {
        ReportWriter writer = writer();
        return switch (report.command()) {
            case RESTART -> List.of(writer.restart(message, report.dataTime(), memory.nextNumber()));
            case REALTIME, MINUTE, HOUR, DAY -> writer.data(message, figures(report), memory::nextNumber);
            case FACILITY_STATE, FACILITY_TIME, STANDARD_CHECK, CYCLE, POWER, CONDITIONS -> {
                Edition edition = memory.state().identity().edition();
                PlantRecord plant = new PlantRecord(recorder, edition, memory.zone());
                yield writer.items(message, plant.items(report), memory::nextNumber);
            }
        };
    }

    private ReportWriter writer() {
        LoggerState state = memory.state();
        boolean printed =
                state.keys().filter(keys -> keys.form() == KeyRing.Form.PRINTED).isPresent();
        int longest = printed ? FrameSeal.LONGEST_PRINTED_CP : ReportWriter.LONGEST_CP;
        return new ReportWriter(state.identity(), recorder.factors(), memory.zone(), longest);
    }

    private Map<Quantity, Figures> figures(Report report) {
        Command command = report.command();
        if (command == Command.REALTIME) {
            return recorder.instant(report.dataTime());
        }
        if (command == Command.MINUTE) {
            return recorder.minutes(report.dataTime(), memory.state().habits().minute());
        }
        return command == Command.HOUR
                ? recorder.hour(report.dataTime())
                : recorder.day(report.dataTime().atZone(memory.zone()).toLocalDate());
    }
}
