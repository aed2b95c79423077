import type { RoomWords } from "../zh";

const words: RoomWords<"portal"> = {};

export default words;
