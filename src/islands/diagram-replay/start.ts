/** Makes a slider of the list of days, and a button that lets them pass: each day is asked for as its turn comes. */
const nav = document.querySelector<HTMLElement>("#replay-days");
const days = [...(nav?.querySelectorAll<HTMLAnchorElement>("a[data-day]") ?? [])];
if (nav && days.length > 1) nav.prepend(sliderFor());

const wait = 1200;

function sliderFor(): HTMLElement {
  const holder = document.createElement("div");
  const label = document.createElement("label");
  const slider = document.createElement("input");
  const shown = document.createElement("output");
  const play = document.createElement("button");
  label.className = "nhsuk-label";
  label.htmlFor = slider.id = "replay-slider";
  label.textContent = "Day";
  slider.type = "range";
  slider.max = String(days.length - 1);
  slider.value = String(
    Math.max(
      0,
      days.findIndex((day) => day.getAttribute("aria-current")),
    ),
  );
  slider.className = "tl-diagram-days__slider";
  play.type = "button";
  play.className = "nhsuk-button nhsuk-button--secondary nhsuk-button--small";
  const say = (): string => (shown.textContent = days[Number(slider.value)]?.textContent ?? "");
  const come = (): Promise<void> => {
    slider.setAttribute("aria-valuetext", say());
    return show(days[Number(slider.value)]?.href ?? "");
  };
  slider.setAttribute("aria-valuetext", say());

  const last = days.length - 1;
  let turn: number | undefined;
  const stop = (): void => {
    clearTimeout(turn);
    turn = undefined;
    play.textContent = "Play";
  };
  const go = async (at: number): Promise<void> => {
    slider.value = String(at);
    await come();
    if (turn === undefined) return;
    if (at === last) stop();
    else turn = window.setTimeout(() => void go(at + 1), wait);
  };
  stop();
  slider.addEventListener("input", () => {
    stop();
    void come();
  });
  play.addEventListener("click", () => {
    if (turn !== undefined) return stop();
    turn = 0;
    play.textContent = "Stop";
    const at = Number(slider.value);
    void go(at === last ? 0 : at + 1);
  });
  holder.append(label, slider, " ", shown, " ", play);
  return holder;
}

let newest = 0;

/** What of the page is another on another day. */
const parts = ["h1", "#replay-steps", "#replay-shown"];

/** The day of the newest wish is shown, whichever comes first; and the address leads back to it. */
async function show(href: string): Promise<void> {
  const mine = (newest += 1);
  try {
    const answer = await fetch(href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== newest) return;
    for (const part of parts) {
      const fresh = page.querySelector(part);
      if (fresh) document.querySelector(part)?.replaceWith(document.adoptNode(fresh));
    }
    document.title = page.title;
    history.replaceState(null, "", href);
  } catch {
    // Without a connection the days in the list are still there.
  }
}
