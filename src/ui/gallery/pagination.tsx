import { Pagination } from "../nhs/pagination.tsx";
import { specimensOf } from "./specimen.ts";

export const paginationSpecimens = specimensOf("Pagination", {
  "first page": () => (
    <Pagination
      ariaLabel="First pages"
      items={[
        { number: 1, href: "#1", current: true },
        { number: 2, href: "#2" },
        { number: 3, href: "#3" },
      ]}
      next={{ href: "#2" }}
    />
  ),
  "many pages": () => (
    <Pagination
      ariaLabel="Pages"
      previous={{ href: "#41" }}
      items={[
        { number: 1, href: "#1" },
        { ellipsis: true },
        { number: 41, href: "#41" },
        { number: 42, href: "#42", current: true },
        { number: 43, href: "#43" },
        { ellipsis: true },
        { number: 166, href: "#166" },
      ]}
      next={{ href: "#43" }}
    />
  ),
  named: () => (
    <Pagination
      ariaLabel="Parts"
      previous={{ href: "#aim", label: "The aim" }}
      next={{ href: "#tests", label: "The tests" }}
    />
  ),
});
