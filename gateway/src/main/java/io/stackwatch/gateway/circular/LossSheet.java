package io.stackwatch.gateway.circular;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.gateway.circular.book.BureauTable;
import io.stackwatch.gateway.circular.book.Column;
import io.stackwatch.gateway.circular.book.Column.Kind;
import io.stackwatch.gateway.circular.book.WorkbookFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For which reasons hours were lost, by enterprise; what a circular names as the cause comes from here. */
final class LossSheet implements OutletHours.Reader {

    private final Map<Key, Losses> byEnterprise = new HashMap<>();

    /** An enterprise may have outlets in two counties, and then stands in both. */
    private record Key(RegionCode county, EnterpriseId enterprise) {}

    @Override
    public void read(OutletHours hours) {
        Losses losses = byEnterprise.computeIfAbsent(
                new Key(hours.county().code(), hours.enterprise().id()), key -> new Losses());
        for (HourLine line : hours.lines()) {
            Loss.of(line.standing()).ifPresent(losses::add);
        }
    }

    /** What an enterprise lost in a county. */
    Losses of(County county, EnterpriseMonth enterprise) {
        return byEnterprise.getOrDefault(new Key(county.code(), enterprise.id()), new Losses());
    }

    /** What a county lost. */
    Losses of(County county) {
        Losses all = new Losses();
        county.enterprises().forEach(enterprise -> all.add(of(county, enterprise)));
        return all;
    }

    /** Writes counties and enterprises with their reasons. */
    void write(CityMonth city, WorkbookFile book, Heads heads) throws IOException {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("层级", 8, Kind.MIDDLE),
                new Column("县（市、区）", 24, Kind.TEXT),
                new Column("企业编号", 18, Kind.TEXT),
                new Column("企业名称", 28, Kind.TEXT),
                new Column("应传减有效", 12, Kind.COUNT)));
        for (Loss loss : Loss.values()) {
            columns.add(new Column("未计有效的原因（因子小时）", loss.chinese(), 11, Kind.COUNT));
        }
        BureauTable table = new BureauTable(book.sheet("原因"), heads.of("未计有效的原因", "单位：因子小时", 4), columns);
        for (County county : city.counties()) {
            table.words("区县").words(county.name()).nothing().nothing();
            put(table, of(county));
            for (EnterpriseMonth enterprise : county.enterprises()) {
                table.words("企业")
                        .words(county.name())
                        .text(enterprise.id().value())
                        .words(enterprise.name());
                put(table, of(county, enterprise));
            }
        }
        table.finish();
    }

    private static void put(BureauTable table, Losses losses) throws IOException {
        table.count(losses.total());
        for (Loss loss : Loss.values()) {
            table.count(losses.of(loss));
        }
        table.endRow();
    }
}
