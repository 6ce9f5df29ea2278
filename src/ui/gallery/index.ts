import { actionLinkSpecimens } from "./action-link.tsx";
import { backLinkSpecimens } from "./back-link.tsx";
import { breadcrumbSpecimens } from "./breadcrumb.tsx";
import { buttonSpecimens } from "./button.tsx";
import { captionSpecimens } from "./caption.tsx";
import { cardSpecimens } from "./card.tsx";
import { characterCountSpecimens } from "./character-count.tsx";
import { chartIconSpecimens } from "./chart-icons.tsx";
import { checkboxesSpecimens } from "./checkboxes.tsx";
import { comparisonTableSpecimens } from "./comparison-table.tsx";
import { confirmPanelSpecimens } from "./confirm-panel.tsx";
import { conflictPanelSpecimens } from "./conflict-panel.tsx";
import { contentsListSpecimens } from "./contents-list.tsx";
import { dataClassWarningSpecimens } from "./data-class-warning.tsx";
import { dateInputSpecimens } from "./date-input.tsx";
import { detailsSpecimens } from "./details.tsx";
import { doDontListSpecimens } from "./do-dont-list.tsx";
import { emptyStateSpecimens } from "./empty-state.tsx";
import { errorMessageSpecimens } from "./error-message.tsx";
import { errorSummarySpecimens } from "./error-summary.tsx";
import { fieldsetSpecimens } from "./fieldset.tsx";
import { fileUploadSpecimens } from "./file-upload.tsx";
import { filterPanelSpecimens } from "./filter-panel.tsx";
import { footerSpecimens } from "./footer.tsx";
import { headerSpecimens } from "./header.tsx";
import { headingSpecimens } from "./heading.tsx";
import { hintSpecimens } from "./hint.tsx";
import { iconSpecimens } from "./icon.tsx";
import { imageSpecimens } from "./image.tsx";
import { inputSpecimens } from "./input.tsx";
import { insetTextSpecimens } from "./inset-text.tsx";
import { labelSpecimens } from "./label.tsx";
import { legendSpecimens } from "./legend.tsx";
import { markSpecimens } from "./mark.tsx";
import { notificationBannerSpecimens } from "./notification-banner.tsx";
import { organisationPickerSpecimens } from "./organisation-picker.tsx";
import { paginationSpecimens } from "./pagination.tsx";
import { panelSpecimens } from "./panel.tsx";
import { passwordInputSpecimens } from "./password-input.tsx";
import { personLineSpecimens } from "./person-line.tsx";
import { progressStepsSpecimens } from "./progress-steps.tsx";
import { qrCodeSpecimens } from "./qr-code.tsx";
import { radiosSpecimens } from "./radios.tsx";
import { scrollSpecimens } from "./scroll.tsx";
import { searchInputSpecimens } from "./search-input.tsx";
import { selectSpecimens } from "./select.tsx";
import { skipLinkSpecimens } from "./skip-link.tsx";
import { subNavigationSpecimens } from "./sub-navigation.tsx";
import { summaryListSpecimens } from "./summary-list.tsx";
import { tableSpecimens } from "./table.tsx";
import { tabsSpecimens } from "./tabs.tsx";
import { tagSpecimens } from "./tag.tsx";
import { taskListSpecimens } from "./task-list.tsx";
import { textareaSpecimens } from "./textarea.tsx";
import { tilesSpecimens } from "./tiles.tsx";
import { timelineSpecimens } from "./timeline.tsx";
import { warningCalloutSpecimens } from "./warning-callout.tsx";
import type { Specimen } from "./specimen.ts";

export type { Specimen } from "./specimen.ts";

/** Every component that pages are made of, with its states. */
export const specimens: readonly Specimen[] = [
  ...actionLinkSpecimens,
  ...backLinkSpecimens,
  ...breadcrumbSpecimens,
  ...buttonSpecimens,
  ...captionSpecimens,
  ...cardSpecimens,
  ...characterCountSpecimens,
  ...chartIconSpecimens,
  ...checkboxesSpecimens,
  ...comparisonTableSpecimens,
  ...confirmPanelSpecimens,
  ...conflictPanelSpecimens,
  ...contentsListSpecimens,
  ...dataClassWarningSpecimens,
  ...dateInputSpecimens,
  ...detailsSpecimens,
  ...doDontListSpecimens,
  ...emptyStateSpecimens,
  ...errorMessageSpecimens,
  ...errorSummarySpecimens,
  ...fieldsetSpecimens,
  ...fileUploadSpecimens,
  ...filterPanelSpecimens,
  ...footerSpecimens,
  ...headerSpecimens,
  ...headingSpecimens,
  ...hintSpecimens,
  ...iconSpecimens,
  ...imageSpecimens,
  ...inputSpecimens,
  ...insetTextSpecimens,
  ...labelSpecimens,
  ...legendSpecimens,
  ...markSpecimens,
  ...notificationBannerSpecimens,
  ...organisationPickerSpecimens,
  ...paginationSpecimens,
  ...panelSpecimens,
  ...passwordInputSpecimens,
  ...personLineSpecimens,
  ...progressStepsSpecimens,
  ...qrCodeSpecimens,
  ...radiosSpecimens,
  ...scrollSpecimens,
  ...searchInputSpecimens,
  ...selectSpecimens,
  ...skipLinkSpecimens,
  ...subNavigationSpecimens,
  ...summaryListSpecimens,
  ...tableSpecimens,
  ...tabsSpecimens,
  ...tagSpecimens,
  ...taskListSpecimens,
  ...textareaSpecimens,
  ...tilesSpecimens,
  ...timelineSpecimens,
  ...warningCalloutSpecimens,
];
