import shell from "./zh/shell";
import board from "./zh/board";
import alarms from "./zh/alarms";
import outlets from "./zh/outlets";
import cases from "./zh/cases";
import audit from "./zh/audit";
import portal from "./zh/portal";
import administration from "./zh/administration";

const zh = { title: "污染源在线监控告警", shell, board, alarms, outlets, cases, audit, portal, administration };

/** The same shape with any text: what a second language must have. */
type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type Words = Texts<typeof zh>;

/** One room's words in another language. */
export type RoomWords<Room extends keyof Words> = Words[Room];

export default zh as Words;
