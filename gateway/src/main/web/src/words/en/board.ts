import type { RoomWords } from "../zh";

const words: RoomWords<"board"> = {};

export default words;
