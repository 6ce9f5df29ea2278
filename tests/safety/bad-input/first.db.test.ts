import { attackPart } from "./attack-part.ts";

attackPart(0);
