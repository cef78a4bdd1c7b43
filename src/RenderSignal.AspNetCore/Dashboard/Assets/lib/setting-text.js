import { t, tryText } from './texts.js';
import { weekdays } from './time.js';

/** A setting's name in words; fields that this page does not know go by their own names. */
export const settingName = (document, field) => tryText(`settings.${document}.${field}`) ?? field;

/** A setting's value in words. */
export function settingValue(field, value) {
  if (value === null || value === '') {
    return t('form.empty');
  }
  if (typeof value === 'boolean') {
    return t(value ? 'common.on' : 'common.off');
  }
  if (field === 'active_days' && Array.isArray(value)) {
    return value.map((index) => weekdays()[index] ?? index).join(', ') || t('form.empty');
  }
  if (Array.isArray(value)) {
    return value.join(', ') || t('form.empty');
  }
  if (typeof value === 'object') {
    return Object.entries(value).map(([key, choice]) => `${key}: ${tryText(`preferences.priorities.${choice}`) ?? choice}`).join(', ') || t('form.empty');
  }
  return String(value);
}
