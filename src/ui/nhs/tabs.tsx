import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import type { Content } from "./content.ts";
import { each, type Item } from "./each.tsx";
import { Heading } from "./heading.tsx";

export type TabPanel = Content & { readonly attributes?: Attributes };

export type Tab = {
  readonly id?: string;
  readonly label: ReactNode;
  readonly panel?: TabPanel;
  readonly attributes?: Attributes;
};

export type TabsProps = {
  readonly id?: string;
  readonly idPrefix?: string;
  /** The heading of the list, seen only without script. */
  readonly visuallyHiddenText?: ReactNode;
  readonly items?: readonly Item<Tab>[];
  readonly classes?: string;
  readonly attributes?: Attributes;
};

function PanelBody({ html, children, text }: Content): ReactNode {
  if (html || children) return html || children;
  return text ? <p>{text}</p> : null;
}

export function Tabs(props: TabsProps): ReactNode {
  const { id, items } = props;
  const prefix = props.idPrefix || id;
  const panelId = (tab: Tab, index: number) => tab.id || `${prefix}-${index + 1}`;
  return (
    <div
      className={classNames("nhsuk-tabs", props.classes)}
      id={id}
      data-module="nhsuk-tabs"
      {...attributes(props.attributes)}
    >
      <Heading text={props.visuallyHiddenText ?? "Contents"} level={2} className="nhsuk-tabs__heading" />
      {items && items.length > 0 && (
        <>
          <ul className="nhsuk-tabs__list">
            {each(items, (tab, index) => (
              <li
                className={classNames(
                  "nhsuk-tabs__list-item",
                  index === 0 && "nhsuk-tabs__list-item--selected",
                )}
              >
                <a
                  className="nhsuk-tabs__tab"
                  href={`#${panelId(tab, index)}`}
                  {...attributes(tab.attributes)}
                >
                  {tab.label}
                </a>
              </li>
            ))}
          </ul>
          {each(items, (tab, index) => (
            <div
              className={classNames("nhsuk-tabs__panel", index > 0 && "nhsuk-tabs__panel--hidden")}
              id={panelId(tab, index)}
              {...attributes(tab.panel?.attributes)}
            >
              <PanelBody {...tab.panel} />
            </div>
          ))}
        </>
      )}
    </div>
  );
}
