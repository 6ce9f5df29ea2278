import type { Hono } from "hono";
import type { Env } from "../env.ts";
import { accessibilityPage } from "./accessibility.tsx";
import { contactPage } from "./contact.tsx";
import { galleryPage } from "./gallery.tsx";
import { homePage, type HomeSection } from "./home.tsx";
import { privacyPage } from "./privacy.tsx";
import { statusPage } from "./status.tsx";
import { termsPage } from "./terms.tsx";
import { wordsPage } from "./words.tsx";

export function mountPages(app: Hono<Env>, sections: readonly HomeSection[]): void {
  app.get("/", homePage(sections));
  app.get("/accessibility", accessibilityPage);
  app.get("/privacy", privacyPage);
  app.get("/terms", termsPage);
  app.get("/words", wordsPage);
  app.get("/contact", contactPage);
  app.get("/status", statusPage);
  app.get("/gallery", galleryPage);
  app.get("/gallery/:specimen", galleryPage);
  app.get("/favicon.ico", (c) => c.redirect(c.get("services").assets.favicon, 302));
}
