import { globSync } from "node:fs";
import type { InlineConfig } from "vite";

/** The server is one bundle with one entry, so that there is one module graph and one database pool. */
export const server: InlineConfig = {
  configFile: false,
  logLevel: "warn",
  build: {
    ssr: "src/main.ts",
    outDir: "dist/server",
    target: "node24",
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: "main.js" }, checks: { pluginTimings: false } },
  },
  ssr: { noExternal: ["@throughline/spc"] },
};

/** A service worker is known by its address, so its name must stay the same. */
const nameOf = ({ name }: { name: string }): string =>
  name === "service-worker" ? "[name].js" : "[name]-[hash].js";

/** Only what src/web/assets and src/islands name reaches a browser. */
export const browser: InlineConfig = {
  configFile: false,
  logLevel: "warn",
  base: "/assets/",
  publicDir: "src/web/public",
  build: {
    outDir: "dist/assets",
    assetsDir: "",
    manifest: true,
    emptyOutDir: true,
    target: ["es2020", "safari14"],
    modulePreload: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: [
        "src/web/assets/app.ts",
        "src/web/assets/app.scss",
        "src/web/assets/service-worker.ts",
        ...globSync("src/islands/*/{start.ts,start.tsx,look.scss}"),
        ...globSync("src/web/assets/looks/*.scss"),
      ],
      output: { entryFileNames: nameOf },
    },
  },
  css: {
    preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ["import", "global-builtin"] } },
  },
};
