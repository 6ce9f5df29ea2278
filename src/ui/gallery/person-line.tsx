import { PersonLine } from "../person-line.tsx";
import { longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const personLineSpecimens = specimensOf("PersonLine", {
  default: () => <PersonLine name="Asha Bello" href="#asha" job="Ward sister" place="Alder ward" />,
  "only a name": () => <PersonLine name="Tom" />,
  "with a way to reach them": () => (
    <PersonLine name="Dr Chidi Okafor" job="Improvement coach">
      <a href="mailto:chidi@example.org">chidi@example.org</a>
    </PersonLine>
  ),
  "long text": () => (
    <PersonLine name="Maximiliana Featherstonehaugh-Cholmondeley" job={longTitle} place={longTitle} />
  ),
});
