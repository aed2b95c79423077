import type { RoomWords } from "../zh";

const words: RoomWords<"audit"> = {};

export default words;
