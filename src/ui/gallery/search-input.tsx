import { SearchInput } from "../nhs/search-input.tsx";
import { specimensOf } from "./specimen.ts";

export const searchInputSpecimens = specimensOf("SearchInput", {
  default: () => <SearchInput id="search-default" name="q" label="Search plans" />,
  large: () => (
    <SearchInput large id="search-large" name="q" label="Search plans" button={{ text: "Search" }} />
  ),
  filled: () => <SearchInput id="search-filled" name="q" label="Search plans" value="falls" />,
  error: () => (
    <SearchInput id="search-error" name="q" label="Search plans" errorMessage="Enter at least 2 letters" />
  ),
});
