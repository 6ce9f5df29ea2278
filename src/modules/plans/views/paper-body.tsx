import { renderToStaticMarkup } from "react-dom/server";
import type { ReactNode } from "react";
import { each } from "#ui/nhs/each.tsx";
import { SpcChart } from "#ui/chart/spc-chart.tsx";
import { outlineOf, type OutlineItem } from "#ui/diagram/outline-tree.ts";
import { DriverTree } from "#ui/diagram/driver-tree.tsx";
import { foldToFit } from "../diagram/fold-to-fit.ts";
import { measureChart, measureSays } from "../exports/measure-chart.ts";
import { figuresTable } from "../exports/measure-figures.ts";
import { paragraphs, type Block } from "../exports/paper.ts";

/** Draws a picture of its own: a page takes it as it is, a file takes it as PNG. */
export type Draw = (svg: string, about: { alt: string; width: number }) => ReactNode;

type Props = { blocks: readonly Block[]; draw: Draw };

/** The blocks of a paper in plain HTML that a browser and Word read alike. */
export function PaperBlocks({ blocks, draw }: Props): ReactNode {
  return each(blocks, (block) => <PaperBlock block={block} draw={draw} />);
}

function PaperBlock({ block, draw }: { block: Block; draw: Draw }): ReactNode {
  switch (block.kind) {
    case "text":
      return each(paragraphs(block.text), (part) => <p>{broken(part)}</p>);
    case "list":
      return (
        <ul>
          {each(block.items, (item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return <PaperTable {...block} />;
    case "diagram":
      return (
        <>
          {draw(treeSvg(block), { alt: `Driver diagram: ${block.title}`, width: 660 })}
          <Outline items={outlineOf(block.nodes)} />
        </>
      );
    case "chart": {
      const { measure } = block;
      const says = measureSays(measure);
      const hasNumbers = measure.analysis.points.some((point) => point.value !== null);
      return (
        <>
          <h3>{measure.name}</h3>
          {measure.definition.operational === "" ? null : <p>{measure.definition.operational}</p>}
          <p>{says.long || says.short}</p>
          {hasNumbers ? draw(chartSvg(block), { alt: `${measure.name}. ${says.short}`, width: 660 }) : null}
          {hasNumbers ? (
            <PaperTable caption={`${measure.name}: the numbers`} {...figuresTable(measure)} />
          ) : null}
        </>
      );
    }
  }
}

/** A line that somebody began anew stays a line. */
function broken(text: string): ReactNode {
  return each(
    text.split("\n").map((line) => ({ line })),
    ({ line }, index) => (
      <>
        {index === 0 ? null : <br />}
        {line}
      </>
    ),
  );
}

function treeSvg({ title, nodes, words }: Extract<Block, { kind: "diagram" }>): string {
  const { closed } = foldToFit(nodes);
  return renderToStaticMarkup(
    <DriverTree id="paper-diagram" title={title} nodes={nodes} words={words} closed={closed} />,
  );
}

function chartSvg({ measure }: Extract<Block, { kind: "chart" }>): string {
  return renderToStaticMarkup(<SpcChart {...measureChart(measure)} width={760} plotHeight={240} />);
}

type TableProps = Omit<Extract<Block, { kind: "table" }>, "kind">;

function PaperTable({ caption, head, rows }: TableProps): ReactNode {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {each(rows, (cells) => (
          <tr>
            {each(
              cells.map((cell) => ({ cell })),
              ({ cell }, column) => (column === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outline({ items }: { items: readonly OutlineItem[] }): ReactNode {
  return (
    <ul>
      {each(items, ({ node, children }) => (
        <li>
          {node.text}
          {children.length > 0 ? <Outline items={children} /> : null}
        </li>
      ))}
    </ul>
  );
}
