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

/** `exclusive` unchecks all others of its group, `inclusive` checks them all. */
export type CheckboxBehaviour = "exclusive" | "inclusive";

export type Checkbox = Choice & {
  readonly name?: string;
  readonly behaviour?: CheckboxBehaviour;
  readonly behaviourGroup?: string;
};

export type CheckboxDivider = ChoiceDivider & { readonly behaviour?: CheckboxBehaviour };

export type CheckboxesProps = InputsGroupProps & {
  readonly idPrefix?: string;
  readonly name?: string;
  readonly items?: readonly Item<Checkbox | CheckboxDivider>[];
  /** The values of the checked boxes, unless an item says whether it is checked. */
  readonly values?: readonly (string | number)[];
  readonly describedBy?: string;
  readonly small?: boolean;
  readonly inline?: boolean;
};

/** "Select all" does nothing without script, so it is not shown without script. */
function onlyWithScript(behaviour: CheckboxBehaviour | undefined): string | undefined {
  return behaviour === "inclusive" ? "nhsuk-u-frontend-not-supported-hidden" : undefined;
}

function isChecked(item: Checkbox, values: CheckboxesProps["values"]): boolean {
  const chosen = item.value !== undefined && values?.includes(item.value);
  return item.checked ?? Boolean(chosen);
}

export function Checkboxes(props: CheckboxesProps): ReactNode {
  const { name, items, classes, fieldset } = props;
  const idPrefix = props.idPrefix || name;
  return (
    <InputsGroup
      {...props}
      idPrefix={idPrefix}
      className={classNames(
        "nhsuk-checkboxes",
        switchedClass("nhsuk-checkboxes--small", props.small, classes),
        switchedClass("nhsuk-checkboxes--inline", props.inline, classes),
        classes,
      )}
      module="nhsuk-checkboxes"
    >
      {(describedBy) =>
        eachChoice<Checkbox, CheckboxDivider>(
          items,
          ({ divider, behaviour }) => (
            <div className={classNames("nhsuk-checkboxes__divider", onlyWithScript(behaviour))}>
              {divider}
            </div>
          ),
          (item, index) => (
            <ChoiceElement
              kind="checkboxes"
              item={item}
              id={choiceId(item, idPrefix, index)}
              name={item.name || name}
              checked={isChecked(item, props.values)}
              disabled={item.disabled ?? props.disabled ?? false}
              describedBy={fieldset ? undefined : describedBy}
              itemClasses={onlyWithScript(item.behaviour)}
              inputAttributes={{
                "data-behaviour": item.behaviour,
                "data-behaviour-group": item.behaviourGroup,
              }}
            />
          ),
        )
      }
    </InputsGroup>
  );
}
