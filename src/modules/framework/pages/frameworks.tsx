import { contextOf, type Request } from "#web/env.ts";
import { columnPage } from "#web/column-page.tsx";
import { frameworkPath } from "../paths.ts";
import { frameworksList } from "../queries/frameworks-list.ts";

/** The only framework, or the choice between several. */
export async function frameworksPage(c: Request): Promise<Response> {
  const frameworks = await frameworksList(contextOf(c));
  const [only] = frameworks;
  if (only && frameworks.length === 1) return c.redirect(frameworkPath(only.key), 303);
  return columnPage(c, {
    title: "Frameworks",
    breadcrumbs: [{ text: "Home", href: "/" }],
    children: only ? (
      <ul className="nhsuk-list">
        {frameworks.map(({ key, title }) => (
          <li key={key}>
            <a href={frameworkPath(key)}>{title}</a>
          </li>
        ))}
      </ul>
    ) : (
      <p>
        No framework is loaded yet. A framework is a folder of data files in content/frameworks; it is loaded
        when the program starts.
      </p>
    ),
  });
}
