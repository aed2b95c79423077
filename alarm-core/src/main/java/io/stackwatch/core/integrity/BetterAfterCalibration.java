package io.stackwatch.core.integrity;

/** The instrument is calibrated, and the figures of the days behind it are better at once (校准异常). */
final class BetterAfterCalibration implements Detector {

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public String looksFor() {
        return "F11: figures fall when the instrument was calibrated";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        return new BetterAfter(view, terms).examine(StationAct.Kind.CALIBRATED);
    }
}
