import { Header } from "../nhs/header.tsx";
import { Mark } from "../mark.tsx";
import { specimensOf } from "./specimen.ts";

export const headerSpecimens = specimensOf(
  "Header",
  {
    default: () => (
      <Header
        logo={{ html: <Mark title="Throughline" />, href: "#home", ariaLabel: "Throughline homepage" }}
        service={{ text: "Throughline", href: "#home" }}
      />
    ),
    "signed in, with navigation and search": () => (
      <Header
        logo={{ html: <Mark /> }}
        service={{ text: "Throughline", href: "#home" }}
        search={{ action: "#search", label: { visuallyHiddenText: "Search Throughline" } }}
        account={{
          ariaLabel: "Your account",
          items: [
            { href: "#me", text: "Asha Bello", icon: true },
            { action: "#out", text: "Sign out" },
          ],
        }}
        navigation={{
          ariaLabel: "Example of a menu",
          items: [
            { href: "#work", text: "My work", current: true },
            { href: "#plans", text: "Plans" },
            { href: "#places", text: "Places" },
          ],
        }}
      />
    ),
  },
  { isLandmark: true },
);
