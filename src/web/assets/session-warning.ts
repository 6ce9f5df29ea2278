import { element, smallButton } from "./element.ts";

/** Warns in good time that the session ends, offers more time, and says so when it has ended. */

const minute = 60_000;
const warnBefore = 5 * minute;
const lookEvery = 15_000;

export function startSessionWarning(): void {
  const ends = document.querySelector<HTMLElement>("[data-session-ends]")?.dataset.sessionEnds;
  const firstEnd = Date.parse(ends ?? "");
  if (Number.isNaN(firstEnd)) return;
  const length = firstEnd - Date.now();
  const isKept = document.querySelector("[data-autosave]") !== null;
  const kept = isKept ? " The long texts that you typed are kept on this device." : "";
  const panel = element("div", { class: "tl-session", role: "alert", hidden: "" });
  let end = firstEnd;
  let said = "";

  const say = (text: string, ...actions: HTMLElement[]) => {
    if (text === said) return;
    said = text;
    panel.hidden = text === "";
    panel.replaceChildren(element("p", {}, text), ...actions);
  };

  const stay = async () => {
    try {
      const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
      if (answer.ok) end = Date.now() + length;
    } catch {
      // Without a connection nothing can be promised; the warning stays.
    }
    look();
  };

  const look = () => {
    const left = end - Date.now();
    if (left > warnBefore) return say("");
    if (left > 0) {
      const minutes = Math.ceil(left / minute);
      return say(
        `You will be signed out in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.${kept}`,
        smallButton("Stay signed in", () => void stay()),
      );
    }
    clearInterval(timer);
    const signIn = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
    say(`You have been signed out.${kept}`, element("a", { href: signIn }, "Sign in again"));
  };

  document.body.append(panel);
  const timer = window.setInterval(look, lookEvery);
  look();
}
