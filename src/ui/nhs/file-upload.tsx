import type { ReactNode } from "react";
import { attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { content, FormGroup, type FieldProps } from "./form-group.tsx";
import { plurals, translation, type Plurals } from "./translation.ts";

export type FileUploadProps = FieldProps & {
  readonly multiple?: boolean;
  readonly chooseFilesButtonClassList?: readonly string[];
  readonly chooseFilesButtonText?: string;
  readonly dropInstructionText?: string;
  readonly multipleFilesChosenText?: Plurals;
  readonly noFileChosenText?: string;
  readonly enteredDropZoneText?: string;
  readonly leftDropZoneText?: string;
};

export function FileUpload(props: FileUploadProps): ReactNode {
  const { formGroup, chooseFilesButtonClassList: buttonClasses } = props;
  return (
    <FormGroup
      {...props}
      extraClasses="nhsuk-file-upload"
      formGroup={{
        ...formGroup,
        attributes: {
          "data-module": "nhsuk-file-upload",
          "data-choose-files-button-class-list": buttonClasses && JSON.stringify(buttonClasses),
          ...translation("choose-files-button", props.chooseFilesButtonText),
          ...translation("no-file-chosen", props.noFileChosenText),
          ...plurals("multiple-files-chosen", props.multipleFilesChosenText),
          ...translation("drop-instruction", props.dropInstructionText),
          ...translation("entered-drop-zone", props.enteredDropZoneText),
          ...translation("left-drop-zone", props.leftDropZoneText),
          ...formGroup?.attributes,
        },
      }}
    >
      {(describedBy) => (
        <>
          {content(formGroup?.beforeInput)}
          <input
            className={classNames("nhsuk-file-upload__input", props.classes)}
            id={props.id || props.name}
            name={props.name}
            type="file"
            disabled={props.disabled}
            multiple={props.multiple}
            aria-describedby={describedBy}
            {...attributes(props.attributes)}
          />
          {content(formGroup?.afterInput)}
        </>
      )}
    </FormGroup>
  );
}
