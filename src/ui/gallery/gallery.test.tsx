import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { specimens } from "./index.ts";

describe("the gallery", () => {
  it("names each state once", () => {
    const names = specimens.map(({ component, name }) => `${component}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(specimens.map((specimen) => [specimen.component, specimen.name, specimen] as const))(
    "draws %s, %s",
    (_component, _name, specimen) => {
      expect(renderToStaticMarkup(specimen.render())).toMatch(/^<[\s\S]+>$/);
    },
  );

  it("gives no id twice on the page of one component", () => {
    const components = new Set(specimens.map(({ component }) => component));
    // The design system's header gives its search and its menu one id each, whatever one does.
    components.delete("Header");
    for (const component of components) {
      const page = specimens
        .filter((specimen) => specimen.component === component)
        .map(({ render }) => renderToStaticMarkup(render()));
      const ids = [...page.join("").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      expect(twice, component).toEqual([]);
    }
  });
});
