package io.stackwatch.gateway.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The sheets of an import: file names, columns that must be there and columns that may. */
enum SheetFormat {
    REGIONS("regions.csv", "code name_zh name_en from mark", "parent predecessor until") {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.regions().lay(rows, SheetFacts::region, "code");
        }
    },
    ENTERPRISES("enterprises.csv", "id name region from", "until") {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.enterprises().lay(rows, SheetFacts::enterprise, "id");
        }
    },
    OUTLETS(
            "outlets.csv",
            "id enterprise name industry factors from",
            "stack_height_m control_zone categories minute_evidence until") {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.outlets().lay(rows, SheetFacts::outlet, "id");
        }
    },
    STATIONS("stations.csv", StationSheet.COLUMNS, StationSheet.OPTIONAL) {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.stations().lay(rows, StationSheet::station, "mn");
        }
    },
    PERMITS(
            "permits.csv",
            "id outlet factor limit_mg_m3 instrument from mark",
            "reference_o2_pct averaging clause until") {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.permits().lay(rows, SheetFacts::permit, "id");
        }
    },
    DUTIES("duties.csv", "outlet basis document from mark", "until") {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.duties().lay(rows, SheetFacts::duty, "outlet");
        }
    },
    PAUSES("pauses.csv", "outlet kind document from", "until") {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.pauses().lay(rows, SheetFacts::pause, "outlet");
        }
    },
    SOURCES("opcua-sources.csv", SourceSheet.COLUMNS, SourceSheet.OPTIONAL) {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.plant().sources().lay(rows, SourceSheet::source, "id");
        }
    },
    NODES("opcua-nodes.csv", NodeSheet.COLUMNS, NodeSheet.OPTIONAL) {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.plant().nodes().lay(rows, NodeSheet::node, "node");
        }
    },
    STATUSES("opcua-statuses.csv", "profile status flag", "remark") {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.plant().statuses().lay(rows, NodeSheet::status, "status");
        }
    },
    BOILERS("boilers.csv", BoilerSheet.COLUMNS, BoilerSheet.OPTIONAL) {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.plant().boilers().lay(rows, BoilerSheet::boiler, "id");
        }
    },
    DUCTS(EmissionSheet.DUCTS, EmissionSheet.DUCT_COLUMNS, EmissionSheet.DUCT_OPTIONAL) {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.emission().ducts().lay(rows, EmissionSheet::duct, "outlet");
        }
    },
    PERMITTED_TOTALS(EmissionSheet.PERMITTED, EmissionSheet.PERMITTED_COLUMNS, EmissionSheet.PERMITTED_OPTIONAL) {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.emission().permitted().lay(rows, EmissionSheet::permitted, "enterprise");
        }
    },
    RANGES(RangeSheet.NAME, RangeSheet.COLUMNS, RangeSheet.OPTIONAL) {
        @Override
        void lay(RegistryImport.Laid laid, List<SheetRow> rows) {
            laid.ranges().lay(rows, RangeSheet::range, "outlet");
        }
    };

    private final String file;
    private final String columns;
    private final String optional;

    SheetFormat(String file, String columns, String optional) {
        this.file = file;
        this.columns = columns;
        this.optional = optional;
    }

    abstract void lay(RegistryImport.Laid laid, List<SheetRow> rows);

    void layInto(RegistryImport.Laid laid, Path folder, List<SheetError> errors) {
        lay(laid, Sheet.read(folder.resolve(file), columns(), optional(), errors));
    }

    Set<String> columns() {
        return Set.of(columns.split(" ", -1));
    }

    Set<String> optional() {
        return Set.of(optional.split(" ", -1));
    }
}
