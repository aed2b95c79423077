package io.stackwatch.core.integrity;

/** A parameter of the instrument or the logger is changed, and the figures are better at once (参数变更). */
final class BetterAfterChange implements Detector {

    @Override
    public String name() {
        return "parameter-change";
    }

    @Override
    public String looksFor() {
        return "F10: figures fall when a parameter was changed";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        return new BetterAfter(view, terms).examine(StationAct.Kind.PARAMETER_CHANGED);
    }
}
