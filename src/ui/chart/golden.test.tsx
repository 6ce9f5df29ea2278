import { join } from "node:path";
import { goldenPictures } from "#tests/golden-pictures.ts";
import { examples } from "./golden/examples.tsx";

goldenPictures("the golden charts", join(import.meta.dirname, "golden"), examples);
