/** Makes a slider of the list of days: each day's picture is asked for as the slider comes to it. */
const nav = document.querySelector<HTMLElement>("#replay-days");
const picture = document.querySelector<HTMLElement>("#replay-picture");
const days = [...(nav?.querySelectorAll<HTMLAnchorElement>("a[data-day]") ?? [])];
if (nav && picture && days.length > 1) nav.prepend(sliderFor(nav, picture));

function sliderFor(from: HTMLElement, place: HTMLElement): HTMLElement {
  const holder = document.createElement("div");
  const label = document.createElement("label");
  const slider = document.createElement("input");
  const shown = document.createElement("output");
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
  const say = (): string => (shown.textContent = days[Number(slider.value)]?.textContent ?? "");
  slider.setAttribute("aria-valuetext", say());
  slider.addEventListener("input", () => {
    slider.setAttribute("aria-valuetext", say());
    void show(place, from.dataset["plan"] ?? "", days[Number(slider.value)]?.dataset["day"] ?? "");
  });
  holder.append(label, slider, " ", shown);
  return holder;
}

let newest = 0;

/** The picture of the newest wish is shown, whichever comes first. */
async function show(place: HTMLElement, plan: string, day: string): Promise<void> {
  const mine = (newest += 1);
  try {
    const answer = await fetch(`/plans/${plan}/diagram/files/tree.svg?at=${day}`);
    if (!answer.ok) return;
    const svg = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
    if (mine === newest) place.querySelector("svg")?.replaceWith(document.adoptNode(svg));
  } catch {
    // Without a connection the days in the list are still there.
  }
}
