import { OrganisationPicker } from "../organisation-picker.tsx";
import { specimensOf } from "./specimen.ts";

export const organisationPickerSpecimens = specimensOf("OrganisationPicker", {
  default: () => <OrganisationPicker name="body" label="Your organisation" source="/places/find.json" />,
  filled: () => (
    <OrganisationPicker
      name="body-filled"
      label="Your organisation"
      source="/places/find.json"
      value="Marshfield Hospitals"
      chosen="RX1"
    />
  ),
  error: () => (
    <OrganisationPicker
      name="body-error"
      label="Your organisation"
      source="/places/find.json"
      value="Marsh"
      errorMessage="There are 3 organisations of this name: choose one"
    />
  ),
});
