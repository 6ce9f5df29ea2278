import { FileUpload } from "../nhs/file-upload.tsx";
import { specimensOf } from "./specimen.ts";

export const fileUploadSpecimens = specimensOf("FileUpload", {
  default: () => (
    <FileUpload
      id="upload"
      name="upload"
      label="Upload a list of organisations"
      hint="A CSV file of up to 5 MB"
    />
  ),
  error: () => (
    <FileUpload
      id="upload-error"
      name="upload-error"
      label="Upload a list of organisations"
      errorMessage="The file is empty"
    />
  ),
  "many files": () => <FileUpload id="upload-many" name="upload-many" label="Upload pictures" multiple />,
});
