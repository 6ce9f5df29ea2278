export { mountPlacesApi } from "./api.ts";
export { isArea, type BodySummary, type NamedBody, type Tier } from "./body.ts";
export { lineSection } from "./line-section.tsx";
export { placesNavigation } from "./navigation.ts";
export { bodySummary } from "./queries/body-summary.ts";
export { findBodyByCode } from "./queries/find-body-by-code.ts";
export { typedBody } from "./queries/typed-body.ts";
export { mountPlaces, placesUploads } from "./routes.ts";
export type { BodySlot } from "./slots.ts";
