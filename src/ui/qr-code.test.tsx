import { create } from "qrcode";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { QrCode } from "./qr-code.tsx";

const href = "https://throughline.example/invite/4f7c";

/** The modules that a path of runs (`M4 4h7v1h-7z`) makes dark. */
function darkModules(path: string): Set<string> {
  const dark = new Set<string>();
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(length); step++) dark.add(`${Number(x) + step - 4},${Number(y) - 4}`);
  }
  return dark;
}

it("draws exactly the dark modules of the code, inside its quiet zone", () => {
  const markup = renderToStaticMarkup(<QrCode href={href} title="Join the team" />);
  const { modules } = create(href, { errorCorrectionLevel: "M" });
  const expected = new Set<string>();
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) expected.add(`${column},${row}`);
    }
  }
  expect(darkModules(markup)).toEqual(expected);
  expect(markup).toContain(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`);
});

it("says in words where it leads", () => {
  const markup = renderToStaticMarkup(<QrCode href={href} title="Join the team" />);
  expect(markup).toContain('aria-label="QR code: Join the team"');
  expect(markup).toContain(`Join the team: <a href="${href}">${href}</a>`);
});
