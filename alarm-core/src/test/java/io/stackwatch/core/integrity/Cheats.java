package io.stackwatch.core.integrity;

import io.stackwatch.core.registry.OutletId;

/**
 * For each detector a day that it must find, as one table: what is reported, the row of its parameters that decides, and a figure
 * of that row with which the same day is let through.
 */
enum Cheats {
    CONSTANT("constant", "constant.hours", "9") {
        @Override
        WindowFixture on(String day) {
            return WindowFixture.on(day)
                    .hours(WindowFixture.SO2, -48, 24, i -> WindowFixture.moving(20, 0.3, i))
                    .hours(WindowFixture.SO2, 5, 13, i -> 21.4);
        }
    },
    FLAT("flat", "flat.share", "0.001") {
        @Override
        WindowFixture on(String day) {
            return WindowFixture.on(day)
                    .hours(WindowFixture.NOX, -12, 24, i -> WindowFixture.moving(40, 0.3, i))
                    .change(WindowFixture.NOX, 3, 12, hour -> {
                        hour.min = 39.9;
                        hour.avg = 40;
                        hour.max = 40.1;
                    });
        }
    },
    HUGGING("hugging", "hugging.share", "0.9") {
        @Override
        WindowFixture on(String day) {
            return WindowFixture.on(day)
                    .hours(WindowFixture.SO2, -144, 24, i -> i % 2 == 0 ? 34.5 + 0.01 * (i % 7) : 20 + i % 5)
                    .change(WindowFixture.SO2, -144, 24, hour -> hour.limit = 35);
        }
    },
    AT_RANGE("at-range", "at-range.hours", "5") {
        @Override
        WindowFixture on(String day) {
            return WindowFixture.on(day)
                    .hours(WindowFixture.NOX, 0, 24, i -> WindowFixture.moving(80, 0.1, i))
                    .change(WindowFixture.NOX, 0, 24, hour -> hour.range = 100)
                    .change(WindowFixture.NOX, 8, 12, hour -> hour.max = 100);
        }
    },
    FLAT_TOP("flat-top", "flat-top.hours", "12") {
        @Override
        WindowFixture on(String day) {
            return WindowFixture.on(day)
                    .hours(WindowFixture.SO2, 0, 24, i -> WindowFixture.moving(30, 0.1, i))
                    .change(WindowFixture.SO2, 6, 16, hour -> hour.max = 37);
        }
    },
    COPIED("copied", "copied.hours", "30") {
        @Override
        WindowFixture on(String day) {
            return WindowFixture.on(day)
                    .hours(WindowFixture.PM, -96, 0, i -> WindowFixture.moving(5, 0.3, i))
                    .hours(WindowFixture.PM, 0, 24, i -> WindowFixture.moving(5, 0.3, i - 72));
        }
    },
    OXYGEN("oxygen", "oxygen.air-from", "20.5") {
        @Override
        WindowFixture on(String day) {
            return running(day).hours(WindowFixture.O2, 9, 14, i -> 19.6);
        }
    },
    OXYGEN_DROP("oxygen-drop", "oxygen-drop.points", "4") {
        @Override
        WindowFixture on(String day) {
            return running(day).hours(WindowFixture.O2, 0, 24, i -> WindowFixture.moving(7, 0.05, i));
        }
    },
    CONVERSION("conversion", "conversion.hours", "20") {
        @Override
        WindowFixture on(String day) {
            return running(day)
                    .change(WindowFixture.SO2, 0, 24, hour -> {
                        hour.reference = 9;
                        hour.zs = hour.avg * 0.7;
                    })
                    .change(WindowFixture.SO2, 12, 24, hour -> hour.reference = Double.NaN);
        }
    },
    NEGATIVE("negative", "negative.hours", "5") {
        @Override
        WindowFixture on(String day) {
            return running(day).change(WindowFixture.SO2, 4, 8, hour -> hour.avg = -6);
        }
    },
    ZERO_FLOW("zero-flow", "zero-flow.hours", "6") {
        @Override
        WindowFixture on(String day) {
            return running(day).hours(WindowFixture.FLOW, 10, 15, i -> 0);
        }
    },
    JUMPS("jumps", "jumps.ratio", "12") {
        @Override
        WindowFixture on(String day) {
            return running(day)
                    .change(WindowFixture.PM, 10, 14, hour -> hour.avg = 0.6)
                    .change(WindowFixture.SO2, 10, 14, hour -> hour.avg = 4)
                    .change(WindowFixture.NOX, 10, 14, hour -> hour.avg = 5);
        }
    },
    CLOCK("clock", "clock.step", "10") {
        @Override
        WindowFixture on(String day) {
            WindowFixture fixture = WindowFixture.on(day);
            for (int minute = 0; minute < 600; minute += 10) {
                fixture.clock(minute, minute < 300 ? -2 : -150);
            }
            return fixture;
        }
    },
    CHANGE("parameter-change", "parameter-change.better-share", "0.6") {
        @Override
        WindowFixture on(String day) {
            return running(day)
                    .change(WindowFixture.NOX, 2, 24, hour -> hour.avg *= 0.6)
                    .act(StationAct.Kind.PARAMETER_CHANGED, WindowFixture.NOX, 2);
        }
    },
    CALIBRATION("calibration", "calibration.better-share", "0.6") {
        @Override
        WindowFixture on(String day) {
            return running(day)
                    .change(WindowFixture.NOX, 2, 24, hour -> hour.avg *= 0.6)
                    .act(StationAct.Kind.CALIBRATED, WindowFixture.NOX, 2);
        }
    },
    CALIBRATION_AT_PEAKS("calibration-at-peaks", "calibration-at-peaks.calibrations", "6") {
        @Override
        WindowFixture on(String day) {
            WindowFixture fixture = running(day).change(WindowFixture.SO2, -72, 24, hour -> hour.limit = 35);
            for (int hour = -62; hour < 24; hour += 20) {
                fixture.change(WindowFixture.SO2, hour - 1, hour, peak -> peak.avg = 33)
                        .act(StationAct.Kind.CALIBRATED, WindowFixture.SO2, hour);
            }
            return fixture;
        }
    },
    FLAG_SHARE("flag-share", "flag-share.times", "20") {
        @Override
        WindowFixture on(String day) {
            WindowFixture fixture = running(day).change(WindowFixture.SO2, -20, 20, hour -> hour.flag = "M");
            for (int other = 2; other < 6; other++) {
                OutletId outlet = new OutletId("O-" + other);
                int from = -other;
                fixture.at(outlet, WindowFixture.SO2, -72, 24, i -> 20)
                        .changeAt(outlet, WindowFixture.SO2, from, 0, hour -> hour.flag = "C");
            }
            return fixture;
        }
    },
    FLAGS_AT_PEAKS("flags-at-peaks", "flags-at-peaks.marks", "5") {
        @Override
        WindowFixture on(String day) {
            WindowFixture fixture = running(day).change(WindowFixture.SO2, -72, 24, hour -> hour.limit = 35);
            for (int hour = -50; hour < 24; hour += 20) {
                fixture.change(WindowFixture.SO2, hour - 1, hour, peak -> peak.avg = 34)
                        .change(WindowFixture.SO2, hour, hour + 2, marked -> marked.flag = "M");
            }
            return fixture;
        }
    },
    LOAD("load", "load.correlation-below", "-0.99") {
        @Override
        WindowFixture on(String day) {
            return running(day)
                    .hours(WindowFixture.LOAD, -72, 24, i -> 20 + 8 * Math.sin(i / 4.0))
                    .hours(WindowFixture.NOX, -72, 24, i -> 40 - 8 * Math.sin(i / 4.0) + WindowFixture.moving(1, 3, i));
        }
    };

    final String detector;
    final String parameter;
    final String lenient;

    Cheats(String detector, String parameter, String lenient) {
        this.detector = detector;
        this.parameter = parameter;
        this.lenient = lenient;
    }

    /** The day of the cheat. */
    abstract WindowFixture on(String day);

    /** Four honest days of a plant that runs. */
    static WindowFixture running(String day) {
        return WindowFixture.on(day)
                .hours(WindowFixture.PM, -72, 24, i -> WindowFixture.moving(5, 0.2, i))
                .hours(WindowFixture.SO2, -72, 24, i -> WindowFixture.moving(20, 0.2, i + 100))
                .hours(WindowFixture.NOX, -72, 24, i -> WindowFixture.moving(40, 0.2, i + 200))
                .hours(WindowFixture.O2, -72, 24, i -> WindowFixture.moving(9, 0.05, i + 300))
                .hours(WindowFixture.FLOW, -72, 24, i -> WindowFixture.moving(25, 0.05, i + 400))
                .hours(WindowFixture.HEAT, -72, 24, i -> WindowFixture.moving(80, 0.05, i + 500))
                .hours(WindowFixture.MOISTURE, -72, 24, i -> WindowFixture.moving(9, 0.05, i + 600));
    }
}
