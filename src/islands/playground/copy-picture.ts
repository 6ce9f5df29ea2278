import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { SavedChart } from "./results.tsx";
import type { Drawn } from "./study.ts";

/** Twice the size, so that it is sharp on a slide. */
const scale = 2;

/** The chart as a picture on the clipboard, to be pasted into a slide or a paper. */
export async function copyPicture(drawn: Drawn): Promise<string> {
  try {
    const picture = await pictureOf(svgOf(drawn));
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    return "Picture copied: paste it into a slide or a paper.";
  } catch {
    return "This browser does not let a page copy pictures: download it instead.";
  }
}

function svgOf(drawn: Drawn): string {
  const holder = document.createElement("div");
  const root = createRoot(holder);
  flushSync(() => root.render(createElement(SavedChart, { drawn })));
  const markup = holder.innerHTML;
  root.unmount();
  return markup;
}

async function pictureOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be made."))),
      "image/png",
    );
  });
}
