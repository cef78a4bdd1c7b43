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
export function mayLeave() {
  const isAllowed = forms.size === 0 || confirm(t('common.leaveUnsaved'));
  if (isAllowed) {
    forms.clear(); // the browser need not ask again
  }
  return isAllowed;
}

addEventListener('beforeunload', (event) => {
  if (forms.size > 0) {
    event.preventDefault();
  }
});
