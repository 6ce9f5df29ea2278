export { peopleJobs } from "./jobs.ts";
export { peopleNavigation } from "./navigation.ts";
export { createPeople, type People } from "./people.ts";
export { listPersonas, type Persona } from "./queries/personas.ts";
export { mountPeople } from "./routes.ts";
export { membersSlot } from "./members-slot.tsx";
export { myWorkSection } from "./views/my-work.tsx";
