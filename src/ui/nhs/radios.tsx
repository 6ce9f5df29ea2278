import type { ReactNode } from "react";
import { classNames, switchedClass } from "./class-names.ts";
import {
  choiceId,
  eachChoice,
  ChoiceElement,
  InputsGroup,
  type Choice,
  type ChoiceDivider,
  type InputsGroupProps,
} from "./choice-group.tsx";
import type { Item } from "./each.tsx";

export type RadiosProps = InputsGroupProps & {
  readonly idPrefix?: string;
  readonly name?: string;
  readonly items?: readonly Item<Choice | ChoiceDivider>[];
  /** The value of the checked radio, unless an item says that it is checked. */
  readonly value?: string | number | null;
  readonly small?: boolean;
  readonly inline?: boolean;
};

export function Radios(props: RadiosProps): ReactNode {
  const { name, items, value, classes } = props;
  const idPrefix = props.idPrefix || name;
  return (
    <InputsGroup
      {...props}
      idPrefix={idPrefix}
      className={classNames(
        "nhsuk-radios",
        switchedClass("nhsuk-radios--small", props.small, classes),
        switchedClass("nhsuk-radios--inline", props.inline, classes),
        classes,
      )}
      module="nhsuk-radios"
    >
      {() =>
        eachChoice<Choice, ChoiceDivider>(
          items,
          ({ divider }) => <div className="nhsuk-radios__divider">{divider}</div>,
          (item, index) => (
            <ChoiceElement
              kind="radios"
              item={item}
              id={choiceId(item, idPrefix, index)}
              name={name}
              checked={Boolean(
                item.checked || (value && item.checked !== false && String(item.value) === String(value)),
              )}
              disabled={item.disabled ?? props.disabled ?? false}
            />
          ),
        )
      }
    </InputsGroup>
  );
}
