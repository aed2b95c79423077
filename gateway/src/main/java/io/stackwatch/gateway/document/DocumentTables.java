package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.DailyPenalty;
import io.stackwatch.gateway.document.Block.Grid;
import io.stackwatch.gateway.document.Block.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables that a template names: hours above the limit, evidence, rounds of the daily penalty. */
final class DocumentTables {

    private static final int VALUE_DECIMALS = 1;
    private static final int RATIO_DECIMALS = 2;

    private final DocumentOrder order;
    private final MoneyFields money;

    DocumentTables(DocumentOrder order, CaseTerms terms) {
        this.order = order;
        this.money = new MoneyFields(order, terms);
    }

    /** The table of a name; empty if it has no row. */
    Optional<Grid> table(String name) {
        Grid grid =
                switch (name) {
                    case "超标时段表" -> hours();
                    case "证据清单" -> evidence();
                    case "按日计罚计算表" -> rounds();
                    default -> throw new IllegalArgumentException("no table is called " + name);
                };
        return grid.rows().isEmpty() ? Optional.empty() : Optional.of(grid);
    }

    private Grid hours() {
        List<List<String>> rows = new ArrayList<>();
        for (ExceedingHour hour : order.hours()) {
            rows.add(List.of(
                    ChineseText.hour(hour.start().atZone(LegalTime.ZONE)),
                    hour.factor(),
                    ChineseText.number(hour.value(), VALUE_DECIMALS),
                    hour.oxygen()
                            .map(oxygen -> oxygen.percent().toPlainString())
                            .orElse("—"),
                    hour.limit().allowed().milligramsPerCubicMetre().toPlainString(),
                    ChineseText.number(hour.ratio(), RATIO_DECIMALS)));
        }
        boolean converted = order.hours().stream().anyMatch(ExceedingHour::converted);
        return new Grid(
                "超标时段表",
                List.of(
                        new GridColumn("时段（小时起）", 7, false),
                        new GridColumn("污染物", 4, false),
                        new GridColumn(converted ? "折算浓度mg/m³" : "浓度mg/m³", 4, true),
                        new GridColumn("实测含氧量%", 4, true),
                        new GridColumn("限值mg/m³", 4, true),
                        new GridColumn("超标倍数", 3, true)),
                rows);
    }

    private Grid evidence() {
        List<List<String>> rows = new ArrayList<>();
        for (EvidenceLine line : order.evidence()) {
            rows.add(List.of(String.valueOf(rows.size() + 1), line.name(), line.proves(), line.source()));
        }
        return new Grid(
                "证据清单",
                List.of(
                        new GridColumn("序号", 2, true),
                        new GridColumn("证据名称", 7, false),
                        new GridColumn("证明内容", 8, false),
                        new GridColumn("来源或者编号", 7, false)),
                rows);
    }

    private Grid rounds() {
        List<List<String>> rows = new ArrayList<>();
        money.cycle()
                .map(DailyPenalty::rounds)
                .orElse(List.of())
                .forEach(round -> rows.add(List.of(
                        String.valueOf(round.number()),
                        ChineseText.day(round.from()),
                        ChineseText.day(round.to()),
                        String.valueOf(round.days()),
                        ChineseText.figures(round.amount()),
                        ChineseText.figures(round.total()))));
        return new Grid(
                "按日计罚计算表",
                List.of(
                        new GridColumn("次", 1, true),
                        new GridColumn("起算日", 4, false),
                        new GridColumn("复查日（计入）", 4, false),
                        new GridColumn("日数", 2, true),
                        new GridColumn("本次金额（元）", 4, true),
                        new GridColumn("累计金额（元）", 4, true)),
                rows);
    }
}
