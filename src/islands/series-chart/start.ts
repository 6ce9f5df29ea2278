import { nearest, type Drawing, type ReadPoint } from "./reader.ts";

const namespace = "http://www.w3.org/2000/svg";

/**
 * Goes along the points of a drawn chart: with the keys of a slider, or by dragging over the chart. What stands under
 * the line is said below, with the way to begin a new phase there where somebody may.
 */
function startReader(place: HTMLElement): void {
  const points = JSON.parse(place.dataset.points ?? "[]") as ReadPoint[];
  const drawings = (JSON.parse(place.dataset.drawings ?? "[]") as Drawing[]).flatMap((drawing) => {
    const svg = document.getElementById(drawing.id);
    return svg instanceof SVGSVGElement ? [{ ...drawing, svg }] : [];
  });
  if (drawings.length === 0 || points.length < 2 || place.childElementCount > 0) return;
  const { slider, said, links } = controlsIn(place, points.length);
  const marks = drawings.map((drawing) => markerIn(drawing.svg, drawing));
  const show = (at: number): void => {
    const point = points[at]!;
    for (const mark of marks) mark(at);
    // Its own value is where it began, so that this is not taken for something that somebody is writing.
    slider.setAttribute("value", String(at));
    slider.value = String(at);
    slider.setAttribute("aria-valuetext", point.words);
    said.textContent = point.words;
    links.replaceChildren(...linksFor(place, point));
  };
  slider.addEventListener("input", () => show(Number(slider.value)));
  for (const drawing of drawings)
    followOver(drawing.svg, (event) => show(nearest(drawing, acrossOf(drawing.svg, event))));
  show(points.length - 1);
}

/** Whoever drags means the points: not the words, to be marked, and on a phone not the page, to be moved aside. */
function followOver(svg: SVGSVGElement, follow: (event: PointerEvent) => void): void {
  Object.assign(svg.style, { userSelect: "none", webkitUserSelect: "none", touchAction: "pan-y" });
  svg.addEventListener("pointerdown", (event) => {
    svg.setPointerCapture(event.pointerId);
    follow(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (event.buttons > 0) follow(event);
  });
}

function controlsIn(place: HTMLElement, count: number) {
  const label = document.createElement("label");
  label.textContent = "Go along the numbers: drag over the chart, or use the arrow keys here";
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: "0", max: String(count - 1), step: "1" });
  slider.id = `${place.dataset.chartReader}-slider`;
  label.htmlFor = slider.id;
  const said = document.createElement("output");
  said.htmlFor.add(slider.id);
  const links = document.createElement("p");
  place.append(label, slider, said, links);
  return { slider, said, links };
}

/** A place of the pointer in the drawing's own measure. */
function acrossOf(svg: SVGSVGElement, event: PointerEvent): number {
  const box = svg.getBoundingClientRect();
  return ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
}

/** The line and the ring in the drawing, which the words below say to those who do not see it. */
function markerIn(svg: SVGSVGElement, { x, y, top, bottom }: Drawing): (at: number) => void {
  const group = document.createElementNS(namespace, "g");
  const line = document.createElementNS(namespace, "path");
  const ring = document.createElementNS(namespace, "circle");
  const look = { fill: "none", stroke: "#005eb8", "stroke-width": "2" };
  for (const [name, value] of Object.entries(look)) group.setAttribute(name, value);
  group.setAttribute("aria-hidden", "true");
  group.classList.add("tl-chart-marker");
  ring.setAttribute("r", "9");
  group.append(line, ring);
  svg.append(group);
  return (at) => {
    line.setAttribute("d", `M${x[at]} ${top}V${bottom}`);
    ring.setAttribute("cx", String(x[at]));
    ring.setAttribute("cy", String(y[at] ?? bottom));
  };
}

function linksFor({ dataset }: HTMLElement, { period }: ReadPoint): Node[] {
  if (!dataset.phase || !dataset.exclude) return [];
  return [
    linkTo(dataset.phase, period, "Start a new phase at this point"),
    document.createTextNode(" or "),
    linkTo(dataset.exclude, period, "leave this number out"),
  ];
}

function linkTo(href: string, period: string, text: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = `${href}?from=${encodeURIComponent(period)}`;
  link.textContent = text;
  return link;
}

function startAll(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-chart-reader]")) startReader(place);
}

startAll();
// The part of the page that keeps itself up to date is put in anew when a number comes.
new MutationObserver(startAll).observe(document.querySelector("main") ?? document.body, {
  childList: true,
  subtree: true,
});
