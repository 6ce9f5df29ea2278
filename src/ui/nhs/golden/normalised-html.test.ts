import { describe, expect, it } from "vitest";
import { normalisedHtml } from "./normalised-html.ts";

const button = '<div class="a b" id="x">\n  <a href="#" data-x="1">One <b>two</b></a>\n</div>';

describe("the normaliser", () => {
  it.each([
    ["order of attributes", '<div id="x" class="a b"><a data-x="1" href="#">One <b>two</b></a></div>'],
    ["spaces around classes", '<div id="x" class=" a   b "><a data-x="1" href="#">One <b>two</b></a></div>'],
    ["quotes", "<div id='x' class='a b'><a data-x=1 href='#'>One <b>two</b></a></div>"],
    [
      "where in a line a space stands",
      '<div id="x" class="a b"><a data-x="1" href="#">One<b> two</b></a></div>',
    ],
    ["comments", '<div class="a b" id="x"><!-- why --><a href="#" data-x="1">One <b>two</b></a></div>'],
    ["markup that a test passed through", `<golden-html>${button}</golden-html>`],
  ])("takes no notice of %s", (_, same) => {
    expect(normalisedHtml(same)).toBe(normalisedHtml(button));
  });

  it.each([
    ["a changed class", button.replace("a b", "a c")],
    ["a missing class", button.replace("a b", "a")],
    ["classes in another order", button.replace("a b", "b a")],
    ["a missing attribute", button.replace(' data-x="1"', "")],
    ["an attribute more", button.replace('id="x"', 'id="x" hidden')],
    ["a changed value", button.replace('data-x="1"', 'data-x="2"')],
    ["a changed word", button.replace("One", "Two")],
    ["words that run together", button.replace("One ", "One")],
    ["another element", button.replace("<b>two</b>", "<i>two</i>")],
    ["another nesting", button.replace("One <b>two</b></a>", "One </a><b>two</b>")],
    ["a missing element", button.replace("<b>two</b>", "two")],
  ])("sees %s", (_, other) => {
    expect(normalisedHtml(other)).not.toBe(normalisedHtml(button));
  });

  it("reads entities as the characters they stand for", () => {
    expect(normalisedHtml("<p>&lt;&amp;&#x27;&#39;&copy;</p>")).toBe("<p>\n  <&''\u00A9");
  });

  it("keeps what stands in a text area as it is", () => {
    expect(normalisedHtml("<textarea>a  b</textarea>")).not.toBe(normalisedHtml("<textarea>a b</textarea>"));
  });

  it.each(["<div>", "</div>", "<div></span>", "<p>&unknown;</p>", "a < b"])("refuses %s", (broken) => {
    expect(() => normalisedHtml(broken)).toThrow(/./);
  });
});
