import type { RoomWords } from "../zh";

const words: RoomWords<"administration"> = {};

export default words;
