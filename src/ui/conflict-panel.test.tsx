import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ConflictPanel } from "./conflict-panel.tsx";

it("shows both texts of every field, word for word", () => {
  const markup = renderToStaticMarkup(
    <ConflictPanel
      fields={[
        { name: "aim", label: "Aim", yours: "Halve falls", theirs: "Fewer <falls>" },
        { name: "lead", label: "Lead", yours: "", theirs: "Asha Bello" },
      ]}
    />,
  );
  for (const text of ["Halve falls", "Fewer &lt;falls&gt;", "Asha Bello", "Nothing"])
    expect(markup).toContain(`>${text}<`);
  expect(markup.match(/What you wrote/g)).toHaveLength(2);
  expect(markup.match(/What is there now/g)).toHaveLength(2);
});
