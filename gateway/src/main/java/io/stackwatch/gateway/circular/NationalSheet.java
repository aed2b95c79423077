package io.stackwatch.gateway.circular;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.supervision.Reconciled;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import io.stackwatch.gateway.circular.book.BureauTable;
import io.stackwatch.gateway.circular.book.Column;
import io.stackwatch.gateway.circular.book.Column.Kind;
import io.stackwatch.gateway.circular.book.WorkbookFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sheet of the national centre's rates beside ours; there is none if none is known. */
final class NationalSheet {

    private NationalSheet() {}

    /** Where an outlet stands in the figures. */
    private record Place(County county, EnterpriseMonth enterprise, OutletMonth outlet) {}

    static void write(CityMonth city, NationalComparison national, WorkbookFile book, Heads heads) throws IOException {
        if (national.rows().isEmpty()) {
            return;
        }
        BureauTable table = new BureauTable(
                book.sheet("国家平台对照"),
                heads.of("与国家平台传输有效率对照", "差值＝本平台减国家平台", 4),
                List.of(
                        new Column("县（市、区）", 18, Kind.TEXT),
                        new Column("企业名称", 28, Kind.TEXT),
                        new Column("排放口编号", 18, Kind.TEXT),
                        new Column("排放口名称", 22, Kind.TEXT),
                        new Column("本平台（%）", 12, Kind.PERCENT),
                        new Column("国家平台（%）", 14, Kind.REPORTED),
                        new Column("差值（百分点）", 14, Kind.REPORTED),
                        new Column("结论", 26, Kind.LINES),
                        new Column("国家平台数据出处", 34, Kind.LINES)));
        Map<OutletId, Place> places = places(city);
        for (NationalComparison.Row row : national.rows()) {
            Reconciled one = row.one();
            Optional<Place> place =
                    Optional.ofNullable(places.get(one.national().outlet()));
            table.words(place.map(known -> known.county().name()).orElse("—"))
                    .words(place.map(known -> known.enterprise().name()).orElse("—"))
                    .text(one.national().outlet().value())
                    .words(place.map(known -> known.outlet().name()).orElse("—"));
            RateText.of(one.local(), city.required(), city.farBelow())
                    .ifPresentOrElse(
                            rate -> table.percent(rate.percent(), rate.failing()),
                            () -> table.words(place.isPresent() ? Wording.STOPPED : "—"));
            table.text(one.national().percent().toPlainString())
                    .text(one.points().map(points -> points.toPlainString()).orElse("—"))
                    .words(answer(one, national))
                    .text(row.document())
                    .endRow();
        }
        table.finish();
    }

    private static Map<OutletId, Place> places(CityMonth city) {
        Map<OutletId, Place> places = new HashMap<>();
        for (County county : city.counties()) {
            for (EnterpriseMonth enterprise : county.enterprises()) {
                enterprise.outlets().forEach(outlet -> places.put(outlet.id(), new Place(county, enterprise, outlet)));
            }
        }
        return places;
    }

    private static String answer(Reconciled one, NationalComparison national) {
        return switch (one.answer()) {
            case AGREES -> "一致";
            case DIFFERS -> "相差超过 " + national.tolerance().toPlainString() + " 个百分点，应查明原因";
            case NO_LOCAL_RATE -> "本平台无传输有效率";
        };
    }
}
