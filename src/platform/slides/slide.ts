/** All lengths are in centimetres from the top left corner, colours are six hexadecimal digits, sizes are points. */
export type Place = { x: number; y: number; w: number; h: number };

/** Under the title, within the margins. */
export const slideBody: Place = { x: 1.5, y: 3.4, w: 30.867, h: 14.4 };

export type Deck = {
  title: string;
  slides: readonly Slide[];
  at: Date;
};

/** What stands on it is read aloud in the order given, after the title. */
export type Slide = {
  title: string;
  shapes: readonly SlideShape[];
  /** For whoever speaks. */
  notes?: string;
};

export type SlideShape =
  | TextShape
  | BulletShape
  | BoxShape
  | ConnectorShape
  | LineShape
  | PolygonShape
  | TableShape
  | ChartShape
  | PictureShape;

export type TextStyle = {
  /** Without it, as large as fits. */
  size?: number;
  bold?: boolean;
  colour?: string;
  align?: "left" | "centre" | "right";
};

export type Outline = {
  colour?: string;
  /** In points. */
  width?: number;
  dash?: "solid" | "dash" | "dot";
};

/** Paragraphs without a frame. */
export type TextShape = Place & TextStyle & { kind: "text"; text: string | readonly string[] };

export type BulletShape = Place & TextStyle & { kind: "bullets"; items: readonly string[] };

export type BoxShape = Place &
  TextStyle & {
    kind: "box";
    /** For connectors that begin or end here. */
    id?: string;
    form?: "rectangle" | "rounded" | "ellipse" | "diamond";
    text?: string;
    /** What the box says to those who cannot see it, if its text does not. */
    alt?: string;
    fill?: string;
    outline?: Outline;
  };

export type Side = "top" | "left" | "bottom" | "right";

/** A line that stays with its boxes when somebody moves them. */
export type ConnectorShape = {
  kind: "connector";
  from: string;
  to: string;
  /** Right to left, if not given. */
  sides?: readonly [from: Side, to: Side];
  bent?: boolean;
  arrow?: boolean;
  outline?: Outline;
  alt?: string;
};

/** Without an alternative text it is decoration. */
export type LineShape = {
  kind: "line";
  from: readonly [x: number, y: number];
  to: readonly [x: number, y: number];
  arrow?: boolean;
  outline?: Outline;
  alt?: string;
};

export type PolygonShape = TextStyle & {
  kind: "polygon";
  points: readonly (readonly [x: number, y: number])[];
  text?: string;
  alt?: string;
  fill?: string;
  outline?: Outline;
};

export type TableShape = Place & {
  kind: "table";
  alt: string;
  columns: readonly { heading: string; width?: number; align?: "left" | "right" }[];
  rows: readonly (readonly string[])[];
  size?: number;
};

export type PictureShape = Place & { kind: "picture"; alt: string; png: Uint8Array };

/** A chart that can be edited in PowerPoint, with its numbers in a workbook inside. */
export type ChartShape = Place & { kind: "chart"; alt: string; chart: LineChart };

export type LineChart = {
  categories: readonly string[];
  series: readonly ChartSeries[];
  categoryTitle?: string;
  valueTitle?: string;
  least?: number;
  most?: number;
  /** As Excel writes it, such as "0%". */
  numberFormat?: string;
  legend?: boolean;
};

export type Marker = {
  form: "circle" | "square" | "diamond" | "triangle" | "none";
  size?: number;
  fill?: string;
};

export type ChartSeries = {
  name: string;
  /** One for each category; null leaves a gap. */
  values: readonly (number | null)[];
  colour: string;
  /** In points; 0 for markers alone. */
  width?: number;
  dash?: "solid" | "dash" | "dot";
  marker?: Marker;
  /** Points that are marked in a way of their own. */
  marked?: readonly (Marker & { at: number })[];
  inLegend?: boolean;
};
