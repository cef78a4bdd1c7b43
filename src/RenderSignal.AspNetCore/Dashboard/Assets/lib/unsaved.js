import { t } from './texts.js';

/** The forms with changes that are not saved. */
const forms = new Set();

export function markUnsaved(form, isUnsaved) {
  if (isUnsaved) {
    forms.add(form);
  } else {
    forms.delete(form);
  }
}

/** Whether what is on the page may be left: there is nothing to lose, or whoever reads it wants to. */
export const mayLeave = () => forms.size === 0 || confirm(t('common.leaveUnsaved'));

addEventListener('beforeunload', (event) => {
  if (forms.size > 0) {
    event.preventDefault();
  }
});
