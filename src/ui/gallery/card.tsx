import { Card } from "../nhs/card.tsx";
import { longSentence, longText, longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const cardSpecimens = specimensOf("Card", {
  default: () => <Card heading={{ text: "Fewer falls", level: 2 }} description="Twelve wards took part." />,
  "with a link": () => (
    <Card
      clickable
      href="#plan"
      heading={{ text: "Fewer falls", level: 2 }}
      description="Twelve wards took part."
    />
  ),
  feature: () => (
    <Card variant="feature" heading={{ text: "What we learned", level: 2 }} description={longSentence} />
  ),
  primary: () => (
    <Card variant="primary" clickable href="#start" heading={{ text: "Start a plan", level: 2 }} />
  ),
  secondary: () => (
    <Card
      variant="secondary"
      href="#measures"
      heading={{ text: "Measures", level: 2 }}
      description="What changed"
    />
  ),
  warning: () => (
    <Card variant="warning" heading={{ text: "Important", level: 2 }} description={longSentence} />
  ),
  "non-urgent": () => (
    <Card variant="non-urgent" heading={{ text: "Ask a coach if:", level: 2 }} description="You are stuck." />
  ),
  urgent: () => (
    <Card
      variant="urgent"
      heading={{ text: "Tell the lead today if:", level: 2 }}
      description="A test did harm."
    />
  ),
  emergency: () => (
    <Card
      variant="emergency"
      heading={{ text: "Stop the test if:", level: 2 }}
      description="Somebody is hurt."
    />
  ),
  "with actions": () => (
    <Card
      heading={{ text: "The team", level: 2 }}
      actions={[
        { text: "Change", href: "#change" },
        { text: "Leave", href: "#leave" },
      ]}
      description="Four people"
    />
  ),
  "long text": () => <Card heading={{ text: longTitle, level: 2 }} description={longText} />,
});
