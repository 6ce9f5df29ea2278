import { createElement, type ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ActionLink } from "./action-link.tsx";
import { BackLink } from "./back-link.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Button } from "./button.tsx";
import { Caption } from "./caption.tsx";
import { Card } from "./card.tsx";
import { CharacterCount } from "./character-count.tsx";
import { Checkboxes } from "./checkboxes.tsx";
import { Code } from "./code.tsx";
import { ContentsList } from "./contents-list.tsx";
import { DateInput } from "./date-input.tsx";
import { Details } from "./details.tsx";
import { DoDontList } from "./do-dont-list.tsx";
import { ErrorMessage } from "./error-message.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Fieldset } from "./fieldset.tsx";
import { FileUpload } from "./file-upload.tsx";
import { Footer } from "./footer.tsx";
import { asProps } from "./golden/as-props.tsx";
import {
  fixturesOf,
  isPart,
  type Fixture,
  macroFolders,
  macroNames,
  renderMacro,
  type Params,
} from "./golden/macros.ts";
import { normalisedHtml } from "./golden/normalised-html.ts";
import { exercises, mixtures, optionPaths, probes } from "./golden/probes.ts";
import { Header } from "./header.tsx";
import { Heading } from "./heading.tsx";
import { Hero } from "./hero.tsx";
import { Hint } from "./hint.tsx";
import { Image } from "./image.tsx";
import { Input } from "./input.tsx";
import { InsetText } from "./inset-text.tsx";
import { Label } from "./label.tsx";
import { Legend } from "./legend.tsx";
import { NotificationBanner } from "./notification-banner.tsx";
import { Pagination } from "./pagination.tsx";
import { Panel } from "./panel.tsx";
import { PasswordInput } from "./password-input.tsx";
import { Radios } from "./radios.tsx";
import { Scroll } from "./scroll.tsx";
import { SearchInput } from "./search-input.tsx";
import { Select } from "./select.tsx";
import { SkipLink } from "./skip-link.tsx";
import { SummaryList } from "./summary-list.tsx";
import { Table } from "./table.tsx";
import { Tabs } from "./tabs.tsx";
import { Tag } from "./tag.tsx";
import { TaskList } from "./task-list.tsx";
import { Textarea } from "./textarea.tsx";
import { WarningCallout } from "./warning-callout.tsx";

// Each component is typed for people; a fixture is only known at run time.
// oxlint-disable-next-line typescript/no-explicit-any
const components: Readonly<Record<string, ComponentType<any>>> = {
  "action-link": ActionLink,
  "back-link": BackLink,
  breadcrumb: Breadcrumb,
  button: Button,
  caption: Caption,
  card: Card,
  "character-count": CharacterCount,
  checkboxes: Checkboxes,
  code: Code,
  "contents-list": ContentsList,
  "date-input": DateInput,
  details: Details,
  "do-dont-list": DoDontList,
  "error-message": ErrorMessage,
  "error-summary": ErrorSummary,
  fieldset: Fieldset,
  "file-upload": FileUpload,
  footer: Footer,
  header: Header,
  heading: Heading,
  hero: Hero,
  hint: Hint,
  images: Image,
  input: Input,
  "inset-text": InsetText,
  label: Label,
  legend: Legend,
  "notification-banner": NotificationBanner,
  pagination: Pagination,
  panel: Panel,
  "password-input": PasswordInput,
  radios: Radios,
  scroll: Scroll,
  "search-input": SearchInput,
  select: Select,
  "skip-link": SkipLink,
  "summary-list": SummaryList,
  tables: Table,
  tabs: Tabs,
  tag: Tag,
  "task-list": TaskList,
  textarea: Textarea,
  "warning-callout": WarningCallout,
};

type Difference = { readonly where: (params: Params) => boolean; readonly why: string };

/** Options by which ours differs from the macro on purpose, and why. */
const differences: Readonly<Record<string, Difference>> = {
  "button icon.html": {
    where: ({ icon }) => typeof icon === "object" && icon !== null && "placement" in icon,
    why: "the macro escapes the markup of an icon unless it is marked as safe; ours takes a node",
  },
  "task-list items.heading.classes": {
    where: ({ items }) => Array.isArray(items) && Boolean(items[0]?.href),
    why: "the macro glues the class to the one before it; ours keeps the two apart",
  },
};

/** Parts of a macro, drawn and tested as part of the component that owns them. */
const parts: readonly string[] = ["card/action", "summary-list/row"];

/** React asks for a picture early by a link that it puts before everything else. */
const preloads = /^(?:<link rel="preload" as="image"[^>]*>)+/;

function ours(macro: string, params: Params, callBlock?: string): string {
  const component = components[macro]!;
  const markup = renderToStaticMarkup(createElement(component, asProps(macro, params, callBlock)));
  return normalisedHtml(markup.replace(preloads, ""));
}

function theirs(macro: string, params: Params, callBlock?: string): string {
  return normalisedHtml(renderMacro(macro, params, callBlock));
}

it("draws every macro of the installed package", () => {
  expect(Object.keys(components).sort()).toEqual([...macroNames].sort());
  expect(macroFolders.filter((folder) => isPart(folder))).toEqual(parts);
});

describe.each(macroNames)("%s", (macro) => {
  const fixtures = fixturesOf(macro);
  const probed = probes(macro);

  if (fixtures.length > 0) {
    it.each(fixtures)("equals the macro: $name", ({ context, callBlock }) => {
      expect(ours(macro, context, callBlock).split("\n")).toEqual(
        theirs(macro, context, callBlock).split("\n"),
      );
    });
  }

  it.each(probed)("equals the macro with $name", ({ name, context, callBlock }) => {
    const { where } = differences[`${macro} ${name.split(" = ")[0]}`] ?? {};
    if (where?.(context)) {
      expect(ours(macro, context, callBlock)).not.toBe(theirs(macro, context, callBlock));
      return;
    }
    expect(ours(macro, context, callBlock).split("\n")).toEqual(
      theirs(macro, context, callBlock).split("\n"),
    );
  });

  const isAsTheMacro = (mixture: Fixture) =>
    !Object.entries(differences).some(([option, { where }]) => {
      const [of = "", path = ""] = option.split(" ");
      return of === macro && exercises(mixture, path) && where(mixture.context);
    });

  it.each(mixtures(macro, 25).filter(isAsTheMacro))(
    "equals the macro with a $name",
    ({ context, callBlock }) => {
      expect(ours(macro, context, callBlock).split("\n"), JSON.stringify(context)).toEqual(
        theirs(macro, context, callBlock).split("\n"),
      );
    },
  );

  it("has a case for every option", () => {
    const cases = [...fixtures, ...probed];
    const missed = optionPaths(macro).filter((path) => !cases.some((each) => exercises(each, path)));
    expect(missed).toEqual([]);
  });
});
