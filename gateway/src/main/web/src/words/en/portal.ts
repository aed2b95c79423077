import type { RoomWords } from "../zh";

const words: RoomWords<"portal"> = {
  title: "Enterprise portal", markIt: "Mark", choose: "Enterprise", noEnterprise: "You speak for no enterprise",
  tabs: { outlets: "Outlets and alarms", marks: "Marks", cases: "Cases", permits: "Permitted totals" },
  outlets: { title: "Own outlets", none: "No outlets registered", budget: "Rate budget", figures: "Latest values", details: "Open" },
  alarms: { title: "Own alarms", none: "No alarms", active: "Active", cleared: "Cleared", hours: "Hours", type: "Type", all: "with cleared ones" },
  proof: { title: "Upload proofs (at most 5 MiB each)", hint: "A file is kept under its SHA-256 and recorded with what is filed", tooLarge: "{0} is larger than 5 MiB", drop: "Remove" },
  marks: {
    title: "Own marks", file: "File a mark", deadline: "Hours of {0} can be marked until {1}", hint: "Filed until 12:00 of the next day a mark counts by itself; a late one needs an explanation and a proof and waits for an officer", late: "The window for these hours has closed: an explanation and a proof are needed", inTime: "Window closes", kind: "Kind", from: "From", until: "Until", factors: "Factors (none for all)",
    reason: "Reason", explanation: "Why it is late", change: "Change", changeHint: "A new version; the old one is kept", withdraw: "Withdraw", withdrawHint: "A withdrawal is a version too; a late one needs an explanation", effect: "Effect", equipment: "Monitoring equipment", condition: "Working condition", outlet: "Outlet", none: "No marks", conditionFactors: "A working condition names no factors", lost: "Hours lost and until when they can be marked", pick: "Choose an outlet", send: "File",
  },
  cases: {
    title: "Own cases", none: "No cases", going: "Going on", ended: "Ended", opened: "Opened", back: "Enterprise portal", acts: "What you can do", actsNone: "Nothing can be done now", notYet: "Not yet", deadlines: "Deadlines", documents: "Documents served", noDocuments: "No documents served", receive: "Receive", receiveHint: "Says that the document has come; the moment is kept for ever",
    received: "Received", objections: "Objections to hours", object: "Object", objectHint: "An officer answers your objection to an hour that the case was opened on", hour: "Hour", own: "Done by you", yourOwn: "yours to keep", answerUntil: "To be done in time", noHours: "No exceeding hour found, type it in", pickHour: "Exceeding hours of the case", otherHour: "Another hour",
  },
};

export default words;
