import {
  ElAlert, ElBadge, ElButton, ElCard, ElCheckbox, ElCollapse, ElCollapseItem, ElConfigProvider, ElDatePicker,
  ElDescriptions, ElDescriptionsItem, ElDialog, ElDrawer, ElDropdown, ElDropdownItem, ElDropdownMenu, ElEmpty, ElForm,
  ElFormItem, ElIcon, ElInput, ElInputNumber, ElLink, ElOption, ElPopover, ElProgress, ElRadioButton, ElRadioGroup,
  ElResult, ElSelect, ElSkeleton, ElSteps, ElStep, ElSwitch, ElTable, ElTableColumn, ElTabPane, ElTabs, ElTag, ElTimeline,
  ElTimelineItem, ElTooltip, ElUpload,
} from "element-plus";
import "element-plus/dist/index.css";
import "element-plus/theme-chalk/dark/css-vars.css";
import type { App, Component } from "vue";

const ELEMENTS: Component[] = [
  ElAlert, ElBadge, ElButton, ElCard, ElCheckbox, ElCollapse, ElCollapseItem, ElConfigProvider, ElDatePicker,
  ElDescriptions, ElDescriptionsItem, ElDialog, ElDrawer, ElDropdown, ElDropdownItem, ElDropdownMenu, ElEmpty, ElForm,
  ElFormItem, ElIcon, ElInput, ElInputNumber, ElLink, ElOption, ElPopover, ElProgress, ElRadioButton, ElRadioGroup,
  ElResult, ElSelect, ElSkeleton, ElSteps, ElStep, ElSwitch, ElTable, ElTableColumn, ElTabPane, ElTabs, ElTag, ElTimeline,
  ElTimelineItem, ElTooltip, ElUpload,
];

/** Makes the elements known that the rooms use; what is not listed is not shipped. */
export function useElements(app: App): void {
  ELEMENTS.forEach((element) => app.component((element as { name: string }).name, element));
}
