export type Stage = "idea" | "set-up" | "testing" | "implementing" | "sustaining" | "closed" | "stopped";
export type Visibility = "team" | "organisation" | "network" | "signed-in" | "public";
