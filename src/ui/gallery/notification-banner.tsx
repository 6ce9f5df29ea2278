import { NotificationBanner } from "../nhs/notification-banner.tsx";
import { longText } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const notificationBannerSpecimens = specimensOf("NotificationBanner", {
  default: () => (
    <NotificationBanner
      title={{ id: "banner-1", level: 2 }}
      text="The service will be closed from 10pm to 11pm on 1 April 2026."
    />
  ),
  success: () => (
    <NotificationBanner
      variant="success"
      disableAutoFocus
      title={{ id: "banner-2", level: 2 }}
      heading={{ text: "Your plan is saved", level: 2 }}
      text="The team can see it now."
    />
  ),
  "long text": () => (
    <NotificationBanner title={{ id: "banner-3", text: "For your information", level: 2 }}>
      <p>{longText}</p>
    </NotificationBanner>
  ),
});
