import { PasswordInput } from "../nhs/password-input.tsx";
import { specimensOf } from "./specimen.ts";

export const passwordInputSpecimens = specimensOf("PasswordInput", {
  default: () => <PasswordInput id="password" name="password" label="Password" />,
  error: () => (
    <PasswordInput
      id="password-error"
      name="password-error"
      label="Password"
      errorMessage="Enter your password"
    />
  ),
  new: () => (
    <PasswordInput
      id="password-new"
      name="password-new"
      label="Choose a password"
      hint="At least 12 characters"
      autocomplete="new-password"
    />
  ),
});
