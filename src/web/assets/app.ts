import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  FileUpload,
  Header,
  NotificationBanner,
  PasswordInput,
  Radios,
  Scroll,
  SkipLink,
  Tabs,
} from "nhsuk-frontend";
import { startAutosave } from "./autosave.ts";
import { startPatientDataWarning } from "./patient-data-warning.ts";
import { startSessionWarning } from "./session-warning.ts";
import { startTypeAhead } from "./type-ahead.ts";

/** A part that fails says so and leaves the others alone; the page works without any of them. */
function onError(error: unknown): void {
  console.error(error);
}

/**
 * The design system's script says on a radio button whether it reveals a question. No radio button may say
 * that (ARIA 1.2), and what it reveals stands next in the order of reading anyway.
 */
class PlainRadios extends Radios {
  override syncConditionalRevealWithInputState(input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute("aria-expanded");
  }
}

// Named one by one so that only these are bundled: the server sorts our tables, and no page copies code.
const components = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  Header,
  NotificationBanner,
  PasswordInput,
  PlainRadios,
  Scroll,
  SkipLink,
  Tabs,
];

// Drafts come back first, so that what counts characters counts them.
startAutosave();
for (const component of components) createAll(component, undefined, { onError });
for (const field of document.querySelectorAll<HTMLInputElement>("input[data-source]")) startTypeAhead(field);
startPatientDataWarning();
startSessionWarning();
// Most pages have no use for what follows, so it is fetched where they do.
if (document.querySelector("[data-live]"))
  void import("./live-parts.ts").then(({ startLiveParts }) => startLiveParts()).catch(onError);
if (document.querySelector("form[data-offline]") || keepsSomething())
  void import("./offline.ts").then(({ startOffline }) => startOffline()).catch(onError);

/** Something waits in this browser to be sent, or a page is kept in it. */
function keepsSomething(): boolean {
  try {
    return localStorage.getItem("offline") !== null;
  } catch {
    return false;
  }
}
const similar = document.querySelector<HTMLTextAreaElement>("textarea[data-similar]");
if (similar) void import("./similar.ts").then(({ startSimilar }) => startSimilar(similar), onError);
