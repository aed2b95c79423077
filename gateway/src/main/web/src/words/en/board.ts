import type { RoomWords } from "../zh";

const words: RoomWords<"board"> = {
  title: "Live board", figures: "Figures", activeAlarms: "Active alarms", toAcknowledge: "To acknowledge", outletsOnline: "Outlets reporting", outletsSilent: "Silent", outletsNever: "Never heard",
  rate: "Transmission rate, this month", rateWaiting: "{0} days wait to be counted: still moves", openFiles: "Open case files", andMore: "{0}+",
  map: "Divisions", mapLabel: "Active alarms by division of Liaocheng: {0}", mapPart: "{0} {1}", mapPartLevel: "{0} {1}, gravest {2}", schematic: "schematic, not the administrative boundary", noTianditu: "Offline drawing, no Tianditu base map", mapMissing: "The map's file cannot be read",
  chooseRegion: "Filter by division", allRegions: "Whole city", byRegion: "By division", worstLevel: "Gravest", outletCount: "Outlets", silentCount: "Silent",
  worst: "Outlets, worst first", worstHint: "Latest value / limit; converted where sent, else measured; instants are not judged", outlet: "Enterprise / outlet", state: "State", factors: "Latest value / limit", lastHeard: "Last heard", noOutlets: "No such outlets", showAll: "All {0}", showFewer: "Only the worst {0}",
  outletStates: { REPORTING: "Reporting", SILENT: "Silent", NEVER_HEARD: "Never heard" }, anyState: "All states", share: "{0} of the limit",
  live: "Live alarms", liveHint: "New alarms appear by themselves", liveNew: "new", noAlarms: "No active alarms", allAlarms: "All alarms", announced: "New alarm: {0}",
  wallTitle: "Liaocheng industrial source monitoring", wallLeave: "Leave the wall screen", wallLost: "Connection lost since {0} (this machine's time); what is shown may be out of date", wallStale: "Reading fails, data stand at {0} (this machine's time)", wallUp: "Live", ranking: "Counties by transmission rate", rankPlace: "Place", rankNone: "No hour of this month is counted yet", wallWorst: "Worst outlets", wallOf: "{0} to {1} of {2}",
  bands: { PASSING: "passes", BELOW: "below", FAR_BELOW: "far below", ZERO: "zero", NOT_RATED: "not rated" },
  shortNames: {
    371502: "Dongchangfu", 371503: "Chiping", 371521: "Yanggu", 371522: "Shen", 371524: "Dong'e", 371525: "Guan", 371526: "Gaotang", 371581: "Linqing", "3715A1": "Economic", "3715A2": "High-tech", "3715A3": "Resort",
  },
};

export default words;
