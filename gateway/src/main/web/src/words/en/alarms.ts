import type { RoomWords } from "../zh";

const words: RoomWords<"alarms"> = {};

export default words;
