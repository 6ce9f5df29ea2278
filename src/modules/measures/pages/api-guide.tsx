import type { ReactNode } from "react";
import type { Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { apiExamples, type ApiExample } from "../api-examples.ts";

/** How a program puts numbers in, by calls that a test makes as they stand here. */
export function apiPage(c: Request): Response {
  const { BASE_URL } = c.get("services").config;
  return renderPage(c, {
    title: "Numbers from another system",
    section: "Measures",
    breadcrumbs: [{ text: "Measures", href: "/measures" }],
    children: (
      <>
        <h1>Numbers from another system</h1>
        <p>
          A program can put numbers into a measure, so that nobody types what a system knows already. It shows
          a key, which opens the measures that you name and no other. <a href="/me/tokens">Make a key</a>.
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>A call holds up to 10,000 numbers: all of them are saved, or none.</li>
          <li>
            A number belongs to its period. The same call again changes nothing; another number is a
            correction.
          </li>
          <li>What is wrong is said for each number by its place in the call, counted from 0.</li>
          <li>Missing and not applicable are said as such. Zero is a number.</li>
        </ul>
        {apiExamples.map((example) => (
          <Example key={example.title} example={example} base={BASE_URL} />
        ))}
        <h2>The whole description</h2>
        <p>
          <a href="/api/v1/openapi.json">OpenAPI description of every call</a>, for programs that write
          programs.
        </p>
      </>
    ),
  });
}

function Example({ example, base }: { example: ApiExample; base: string }): ReactNode {
  const id = example.title.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="nhsuk-heading-m">
        {example.title}
      </h2>
      <pre className="tl-call">
        <code>{callWords(example, base)}</code>
      </pre>
      <p>Answer {example.status}, with:</p>
      <pre className="tl-call">
        <code>{JSON.stringify(example.answer, undefined, 2)}</code>
      </pre>
    </section>
  );
}

function callWords({ method, path, body }: ApiExample, base: string): string {
  const lines = [`curl -X ${method} ${base}${path} \\`, `  -H "Authorization: Bearer $KEY"`];
  if (body === undefined) return lines.join("\n");
  return [
    ...lines.slice(0, 1),
    `${lines[1]} -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join("\n");
}
