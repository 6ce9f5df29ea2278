import type { ReactNode } from "react";
import { each, type Item } from "./nhs/each.tsx";

export type Tile = {
  readonly title: ReactNode;
  readonly href?: string;
  /** A figure, written large. */
  readonly figure?: ReactNode;
  readonly text?: ReactNode;
};

export type TilesProps = { readonly tiles: readonly Item<Tile>[]; readonly headingLevel?: 2 | 3 | 4 };

/** A few things of one kind at a glance. */
export function Tiles({ tiles, headingLevel = 3 }: TilesProps): ReactNode {
  const Heading = `h${headingLevel}` as const;
  return (
    <ul className="tl-tiles">
      {each(tiles, ({ title, href, figure, text }) => (
        <li className="tl-tile">
          <Heading className="tl-tile__title">
            {href ? (
              <a className="tl-tile__link" href={href}>
                {title}
              </a>
            ) : (
              title
            )}
          </Heading>
          {figure !== undefined && <p className="tl-tile__figure">{figure}</p>}
          {text && <p className="tl-tile__text">{text}</p>}
        </li>
      ))}
    </ul>
  );
}
