import type { ReactNode } from "react";
import type { ChartSpecification } from "../chart-options.ts";
import { AssuranceGlyph } from "../icons/assurance-icon.tsx";
import { VariationGlyph } from "../icons/variation-icon.tsx";
import { palette } from "../palette.ts";
import { px } from "../px.ts";
import { fitText, wrapText } from "../text-width.ts";
import { assuranceLabel, assuranceSentence, variationLabel, variationSentence } from "../verdict-words.ts";

/** The title, what is measured, and the verdict with its icons: what a reader needs before the picture. */
export interface Heading {
  readonly titles: readonly string[];
  readonly subtitles: readonly string[];
  readonly verdicts: readonly VerdictBlock[];
  readonly titleSize: number;
  readonly margin: number;
  readonly height: number;
}

interface VerdictBlock {
  readonly kind: "variation" | "assurance";
  readonly label: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

const icon = 28;
const sentenceSize = 13;

export function layHeading(specification: ChartSpecification): Heading {
  const { title, subtitle, width, narrow, dress, unit } = specification;
  const margin = narrow ? 8 : 16;
  const room = width - 2 * margin;
  if (dress === "compact") {
    const titles = [fitText(title, width - 56, 14, true)];
    return { titles, subtitles: [], verdicts: [], titleSize: 14, margin, height: 30 };
  }
  const titleSize = narrow ? 17 : 20;
  const titles = wrapText(title, room, titleSize, true);
  const below = capital([subtitle, unit.words ?? ""].filter(Boolean).join(", "));
  const subtitles = below === "" ? [] : wrapText(below, room, 14);
  const from = 12 + titles.length * titleSize * 1.2 + subtitles.length * 18 + 8;
  const verdicts = layVerdicts(specification, { from, room, margin });
  const height =
    Math.max(from, ...verdicts.map((block) => block.y + Math.max(icon, 18 + block.lines.length * 17))) + 8;
  return { titles, subtitles, verdicts, titleSize, margin, height };
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

interface Space {
  readonly from: number;
  readonly room: number;
  readonly margin: number;
}

/** Side by side, or one under the other where it is narrow. */
function layVerdicts(
  { analysis, narrow }: ChartSpecification,
  { from, room, margin }: Space,
): VerdictBlock[] {
  const said: Pick<VerdictBlock, "kind" | "label" | "lines">[] = [];
  const alone = analysis.assurance.kind === "no-target";
  const width = (narrow || alone ? room : room / 2 - 8) - icon - 8;
  said.push({
    kind: "variation",
    label: variationLabel(analysis.variation),
    lines: wrapText(variationSentence(analysis), width, sentenceSize),
  });
  if (!alone) {
    const lines = wrapText(assuranceSentence(analysis), width, sentenceSize);
    said.push({ kind: "assurance", label: assuranceLabel(analysis.assurance.kind), lines });
  }
  let y = from;
  return said.map((block, i) => {
    const placed = { ...block, x: margin + (narrow ? 0 : i * (room / 2 + 8)), y };
    if (narrow) y += Math.max(icon, 18 + block.lines.length * 17) + 6;
    return placed;
  });
}

export function HeadingMark({
  heading,
  specification,
}: {
  heading: Heading;
  specification: ChartSpecification;
}): ReactNode {
  const { titles, subtitles, verdicts, titleSize, margin } = heading;
  const baseline = (i: number) => px(10 + titleSize * (i + 0.95) + i * titleSize * 0.2);
  const under = 12 + titles.length * titleSize * 1.2;
  return (
    <>
      <g fontSize={titleSize} fontWeight="700" fill={palette.ink}>
        {titles.map((line, i) => (
          <text key={line} x={margin} y={baseline(i)}>
            {line}
          </text>
        ))}
      </g>
      {subtitles.map((line, i) => (
        <text key={line} x={margin} y={px(under + 12 + i * 18)} fontSize="14" fill={palette.quiet}>
          {line}
        </text>
      ))}
      {verdicts.map((block) => (
        <Verdict key={block.kind} block={block} specification={specification} />
      ))}
      {specification.dress === "compact" ? <CompactVerdict specification={specification} /> : null}
    </>
  );
}

function Verdict({
  block,
  specification,
}: {
  block: VerdictBlock;
  specification: ChartSpecification;
}): ReactNode {
  const { x, y, kind, label, lines } = block;
  const text = px(x + icon + 8);
  return (
    <>
      <Glyph kind={kind} place={[x, y]} scale={icon / 16} specification={specification} />
      <text x={text} y={px(y + 13)} fontSize="15" fontWeight="700" fill={palette.ink}>
        {label}
      </text>
      {lines.map((line, i) => (
        <text key={line} x={text} y={px(y + 30 + i * 17)} fontSize={sentenceSize} fill={palette.ink}>
          {line}
        </text>
      ))}
    </>
  );
}

function CompactVerdict({ specification }: { specification: ChartSpecification }): ReactNode {
  const place = (i: number) => [specification.width - 22 * (i + 1) - 2, 6] as const;
  const target = specification.analysis.assurance.kind !== "no-target";
  return (
    <>
      <Glyph kind="variation" place={place(target ? 1 : 0)} scale={1.25} specification={specification} />
      {target ? <Glyph kind="assurance" place={place(0)} scale={1.25} specification={specification} /> : null}
    </>
  );
}

interface GlyphProps {
  readonly kind: "variation" | "assurance";
  readonly place: readonly [number, number];
  readonly scale: number;
  readonly specification: ChartSpecification;
}

function Glyph({ kind, place: [x, y], scale, specification: { analysis } }: GlyphProps): ReactNode {
  return (
    <g transform={`translate(${px(x)} ${px(y)}) scale(${scale})`}>
      {kind === "variation" ? (
        <VariationGlyph variation={analysis.variation} />
      ) : (
        <AssuranceGlyph kind={analysis.assurance.kind} />
      )}
    </g>
  );
}
