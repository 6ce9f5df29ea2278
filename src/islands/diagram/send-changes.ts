import type { DiagramData } from "./diagram-data.ts";
import type { Unsent } from "./editor.ts";

export type Answer =
  | { readonly kind: "taken"; readonly data: DiagramData }
  /** It does not fit what others did: put on top of this and try again. */
  | { readonly kind: "conflict"; readonly data: DiagramData }
  | { readonly kind: "refused"; readonly problem: string; readonly data: DiagramData | null }
  | { readonly kind: "patient-data"; readonly found: string; readonly text: string }
  /** The same key was used for something else. */
  | { readonly kind: "new-key" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "unreachable" };

/** Sends one act. Sent twice under one key it is done once. */
export async function sendChanges(planId: string, { key, changes }: Unsent, sure: boolean): Promise<Answer> {
  const form = new URLSearchParams({ _key: key, changes: JSON.stringify(changes) });
  if (sure) form.set("sure", "yes");
  try {
    const answer = await fetch(`/plans/${planId}/diagram/changes`, {
      method: "POST",
      body: form,
      redirect: "manual",
    });
    return await read(answer);
  } catch {
    return { kind: "unreachable" };
  }
}

async function read(answer: Response): Promise<Answer> {
  if (answer.type === "opaqueredirect" || answer.status === 401) return { kind: "signed-out" };
  const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
  if (!isJson) return answer.status === 409 ? { kind: "new-key" } : refusedPage(answer.status);
  const said = (await answer.json()) as DiagramData & {
    problem?: string;
    patientData?: string;
    text?: string;
  };
  if (answer.ok) return { kind: "taken", data: said };
  if (answer.status === 409) return { kind: "conflict", data: said };
  if (said.patientData) return { kind: "patient-data", found: said.patientData, text: said.text ?? "" };
  return {
    kind: "refused",
    problem: said.problem ?? "This cannot be saved.",
    data: said.nodes ? said : null,
  };
}

function refusedPage(status: number): Answer {
  if (status === 403 || status === 404)
    return { kind: "refused", problem: "You can no longer change this diagram.", data: null };
  return { kind: "unreachable" };
}

export async function fetchDiagram(planId: string): Promise<DiagramData | null> {
  try {
    const answer = await fetch(`/plans/${planId}/diagram/data`, { headers: { Accept: "application/json" } });
    return answer.ok && !answer.redirected ? ((await answer.json()) as DiagramData) : null;
  } catch {
    return null;
  }
}
