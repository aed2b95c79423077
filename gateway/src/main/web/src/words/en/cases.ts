import type { RoomWords } from "../zh";

const words: RoomWords<"cases"> = {};

export default words;
