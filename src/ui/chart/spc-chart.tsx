import type { ReactNode } from "react";
import { specify, type SpcChartOptions } from "./chart-options.ts";
import { AbsentPoints } from "./marks/absent-points.tsx";
import { Annotations } from "./marks/annotations.tsx";
import { EarlierCentres } from "./marks/earlier-centres.tsx";
import { footerHeight, footerLines, FooterMark } from "./marks/footer.tsx";
import { HeadingMark, layHeading } from "./marks/heading.tsx";
import { KeyMark, layKey } from "./marks/key.tsx";
import { LimitField, LimitLines } from "./marks/limit-lines.tsx";
import { LineEndLabels } from "./marks/line-end-labels.tsx";
import { PhaseLabels } from "./marks/phase-labels.tsx";
import { Points } from "./marks/points.tsx";
import { SeriesLine } from "./marks/series-line.tsx";
import { SignalRings } from "./marks/signal-rings.tsx";
import { SpreadBars } from "./marks/spread-bars.tsx";
import { TargetLine } from "./marks/target-line.tsx";
import { rulerHeight, TimeRuler } from "./marks/time-ruler.tsx";
import { ValueGrid } from "./marks/value-grid.tsx";
import { px } from "./px.ts";
import { setScene } from "./scene.ts";
import { Picture } from "./picture.tsx";

/** One chart, whole: it can be cut out and pasted into a paper, and still says what it is. */
export function SpcChart(options: SpcChartOptions): ReactNode {
  const specification = specify(options);
  const heading = layHeading(specification);
  const layout = layKey(specification, heading.height);
  const scene = setScene(specification, heading.height + layout.height);
  const lines = footerLines(scene);
  const underPlot = scene.bottom + rulerHeight(scene) + 10;
  const { id, title, words, width } = specification;
  return (
    <Picture
      id={id}
      title={title}
      description={words.long}
      width={width}
      height={px(underPlot + footerHeight(lines))}
    >
      <HeadingMark heading={heading} specification={specification} />
      <KeyMark layout={layout} />
      <LimitField scene={scene} />
      <ValueGrid scene={scene} />
      <LimitLines scene={scene} />
      <TimeRuler scene={scene} />
      <Annotations scene={scene} />
      <PhaseLabels scene={scene} />
      <TargetLine scene={scene} />
      <SeriesLine scene={scene} />
      <EarlierCentres scene={scene} />
      <AbsentPoints scene={scene} />
      <SignalRings scene={scene} />
      <Points scene={scene} />
      <LineEndLabels scene={scene} />
      {specification.histogram ? <SpreadBars scene={scene} /> : null}
      <FooterMark lines={lines} scene={scene} from={underPlot} />
    </Picture>
  );
}
