import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { Button } from "./button.tsx";
import { classNames, switchedClass } from "./class-names.ts";
import { inner, type Content } from "./content.ts";
import { each, type Item } from "./each.tsx";
import { Icon } from "./icon.tsx";
import { Input } from "./input.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type HeaderLogo = {
  readonly href?: string;
  readonly src?: string;
  readonly alt?: string;
  readonly ariaLabel?: string;
  /** A mark of one's own in place of the NHS logo, which only the NHS may use. */
  readonly html?: ReactNode;
};

export type HeaderOrganisation = {
  readonly name: string;
  readonly split?: string;
  readonly descriptor?: string;
};

export type HeaderNavigationItem = Content & {
  readonly href?: string;
  /** This page. */
  readonly current?: boolean;
  /** The part of the service that this page belongs to. */
  readonly active?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export type HeaderNavigation = {
  readonly items?: readonly Item<HeaderNavigationItem>[];
  readonly ariaLabel?: string;
  readonly toggleMenuText?: ReactNode;
  readonly toggleMenuVisuallyHiddenText?: ReactNode;
  readonly justified?: boolean;
  readonly colour?: "white";
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export type HeaderSearch = {
  readonly action?: string;
  readonly method?: string;
  readonly name?: string;
  readonly label?: { readonly visuallyHiddenText?: ReactNode };
  readonly input?: { readonly placeholder?: string };
  readonly button?: { readonly ariaLabel?: string };
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export type HeaderAccountItem = Content & {
  readonly href?: string;
  readonly icon?: boolean;
  /** Makes a form with one button, such as "Sign out". */
  readonly action?: string;
  readonly method?: string;
  readonly classes?: string;
};

export type HeaderAccount = {
  readonly items?: readonly Item<HeaderAccountItem>[];
  readonly ariaLabel?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export type HeaderProps = {
  readonly id?: string;
  readonly logo?: HeaderLogo;
  readonly service?: { readonly text?: string; readonly href?: string };
  readonly organisation?: HeaderOrganisation;
  readonly navigation?: HeaderNavigation;
  readonly search?: HeaderSearch;
  readonly account?: HeaderAccount;
  readonly inline?: boolean;
  readonly colour?: "white";
  readonly containerClasses?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

const nhsLogo =
  "M200 0v80H0V0h200Zm-27.5 5.5c-14.5 0-29 5-29 22 0 10.2 7.7 13.5 14.7 16.3l.7.3c5.4 2 10.1 3.9 10.1 8.4 0 6.5-8.5 7.5-14 7.5s-12.5-1.5-16-3.5L135 70c5.5 2 13.5 3.5 20 3.5 15.5 0 32-4.5 32-22.5 0-19.5-25.5-16.5-25.5-25.5 0-5.5 5.5-6.5 12.5-6.5a35 35 0 0 1 14.5 3l4-13.5c-4.5-2-12-3-20-3Zm-131 2h-22l-14 65H22l9-45h.5l13.5 45h21.5l14-65H64l-9 45h-.5l-13-45Zm63 0h-18l-13 65h17l6-28H117l-5.5 28H129l13.5-65H125L119.5 32h-20l5-24.5Z";

function LogoImage({ logo }: Pick<HeaderProps, "logo">): ReactNode {
  const alt = logo?.alt ?? "NHS";
  if (logo?.html) return logo.html;
  if (logo?.src)
    return <img className="nhsuk-header__organisation-logo" src={logo.src} width="280" alt={alt} />;
  return (
    <svg
      className="nhsuk-header__logo"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 200 80"
      height="40"
      width="100"
      focusable="false"
      role="img"
      aria-label={alt}
    >
      <title>{alt}</title>
      <path fill="currentcolor" d={nhsLogo} />
    </svg>
  );
}

function Logo({ logo, organisation }: Pick<HeaderProps, "logo" | "organisation">): ReactNode {
  return (
    <>
      <LogoImage logo={logo} />
      {organisation && (
        <span className="nhsuk-header__organisation-name">
          {organisation.name}
          {organisation.split && (
            <>
              {" "}
              <span className="nhsuk-header__organisation-name-split">{organisation.split}</span>
            </>
          )}
        </span>
      )}
      {organisation?.descriptor && (
        <span className="nhsuk-header__organisation-name-descriptor">{organisation.descriptor}</span>
      )}
    </>
  );
}

function ServiceName({ text, href }: { readonly text?: string; readonly href?: string }): ReactNode {
  if (!text) return null;
  return href ? (
    <a className="nhsuk-header__service-name" href={href}>
      {text}
    </a>
  ) : (
    <span className="nhsuk-header__service-name">{text}</span>
  );
}

/** The logo and the name of the service are one link where they would lead to the same page. */
function isOneLink({ service = {}, logo = {} }: HeaderProps): boolean {
  const onlyServiceLeads = Boolean(service.text && service.href && !logo.href);
  return onlyServiceLeads || Boolean(service.href && service.href === logo.href);
}

function logoLabel({ logo = {}, organisation, service }: HeaderProps, oneLink: boolean): string {
  const parts = [
    logo.alt ?? "NHS",
    organisation?.name,
    organisation?.split,
    oneLink && service?.text,
    "homepage",
  ];
  return logo.ariaLabel || parts.filter((part) => typeof part === "string").join(" ");
}

function Service(props: HeaderProps): ReactNode {
  const { logo, service, organisation } = props;
  const oneLink = isOneLink(props);
  const href = oneLink ? service?.href : logo?.href;
  const drawn = <Logo logo={logo} organisation={organisation} />;
  return (
    <div className="nhsuk-header__service">
      {href ? (
        <a className="nhsuk-header__service-logo" href={href} aria-label={logoLabel(props, oneLink)}>
          {drawn}
          {oneLink && (
            <>
              {" "}
              <ServiceName text={service?.text} />
            </>
          )}
        </a>
      ) : (
        drawn
      )}
      {!oneLink && service?.text && (
        <>
          {" "}
          <ServiceName text={service.text} href={service.href} />
        </>
      )}
    </div>
  );
}

function Search({ search }: { readonly search: HeaderSearch }): ReactNode {
  return (
    <search className={classNames("nhsuk-header__search", search.classes)} {...attributes(search.attributes)}>
      <form
        className="nhsuk-header__search-form"
        id="search"
        action={search.action ?? "https://www.nhs.uk/search/"}
        method={search.method ?? "get"}
        noValidate
      >
        <Input
          label={{
            text: search.label?.visuallyHiddenText ?? "Search the NHS website",
            classes: "nhsuk-u-visually-hidden",
          }}
          id="search-field"
          name={search.name ?? "q"}
          type="search"
          autocomplete="off"
          placeholder={search.input?.placeholder ?? "Search"}
          formGroup={{
            afterInput: <Button ariaLabel={search.button?.ariaLabel ?? "Search"} icon="search" small />,
          }}
        />
      </form>
    </search>
  );
}

function AccountItem({ item }: { readonly item: HeaderAccountItem }): ReactNode {
  const content = (
    <>
      {item.icon && <Icon name="user" />}
      {inner(item)}
    </>
  );
  if (item.href) {
    return (
      <a className="nhsuk-header__account-link" href={item.href}>
        {content}
      </a>
    );
  }
  if (!item.action) return content;
  return (
    <form
      className="nhsuk-header__account-form"
      action={item.action}
      method={item.method ?? "post"}
      noValidate
    >
      {/* oxlint-disable-next-line react/button-has-type -- submits, as a button does when nothing else is said */}
      <button className="nhsuk-header__account-button">{content}</button>
    </form>
  );
}

function Account({ account }: { readonly account: HeaderAccount }): ReactNode {
  return (
    <nav
      className={classNames("nhsuk-header__account", account.classes)}
      aria-label={account.ariaLabel ?? "Account"}
      {...attributes(account.attributes)}
    >
      <ul className="nhsuk-header__account-list">
        {each(account.items, (item) => (
          <li className={classNames("nhsuk-header__account-item", item.classes)}>
            <AccountItem item={item} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavigationItem({ item }: { readonly item: HeaderNavigationItem }): ReactNode {
  const here = item.active || item.current;
  const ariaCurrent = here ? (item.current ? "page" : "true") : undefined;
  // Marked by more than colour, for people who set their own.
  const content = here ? (
    <strong className="nhsuk-header__navigation-item-current-fallback">{inner(item)}</strong>
  ) : (
    inner(item)
  );
  return (
    <li
      className={classNames(
        "nhsuk-header__navigation-item",
        here && "nhsuk-header__navigation-item--current",
        item.classes,
      )}
      {...attributes(item.attributes)}
    >
      {item.href ? (
        <a className="nhsuk-header__navigation-link" href={item.href} aria-current={ariaCurrent}>
          {content}
        </a>
      ) : (
        <span className="nhsuk-header__navigation-text" aria-current={ariaCurrent}>
          {content}
        </span>
      )}
    </li>
  );
}

type NavigationProps = { readonly navigation: HeaderNavigation; readonly containerClasses?: string };

function Navigation({ navigation, containerClasses }: NavigationProps): ReactNode {
  const { colour, justified, classes } = navigation;
  return (
    <nav
      className={classNames(
        "nhsuk-header__navigation",
        switchedClass("nhsuk-header__navigation--white", colour === "white", classes),
        switchedClass("nhsuk-header__navigation--justified", justified, classes),
        classes,
      )}
      aria-label={navigation.ariaLabel ?? "Menu"}
      {...attributes(navigation.attributes)}
    >
      <div
        className={classNames("nhsuk-header__navigation-container nhsuk-width-container", containerClasses)}
      >
        <ul className="nhsuk-header__navigation-list">
          {each(navigation.items, (item) => (
            <NavigationItem item={item} />
          ))}
          <li className="nhsuk-header__menu" hidden>
            {/* oxlint-disable-next-line react/button-has-type -- stands in no form, and the design system gives no type */}
            <button
              className="nhsuk-header__menu-toggle nhsuk-header__navigation-link"
              id="toggle-menu"
              aria-expanded="false"
            >
              <VisuallyHidden>{navigation.toggleMenuVisuallyHiddenText ?? "Browse"} </VisuallyHidden>
              {navigation.toggleMenuText ?? "More"}
            </button>
          </li>
        </ul>
      </div>
    </nav>
  );
}

export function Header(props: HeaderProps): ReactNode {
  const { colour, inline, organisation, search, account, navigation, containerClasses, classes } = props;
  return (
    <header
      className={classNames(
        "nhsuk-header",
        switchedClass("nhsuk-header--white", colour === "white", classes),
        switchedClass("nhsuk-header--inline", inline, classes),
        organisation && "nhsuk-header--organisation",
        classes,
      )}
      id={props.id}
      data-module="nhsuk-header"
      role="banner"
      {...attributes(props.attributes)}
    >
      <div className={classNames("nhsuk-header__container nhsuk-width-container", containerClasses)}>
        <Service {...props} />
        {search && <Search search={search} />}
        {account && <Account account={account} />}
      </div>
      {navigation?.items?.length ? (
        <Navigation navigation={navigation} containerClasses={containerClasses} />
      ) : null}
    </header>
  );
}
