package io.stackwatch.gateway.circular;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Excluded;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.RateBand;
import io.stackwatch.gateway.circular.print.PrintColumn;
import io.stackwatch.gateway.circular.print.PrintedPages;
import io.stackwatch.gateway.circular.print.PrintedPages.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The draft of the circular (通报) of a month. What only an officer can decide (document number, addressees, what follows
 * from the figures, signature, date) is left open and says so.
 */
final class CircularDraft {

    private static final int REASONS = 3;

    private final CityMonth city;
    private final FigureColumns figures;
    private final MonthHeader header;
    private final String digest;
    private final LossSheet losses;
    private int tables;

    CircularDraft(CityMonth city, MonthHeader header, String digest, LossSheet losses) {
        this.city = city;
        this.figures = new FigureColumns(city);
        this.header = header;
        this.digest = digest;
        this.losses = losses;
    }

    /** The file. */
    byte[] pdf() throws IOException {
        String title = "关于" + Wording.month(city) + "全市污染源自动监控数据传输有效率情况的通报";
        try (PrintedPages pages = new PrintedPages(title, digest, city.cutoff())) {
            opening(pages, title);
            overview(pages);
            ranking(pages);
            enterprises(pages);
            counting(pages);
            proof(pages);
            closing(pages);
            return pages.finish("第" + header.version() + "版（" + header.state().chinese() + "）　数据摘要 " + digest);
        }
    }

    private void opening(PrintedPages pages, String title) throws IOException {
        pages.line("草稿：由系统按统计数据生成，供承办人审核；未经签发不具效力", Side.RIGHT);
        pages.gap(12);
        pages.title(title);
        pages.line("发文字号：［待填：由承办人填写］", Side.MIDDLE);
        pages.gap(8);
        pages.line("主送：［待填：各县（市、区）、市属开发区等，由承办人确定］", Side.LEFT);
        pages.paragraph(header.basis() + "现将" + Wording.month(city) + "全市污染源自动监控数据传输有效率情况通报如下。");
        if (!header.state().isBinding()) {
            pages.paragraph("本期为" + header.state().chinese() + "，统计截止后可能变化，不作为考核依据。");
        }
        if (header.reason().isPresent()) {
            pages.paragraph(
                    "本期为第" + header.version() + "版，重新计算的理由：" + header.reason().get() + "。此前版本仍存档备查。");
        }
    }

    private void overview(PrintedPages pages) throws IOException {
        MonthLine line = city.line();
        Counts counts = line.counts();
        List<EnterpriseMonth> enterprises = city.counties().stream()
                .flatMap(county -> county.enterprises().stream())
                .toList();
        long outlets =
                enterprises.stream().mapToLong(one -> one.outlets().size()).sum();
        pages.heading("一、总体情况");
        pages.paragraph("全市列入统计的企业 " + enterprises.size() + " 家、排放口 " + outlets + " 个。应传小时数据 " + counts.due()
                + " 因子小时，实传 " + counts.received() + "，有效 " + counts.valid() + "；传输率 "
                + shown(figures.text(counts.transmission())) + "，有效率 "
                + shown(figures.text(counts.validity())) + "，传输有效率 "
                + shown(figures.text(counts.effective())) + "，" + againstRequired(line) + "。");
        pages.paragraph("县（市、区）" + city.counties().size() + " 个："
                + bands(city.counties().stream().map(County::line).toList(), "个") + "。");
        pages.paragraph("企业 " + enterprises.size() + " 家："
                + bands(enterprises.stream().map(EnterpriseMonth::line).toList(), "家") + "。");
        List<String> failing = city.counties().stream()
                .filter(county -> isFailing(county.line()))
                .map(county -> county.name() + "（"
                        + shown(figures.text(county.line().counts().effective())) + "）")
                .toList();
        pages.paragraph(
                failing.isEmpty()
                        ? "没有传输有效率低于 " + Wording.percent(city.required()) + " 的县（市、区）。"
                        : "传输有效率低于 " + Wording.percent(city.required()) + " 的县（市、区）：" + String.join("、", failing)
                                + "。是否挂牌督办，由有权机关依规定决定，本草稿不作决定。");
    }

    private void ranking(PrintedPages pages) throws IOException {
        pages.heading("二、县（市、区）排名");
        caption(pages, "各县（市、区）数据传输有效率（单位：因子小时、%）");
        List<List<String>> rows = new ArrayList<>();
        for (Ranking.Place place : Ranking.of(city)) {
            County county = place.county();
            Counts counts = county.line().counts();
            rows.add(List.of(
                    place.text(),
                    county.name(),
                    String.valueOf(counts.due()),
                    String.valueOf(counts.received()),
                    String.valueOf(counts.valid()),
                    number(figures.text(counts.effective())),
                    county.meanOfEnterprises()
                            .map(mean -> RateText.ofShare(mean, city.required(), city.farBelow()))
                            .map(text -> text.percent().toPlainString())
                            .orElse(Wording.STOPPED),
                    county.passing() + "/" + county.rated(),
                    isFailing(county.line()) ? "未达标" : county.line().counts().due() == 0 ? "不参评" : "达标"));
        }
        pages.table(
                List.of(
                        new PrintColumn("名次", 4, true),
                        new PrintColumn("县（市、区）", 11, false),
                        new PrintColumn("应传", 8, true),
                        new PrintColumn("实传", 8, true),
                        new PrintColumn("有效", 8, true),
                        new PrintColumn("传输有效率", 7, true),
                        new PrintColumn("企业均值", 6, true),
                        new PrintColumn("达标/参评企业", 8, true),
                        new PrintColumn("结果", 6, false)),
                rows);
        pages.small("按传输有效率（合并计算、未取舍的分数）由高到低排列；比率相同名次相同。企业均值供参考，不作为排名依据。", Side.LEFT);
    }

    private void enterprises(PrintedPages pages) throws IOException {
        pages.heading("三、企业情况");
        listed(
                pages,
                RateBand.BELOW,
                "传输有效率 " + Wording.band(RateBand.BELOW, city) + "（不含 " + Wording.percent(city.required()) + "）的企业");
        listed(pages, RateBand.FAR_BELOW, "传输有效率低于 " + Wording.percent(city.farBelow()) + " 的企业");
        listed(pages, RateBand.ZERO, "传输有效率为 0 的企业");
        listed(pages, RateBand.NOT_RATED, "停运不参评的企业");
    }

    private void listed(PrintedPages pages, RateBand band, String title) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (County county : city.counties()) {
            for (EnterpriseMonth enterprise : county.enterprises()) {
                if (figures.band(enterprise.line()) == band) {
                    rows.add(row(rows.size() + 1, county, enterprise, band));
                }
            }
        }
        if (rows.isEmpty()) {
            pages.paragraph(title + "：无。");
            return;
        }
        caption(pages, title + "（" + rows.size() + " 家）");
        boolean rated = band != RateBand.NOT_RATED;
        pages.table(
                List.of(
                        new PrintColumn("序号", 4, true),
                        new PrintColumn("县（市、区）", 9, false),
                        new PrintColumn("企业", 18, false),
                        new PrintColumn(rated ? "应传" : "停运", 7, true),
                        new PrintColumn(rated ? "有效" : "其他剔除", 7, true),
                        new PrintColumn("传输有效率（%）", 7, true),
                        new PrintColumn("未计有效的主要原因（因子小时）", 18, false)),
                rows);
    }

    private List<String> row(int number, County county, EnterpriseMonth enterprise, RateBand band) {
        Counts counts = enterprise.line().counts();
        Excluded excluded = enterprise.line().excluded();
        boolean rated = band != RateBand.NOT_RATED;
        return List.of(
                String.valueOf(number),
                county.name(),
                enterprise.name() + "（" + enterprise.id() + "）",
                String.valueOf(rated ? counts.due() : excluded.stopped()),
                String.valueOf(rated ? counts.valid() : excluded.total() - excluded.stopped()),
                number(figures.text(counts.effective())),
                rated ? losses.of(county, enterprise).inShort(REASONS) : "—");
    }

    private void counting(PrintedPages pages) throws IOException {
        Excluded excluded = city.line().excluded();
        pages.heading("四、统计口径");
        pages.paragraph("口径：" + Wording.variant(city.variant()) + "；统计截止：" + Wording.time(city.cutoff())
                + "（北京时间），此后收到的数据和凭证不计。传输有效率＝有效÷应传，应传、实传、有效均按因子逐小时计；企业、县（市、区）、全市由因子小时数逐级相加后相除，不是比率的平均。");
        pages.paragraph("不计应传的共 " + excluded.total() + " 因子小时：停运 " + excluded.stopped() + "、经批准的豁免 "
                + excluded.exempt() + "、标样核查 " + excluded.standardCheck() + "、本平台自身故障 " + excluded.ownOutage()
                + "。应传为 0 的标注“停运”，不参评。缺失的小时不按 0 值、也不按达标处理。");
        pages.paragraph("是否达标按未取舍的分数比较。所列比率保留两位小数，两位小数会使未达标显示为达标的，增加小数位数。");
        caption(pages, "限值及其核对情况");
        pages.table(
                List.of(
                        new PrintColumn("项目", 14, false),
                        new PrintColumn("数值", 8, true),
                        new PrintColumn("来源", 24, false),
                        new PrintColumn("核对情况", 12, false)),
                header.thresholds().stream()
                        .map(threshold -> List.of(
                                threshold.name(),
                                threshold.value(),
                                threshold.source(),
                                Wording.mark(threshold.mark())))
                        .collect(Collectors.toList()));
    }

    private void proof(PrintedPages pages) throws IOException {
        pages.heading("五、数据核对");
        pages.paragraph("本期数据摘要（SHA-256）：");
        pages.small(digest, Side.MIDDLE);
        pages.paragraph("摘要由随附的五个 CSV 文件（city、counties、enterprises、outlets、factors）依次首尾相接后计算，任何人可以复算。"
                + "随附工作簿自全市至区县、企业、排放口、因子、小时逐级列示，每一小时可按日志序号查到原始报文。");
        if (header.registeredDigest().isPresent()) {
            pages.paragraph("版本登记摘要（SHA-256）：");
            pages.small(header.registeredDigest().get(), Side.MIDDLE);
        }
        pages.paragraph("经手：" + header.by() + "；程序版本：" + header.program() + "。");
    }

    private void closing(PrintedPages pages) throws IOException {
        pages.gap(24);
        pages.line("承办：［待签］　　审核：［待签］　　法制审核：［待签］　　签发：［待签］", Side.LEFT);
        pages.gap(12);
        pages.line("［待填：发文机关及印章］", Side.RIGHT);
        pages.line("［待填：成文日期］", Side.RIGHT);
    }

    private void caption(PrintedPages pages, String text) throws IOException {
        tables++;
        pages.caption("表" + tables + "　" + text);
    }

    private String bands(List<MonthLine> lines, String counted) {
        List<String> parts = new ArrayList<>();
        for (RateBand band : RateBand.values()) {
            long number =
                    lines.stream().filter(line -> figures.band(line) == band).count();
            parts.add((band == RateBand.NOT_RATED ? "停运不参评" : "传输有效率 " + Wording.band(band, city)) + " 的 " + number
                    + " " + counted);
        }
        return String.join("，", parts);
    }

    private String againstRequired(MonthLine line) {
        String required = Wording.percent(city.required());
        return line.counts().due() == 0 ? "不参评" : (isFailing(line) ? "未达到 " : "达到 ") + required + " 的要求";
    }

    private boolean isFailing(MonthLine line) {
        return line.counts()
                .effective()
                .filter(rate -> !rate.atLeast(city.required()))
                .isPresent();
    }

    private static String shown(Optional<RateText> text) {
        return text.map(RateText::withSign).orElse(Wording.STOPPED);
    }

    private static String number(Optional<RateText> text) {
        return text.map(one -> one.percent().toPlainString()).orElse(Wording.STOPPED);
    }
}
