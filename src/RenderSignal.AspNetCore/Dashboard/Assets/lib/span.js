import { t } from './texts.js';

/** How long ago, or in how long: "3 min". */
export function span(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) {
    return t('common.seconds', { value: seconds });
  }
  if (seconds < 3600) {
    return t('common.minutes', { value: Math.round(seconds / 60) });
  }
  return seconds < 48 * 3600 ? t('common.hours', { value: Math.round(seconds / 3600) }) : t('common.days', { value: Math.round(seconds / 86400) });
}
