package io.stackwatch.gateway.circular;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.gateway.circular.book.TableHead;

/** What stands above and below every table of a month, so that a printed page alone says what it is. */
final class Heads {

    private final CityMonth city;
    private final MonthHeader header;
    private final String digest;

    /** For the figures with this digest. */
    Heads(CityMonth city, MonthHeader header, String digest) {
        this.city = city;
        this.header = header;
        this.digest = digest;
    }

    /** The head of a table. */
    TableHead of(String title, String units, int frozen) {
        return new TableHead(
                Wording.month(city) + title,
                about(),
                units,
                "第" + header.version() + "版 数据摘要 " + digest.substring(0, 16),
                frozen);
    }

    /** State, version and cut-off in one line. */
    String about() {
        return "口径：" + Wording.variant(city.variant()) + "　状态："
                + header.state().chinese() + (header.state().isBinding() ? "" : "（不作为考核依据）") + "　版本：第"
                + header.version() + "版　统计截止：" + Wording.time(city.cutoff());
    }
}
