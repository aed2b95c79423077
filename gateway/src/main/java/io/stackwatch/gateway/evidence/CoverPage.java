package io.stackwatch.gateway.evidence;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.gateway.circular.print.PrintColumn;
import io.stackwatch.gateway.circular.print.PrintedPages;
import io.stackwatch.gateway.records.CaseRow;
import io.stackwatch.gateway.records.VerdictRow;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cover of a package for people, in Chinese: what it is about, its hours, its files with their digests, and how it is checked. */
final class CoverPage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<PrintColumn> FORM = List.of(new PrintColumn("", 3, false), new PrintColumn("", 9, false));
    private static final float GAP = 8;
    private static final int VALUE_DECIMALS = 3;
    private static final int RATIO_DECIMALS = 2;

    private final Scope scope;
    private final String factorName;

    CoverPage(Scope scope, String factorName) {
        this.scope = scope;
        this.factorName = factorName;
    }

    EvidenceFile of(List<EvidenceFile> files, int frames, boolean filed) throws IOException {
        CaseRow row = scope.file().row();
        try (PrintedPages pages = new PrintedPages("证据包", row.id().value(), scope.now())) {
            pages.nothingHangsOverCells();
            pages.title("污染源自动监控超标证据包");
            pages.form(FORM, facts(row, frames, filed));
            pages.heading("一、超标时段（立案线索所依据的版本）");
            pages.gap(GAP);
            pages.table(
                    List.of(
                            new PrintColumn("时段（小时起）", 6, false),
                            new PrintColumn("判定浓度mg/m³", 4, true),
                            new PrintColumn("实测含氧量%", 4, true),
                            new PrintColumn("限值mg/m³", 4, true),
                            new PrintColumn("超标倍数", 3, true),
                            new PrintColumn("版本", 2, true),
                            new PrintColumn("得知时间", 6, false)),
                    hours());
            pages.heading("二、文件清单");
            pages.gap(GAP);
            pages.table(
                    List.of(
                            new PrintColumn("文件", 10, false),
                            new PrintColumn("字节", 3, true),
                            new PrintColumn("SHA-256", 15, false)),
                    files.stream()
                            .map(file -> List.of(
                                    file.name(), String.valueOf(file.bytes().length), Manifest.digest(file.bytes())))
                            .toList());
            pages.heading("三、核验方法");
            pages.paragraph("本证据包由系统依据存档数据生成，未作人工修改。manifest.txt 载明包内每个文件（含本页）的 SHA-256 值以及清单自身的校验值。"
                    + "脱机执行“stackwatch verify 文件名”，可逐字节核验本包；任何一个字节被改动，均会指出所在文件。");
            pages.paragraph("journal/records.csv 载有原始报文（十六进制）、到达时间、来源地址、校验结论及其在存档链中的前后校验值，可据以独立重算。"
                    + "本包仅说明监测数据和计算过程；是否构成违法，由有权机关依法认定。");
            return new EvidenceFile("cover.pdf", pages.finish("证据包 " + row.id()));
        }
    }

    private List<List<String>> facts(CaseRow row, int frames, boolean filed) {
        return List.of(
                List.of("线索编号", row.id().value()),
                List.of("企业名称", row.enterpriseName().orElse("（登记信息中已无）")),
                List.of(
                        "排放口",
                        row.outletName()
                                .map(name -> name + "（" + row.outlet() + "）")
                                .orElse(row.outlet().value())),
                List.of("污染物", factorName + "（" + row.factor() + "）"),
                List.of("违法线索日期", row.day().toString()),
                List.of("线索生成时间", minute(row.openedAt())),
                List.of("原始报文", frames + " 条"),
                List.of("案件办理记录", filed ? "见 case/acts.csv、case/trail.csv" : "尚未立案"),
                List.of("线索生成后的变化", changes()),
                List.of("生成时间", minute(scope.now())));
    }

    /** Hours that have another verdict than the one the case was opened on. */
    private String changes() {
        String changed = scope.file().events().stream()
                .flatMap(event -> event.hour().stream())
                .map(row -> minute(row.hour().start()) + " 第" + row.version() + "版：" + outcome(row.outcome()) + "（"
                        + minute(row.knownAt()) + "得知）")
                .collect(Collectors.joining("；"));
        return changed.isEmpty() ? "无" : changed;
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case WITHIN -> "未超标";
            case EXCEEDS -> "超标";
            case NOT_JUDGED -> "不予判定";
        };
    }

    private List<List<String>> hours() {
        List<List<String>> rows = new ArrayList<>();
        for (VerdictRow row : scope.file().hours()) {
            rows.add(List.of(
                    minute(row.hour().start()),
                    shown(row.value(), VALUE_DECIMALS),
                    row.oxygen().map(oxygen -> oxygen.percent().toPlainString()).orElse("—"),
                    row.limit()
                            .map(limit -> limit.milligramsPerCubicMetre().toPlainString())
                            .orElse("—"),
                    shown(row.ratio(), RATIO_DECIMALS),
                    String.valueOf(row.version()),
                    minute(row.knownAt())));
        }
        return rows;
    }

    private static String shown(Optional<Fraction> number, int decimals) {
        return number.map(one -> one.rounded(decimals).toPlainString()).orElse("—");
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant.atZone(LegalTime.ZONE));
    }
}
