import type { RoomWords } from "../zh";

const words: RoomWords<"outlets"> = {};

export default words;
