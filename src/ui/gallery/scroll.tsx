import { Scroll } from "../nhs/scroll.tsx";
import { many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const scrollSpecimens = specimensOf("Scroll", {
  default: () => (
    <>
      <p id="scroll-label">A wide line</p>
      <Scroll labelledBy="scroll-label">
        <pre>{many(40, (n) => `week ${n}`).join("   ")}</pre>
      </Scroll>
    </>
  ),
});
