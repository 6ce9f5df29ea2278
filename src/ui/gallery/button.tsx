import { Button } from "../nhs/button.tsx";
import { longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const buttonSpecimens = specimensOf("Button", {
  default: () => <Button text="Save and continue" />,
  secondary: () => <Button text="Find a body" variant="secondary" />,
  "secondary, solid": () => <Button text="Find a body" variant="secondary-solid" />,
  warning: () => <Button text="Delete this plan" variant="warning" />,
  small: () => <Button text="Add a measure" small />,
  disabled: () => <Button text="Save" disabled />,
  link: () => <Button text="Sign in" href="#sign-in" />,
  "with an icon": () => <Button text="Add a test" icon="plus" />,
  "only an icon": () => <Button ariaLabel="Search" icon="search" />,
  "long text": () => <Button text={longTitle} />,
});
