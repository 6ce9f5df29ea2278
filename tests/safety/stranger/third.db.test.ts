import { walkPart } from "./walk-part.ts";

walkPart(2);
