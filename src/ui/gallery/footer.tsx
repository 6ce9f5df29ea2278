import { Footer } from "../nhs/footer.tsx";
import { specimensOf } from "./specimen.ts";

export const footerSpecimens = specimensOf(
  "Footer",
  {
    default: () => (
      <Footer
        meta={{
          items: [
            { text: "Accessibility statement", href: "#accessibility" },
            { text: "Privacy and cookies", href: "#privacy" },
          ],
        }}
        copyright="Throughline"
      />
    ),
    columns: () => (
      <Footer
        columns={3}
        navigation={[
          {
            heading: "Work",
            items: [
              { text: "Plans", href: "#plans" },
              { text: "Measures", href: "#measures" },
            ],
          },
          { heading: "People", items: [{ text: "Find a coach", href: "#coach" }] },
          { heading: "Help", text: "Ask a named person." },
        ]}
        copyright=""
      />
    ),
  },
  { isLandmark: true },
);
