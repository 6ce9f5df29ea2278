import type { Pack } from "../pack/pack.ts";
import { listOf, type Columns } from "#platform/list-file.ts";
import { contextOf, type Request } from "#web/env.ts";
import { keyOf } from "../item.ts";
import { itemPath } from "../paths.ts";
import { frameworkInForce } from "../queries/framework-in-force.ts";
import { SourceLine, sourceWords } from "../views/source-line.tsx";
import { Column, frameworkPage } from "./framework-page.tsx";

export async function glossaryPage(c: Request): Promise<Response> {
  const framework = await frameworkInForce(contextOf(c), c.req.param("framework")!);
  const { pack } = framework.content;
  const terms = [...pack.glossary].sort((a, b) => sortName(a.title).localeCompare(sortName(b.title)));
  return frameworkPage(c, {
    framework,
    tab: "glossary",
    title: `Glossary (${terms.length})`,
    list: listOf({ name: `${framework.key}-glossary`, columns: columnsOf(pack), rows: terms }),
    children: (
      <Column>
        <p>
          What words mean in {framework.title}, told in plain words. A term can be discussed and improved.
        </p>
        <dl className="tl-glossary">
          {terms.map((term) => (
            <div key={term.id} id={keyOf("term", term.id)} className="tl-glossary__term">
              <dt>
                <a href={itemPath(framework.key, keyOf("term", term.id))}>{term.title}</a>
              </dt>
              <dd>
                <p>{term.text}</p>
                {term.synonyms.length > 0 ? <p>Also: {term.synonyms.join(", ")}</p> : null}
                {term.after ? <p className="tl-quiet">{term.after}</p> : null}
                {term.note ? <p className="tl-quiet">{term.note}</p> : null}
                <SourceLine source={term.source} pack={pack} />
              </dd>
            </div>
          ))}
        </dl>
      </Column>
    ),
  });
}

function columnsOf(pack: Pack): Columns<Pack["glossary"][number]> {
  return {
    term: ["Term", (term) => term.title],
    meaning: ["What it means", (term) => term.text],
    synonyms: ["Also", (term) => term.synonyms],
    source: ["Source", (term) => sourceWords(term.source, pack)],
    address: ["Address", (term) => itemPath(pack.framework.key, keyOf("term", term.id))],
  };
}

function sortName(title: string): string {
  return title.replace(/^The /, "");
}
