import type { ReactNode } from "react";
import { isPerson, type Actor } from "#platform/actor.ts";
import type { List } from "#platform/list-file.ts";
import { ExplainedOnce } from "#ui/explained.tsx";
import { BackLink } from "#ui/nhs/back-link.tsx";
import { Breadcrumb } from "#ui/nhs/breadcrumb.tsx";
import { Footer } from "#ui/nhs/footer.tsx";
import { Header } from "#ui/nhs/header.tsx";
import { NotificationBanner } from "#ui/nhs/notification-banner.tsx";
import { SkipLink } from "#ui/nhs/skip-link.tsx";
import type { Assets } from "./assets.ts";
import { bodyClassScript } from "./middleware/security-headers.ts";
import { isCurrent, type NavigationItem } from "./navigation.ts";

export type Crumb = { text: string; href: string };

/** What a page says of itself; the layout does the rest. */
export type PageProps = {
  /** The words of the h1, which also begin the title. */
  title: string;
  section?: string;
  /** Drawn again with problems: the title then says so first. */
  hasProblems?: boolean;
  part?: { page: number; of: number };
  backLink?: Crumb;
  breadcrumbs?: Crumb[];
  /** Something that was just done, said once. */
  success?: ReactNode;
  /** The island that this page has, by its name: its script is then loaded too. */
  island?: string;
  /** The stylesheet of its own that this page has, by its name in assets/looks. */
  look?: string;
  /** Long texts the browser kept and may now forget. */
  savedDraft?: string;
  /** The list that the page shows, which can be taken away as a file. */
  list?: List;
  children: ReactNode;
};

export type LayoutProps = PageProps & {
  actor: Actor;
  path: string;
  assets: Assets;
  navigation: readonly NavigationItem[];
  demonstration: boolean;
  sessionEndsAt?: Date | undefined;
};

const footerLinks = [
  { text: "What words mean here", href: "/words" },
  { text: "Accessibility statement", href: "/accessibility" },
  { text: "Privacy and cookies", href: "/privacy" },
  { text: "Terms of use", href: "/terms" },
  { text: "Contact us", href: "/contact" },
];

export function pageTitle(page: PageProps): string {
  const part = page.part && page.part.of > 1 ? ` (page ${page.part.page} of ${page.part.of})` : "";
  const words = [`${page.hasProblems ? "Error: " : ""}${page.title}${part}`, page.section, "Throughline"];
  return words.filter((word, index) => word && words.indexOf(word) === index).join(" – ");
}

export function Layout(props: LayoutProps): ReactNode {
  const { assets, actor, path } = props;
  return (
    <html lang="en" className="nhsuk-template">
      <head>
        <meta charSet="utf-8" />
        <title>{pageTitle(props)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#005eb8" />
        <link rel="icon" href={assets.favicon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.stylesheet} />
        <OwnLook {...props} />
        {props.savedDraft ? <meta name="saved" content={props.savedDraft} /> : null}
        <script type="module" src={assets.script} />
        {props.island ? <script type="module" src={assets.islands[props.island]} /> : null}
      </head>
      <body
        className="nhsuk-template__body"
        data-session-ends={props.sessionEndsAt?.toISOString()}
        data-drafts-of={isPerson(actor) ? actor.id : undefined}
      >
        <script dangerouslySetInnerHTML={{ __html: bodyClassScript }} />
        <SkipLink />
        <SiteHeader {...props} />
        {props.demonstration ? <DemonstrationNote actor={actor} /> : null}
        <div className="nhsuk-width-container">
          {props.breadcrumbs ? <Breadcrumb items={props.breadcrumbs} /> : null}
          {props.backLink ? <BackLink text={props.backLink.text} href={props.backLink.href} /> : null}
          <main className="nhsuk-main-wrapper" id="maincontent" data-path={path}>
            {props.success ? (
              <NotificationBanner variant="success">
                <p className="nhsuk-notification-banner__heading">{props.success}</p>
              </NotificationBanner>
            ) : null}
            <ExplainedOnce>{props.children}</ExplainedOnce>
          </main>
        </div>
        <Footer
          meta={{ items: footerLinks }}
          copyright={{
            text: "Throughline is open source under the MIT licence, and belongs to everyone who uses it.",
          }}
        />
      </body>
    </html>
  );
}

function OwnLook({ assets, look, island }: LayoutProps): ReactNode {
  const href = assets.looks?.[look ?? island ?? ""];
  return href ? <link rel="stylesheet" href={href} /> : null;
}

function SiteHeader({ actor, path, navigation }: LayoutProps): ReactNode {
  const items = navigation
    .filter((item) => item.shownTo(actor))
    .map((item) => ({ href: item.href, text: item.label, current: isCurrent(item, path) }));
  return (
    <Header
      logo={{ src: "/assets/mark.svg", alt: "", ariaLabel: "Throughline home page" }}
      service={{ text: "Throughline", href: "/" }}
      navigation={{ items }}
      account={{
        items: isPerson(actor)
          ? [
              { href: "/me", text: actor.name, icon: true },
              { action: "/sign-out", method: "post", text: "Sign out" },
            ]
          : [{ href: `/sign-in?next=${encodeURIComponent(path)}`, text: "Sign in", icon: true }],
      }}
    />
  );
}

function DemonstrationNote({ actor }: { actor: Actor }): ReactNode {
  return (
    <section className="tl-demonstration" aria-label="Demonstration">
      <div className="nhsuk-width-container">
        <p>
          <strong>Demonstration.</strong> People, places and all contact details are invented; the national
          bodies are not.{" "}
          <a href="/demonstration">{isPerson(actor) ? "Be somebody else" : "Step in as somebody"}</a>
        </p>
      </div>
    </section>
  );
}
