import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { content } from "./form-group.tsx";
import { Hint } from "./hint.tsx";
import { Textarea, type TextareaProps } from "./textarea.tsx";
import { plurals, translation, type Plurals } from "./translation.ts";

export type CharacterCountProps = TextareaProps & {
  /** The most characters, or words when `countType` is `words`. */
  readonly maxlength?: number | string;
  readonly maxwords?: number | string;
  readonly countType?: "characters" | "words";
  /** Shows the count only after this percentage of the limit. */
  readonly threshold?: number | string;
  readonly countMessage?: { readonly classes?: string };
  /** What is shown without script; `%{count}` stands for the limit. */
  readonly textareaDescriptionText?: string;
  readonly charactersUnderLimitText?: Plurals;
  readonly charactersAtLimitText?: string;
  readonly charactersOverLimitText?: Plurals;
  readonly wordsUnderLimitText?: Plurals;
  readonly wordsAtLimitText?: string;
  readonly wordsOverLimitText?: Plurals;
};

function description(props: CharacterCountProps, countType: string | undefined): string | undefined {
  const limit = props.maxwords || props.maxlength;
  if (!limit) return undefined;
  const unit = countType === "words" ? "words" : "characters";
  return (props.textareaDescriptionText || `You can enter up to %{count} ${unit}`).replaceAll(
    "%{count}",
    String(limit),
  );
}

export function CharacterCount(props: CharacterCountProps): ReactNode {
  const { maxlength, maxwords, threshold, formGroup, textareaDescriptionText } = props;
  const id = props.id || props.name;
  const countType = props.countType || (maxwords ? "words" : undefined);
  const text = description(props, countType);
  const hasNoLimit = !maxwords && !maxlength;
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={`${id}-info`}
      classes={classNames("nhsuk-js-character-count", props.classes)}
      formGroup={{
        classes: classNames(formGroup?.classes, "nhsuk-character-count"),
        attributes: {
          "data-module": "nhsuk-character-count",
          "data-maxlength": maxlength,
          "data-maxwords": maxwords,
          "data-threshold": threshold,
          "data-count-type": countType,
          ...translation("textarea-description.other", hasNoLimit ? textareaDescriptionText : undefined),
          ...plurals("characters-under-limit", props.charactersUnderLimitText),
          ...translation("characters-at-limit", props.charactersAtLimitText),
          ...plurals("characters-over-limit", props.charactersOverLimitText),
          ...plurals("words-under-limit", props.wordsUnderLimitText),
          ...translation("words-at-limit", props.wordsAtLimitText),
          ...plurals("words-over-limit", props.wordsOverLimitText),
          ...formGroup?.attributes,
        },
        beforeInput: formGroup?.beforeInput,
        afterInput: (
          <>
            <Hint
              text={text}
              id={`${id}-info`}
              classes={classNames("nhsuk-character-count__message", props.countMessage?.classes)}
              attributes={{ hidden: !text }}
            />
            {content(formGroup?.afterInput)}
          </>
        ),
      }}
    />
  );
}
