import { Tiles } from "../tiles.tsx";
import { longText, longTitle, many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const tilesSpecimens = specimensOf("Tiles", {
  default: () => (
    <Tiles
      headingLevel={2}
      tiles={[
        { title: "Plans", href: "#plans", figure: "1,204", text: "in 310 organisations" },
        { title: "Tests this week", figure: 86 },
        { title: "Ideas to borrow", href: "#ideas", text: "What worked elsewhere" },
      ]}
    />
  ),
  "long text": () => (
    <Tiles
      headingLevel={2}
      tiles={[{ title: longTitle, href: "#long", text: longText }, { title: "Short" }]}
    />
  ),
  "many tiles": () => (
    <Tiles headingLevel={2} tiles={many(12, (n) => ({ title: `Tile ${n}`, figure: n * 12 }))} />
  ),
});
