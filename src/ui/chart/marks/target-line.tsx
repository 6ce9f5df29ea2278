import type { ReactNode } from "react";
import { palette } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { brokenLine } from "./limit-lines.tsx";

/** The target steps where it changes. Long and short dashes and its name keep it apart from a limit. */
export function TargetLine({ scene }: { scene: Scene }): ReactNode {
  const path = brokenLine(scene, "target");
  return path === "" ? null : (
    <path d={path} fill="none" stroke={palette.target} strokeWidth="1.8" strokeDasharray="12 3 2.5 3" />
  );
}
