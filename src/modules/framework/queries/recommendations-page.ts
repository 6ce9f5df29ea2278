import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { keyOf } from "../item.ts";
import { responsibleWords } from "../owners.ts";
import type { Pack } from "../pack/pack.ts";
import { maySeeFramework } from "../policy.ts";
import { stagesOf } from "../progress.ts";
import type { CommitmentState, Stage } from "../standing.ts";
import { readCommitments } from "../store/commitments.ts";
import { frameworkInForce, type InForce } from "./framework-in-force.ts";

export type RecommendationSeen = {
  key: string;
  recommendation: Pack["recommendations"][number];
  responsible: string;
  stage: string;
  state: CommitmentState | undefined;
};

export type RecommendationsPage = {
  framework: InForce;
  stages: readonly Stage[];
  recommendations: RecommendationSeen[];
};

export async function recommendationsPage(context: Context, key: string): Promise<RecommendationsPage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const framework = await frameworkInForce(context, key);
  const { pack } = framework.content;
  const commitments = await readCommitments(context.db, framework.id);
  const stages = stagesOf(pack, "recommendations");
  return {
    framework,
    stages,
    recommendations: pack.recommendations.map((recommendation) => {
      const own = keyOf("recommendation", recommendation.id);
      const state = commitments.get(own);
      return {
        key: own,
        recommendation,
        responsible: responsibleWords(recommendation.responsible, pack.bodies),
        stage: stages.find((stage) => stage.id === state?.stage)?.name ?? stages[0]?.name ?? "",
        state,
      };
    }),
  };
}
