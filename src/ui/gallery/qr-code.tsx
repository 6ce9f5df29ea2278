import { QrCode } from "../qr-code.tsx";
import { specimensOf } from "./specimen.ts";

export const qrCodeSpecimens = specimensOf("QrCode", {
  default: () => (
    <QrCode href="https://throughline.example/invite/4f7c" title="Join the team of Fewer falls" />
  ),
  "long address": () => (
    <QrCode
      href={`https://throughline.example/invite/${"a1b2c3d4".repeat(12)}`}
      title="Join the team"
      size={280}
    />
  ),
});
