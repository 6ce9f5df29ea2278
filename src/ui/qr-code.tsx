import { create } from "qrcode";
import type { ReactNode } from "react";

export type QrCodeProps = {
  /** The address it leads to. */
  readonly href: string;
  /** Where it leads, such as "Join the team of Fewer falls". */
  readonly title: string;
  /** What the link says where nobody would copy its address by hand; otherwise the address itself. */
  readonly linkText?: string;
  /** On screen and paper, in pixels. */
  readonly size?: number;
};

/** White around the code, without which cameras do not find it. */
const quietZone = 4;

/** The dark modules as one path: each run of a row is one rectangle. */
function darkRuns(size: number, isDark: (row: number, column: number) => boolean): string {
  let path = "";
  for (let row = 0; row < size; row++) {
    let start = -1;
    for (let column = 0; column <= size; column++) {
      const dark = column < size && isDark(row, column);
      if (dark && start < 0) start = column;
      if (dark || start < 0) continue;
      path += `M${start + quietZone} ${row + quietZone}h${column - start}v1h${start - column}z`;
      start = -1;
    }
  }
  return path;
}

/** A link for a camera, with the same link in words for everybody else. */
export function QrCode({ href, title, linkText = href, size = 200 }: QrCodeProps): ReactNode {
  const { modules } = create(href, { errorCorrectionLevel: "M" });
  const side = modules.size + 2 * quietZone;
  return (
    <figure className="tl-qr">
      <svg
        className="tl-qr__code"
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${side} ${side}`}
        width={size}
        height={size}
        role="img"
        aria-label={`QR code: ${title}`}
        shapeRendering="crispEdges"
      >
        <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
        <path fill="#212b32" d={darkRuns(modules.size, (row, column) => Boolean(modules.get(row, column)))} />
      </svg>
      <figcaption className="tl-qr__caption">
        {title}: <a href={href}>{linkText}</a>
      </figcaption>
    </figure>
  );
}
