import { ConfirmPanel } from "../confirm-panel.tsx";
import { specimensOf } from "./specimen.ts";

export const confirmPanelSpecimens = specimensOf("ConfirmPanel", {
  default: () => (
    <ConfirmPanel
      headingLevel={2}
      heading="Send this plan to your team?"
      action="#send"
      confirmText="Send this plan"
      cancelHref="#plan"
    >
      <p>Four people will have an email.</p>
    </ConfirmPanel>
  ),
  destructive: () => (
    <ConfirmPanel
      isDestructive
      headingLevel={2}
      heading="Delete this plan?"
      action="#delete"
      confirmText="Delete this plan"
      cancelHref="#plan"
      hidden={{ _version: 3 }}
    >
      <p>
        Its tests and what they taught stay in the history of your ward. The plan itself cannot be brought
        back.
      </p>
    </ConfirmPanel>
  ),
});
