/** HTML attributes to add to an element, by their HTML names. Classes have a prop of their own, and inline styles are refused by the content security policy. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>> & {
  readonly class?: never;
  readonly className?: never;
  readonly style?: never;
};

/** React writes these attributes under another name than HTML does. */
const reactNames: Readonly<Record<string, string>> = {
  "accept-charset": "acceptCharset",
  autocapitalize: "autoCapitalize",
  autocomplete: "autoComplete",
  autocorrect: "autoCorrect",
  autofocus: "autoFocus",
  colspan: "colSpan",
  contenteditable: "contentEditable",
  crossorigin: "crossOrigin",
  datetime: "dateTime",
  enctype: "encType",
  enterkeyhint: "enterKeyHint",
  fetchpriority: "fetchPriority",
  for: "htmlFor",
  formaction: "formAction",
  formmethod: "formMethod",
  formnovalidate: "formNoValidate",
  hreflang: "hrefLang",
  inputmode: "inputMode",
  maxlength: "maxLength",
  minlength: "minLength",
  novalidate: "noValidate",
  popovertarget: "popoverTarget",
  readonly: "readOnly",
  referrerpolicy: "referrerPolicy",
  rowspan: "rowSpan",
  spellcheck: "spellCheck",
  srcset: "srcSet",
  tabindex: "tabIndex",
};

/** Attributes by their HTML names as props that React renders under the same names. */
export function attributes(given: Attributes | undefined): Record<string, unknown> | undefined {
  if (!given) return undefined;
  const props: Record<string, unknown> = {};
  for (const name of Object.keys(given)) props[reactNames[name] ?? name] = given[name];
  return props;
}
