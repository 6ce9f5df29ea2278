import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Mark } from "./mark.tsx";
import { Header } from "./nhs/header.tsx";

it("stands in the header in place of the NHS logo, which is not ours to use", () => {
  const markup = renderToStaticMarkup(
    <Header
      logo={{ html: <Mark />, ariaLabel: "Throughline homepage" }}
      service={{ text: "Throughline", href: "/" }}
    />,
  );
  expect(markup).toContain("tl-mark");
  expect(markup).not.toContain("nhsuk-header__logo");
  expect(markup).toContain('href="/" aria-label="Throughline homepage"');
});
