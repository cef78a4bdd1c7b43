import { statuses } from '../../parts/mail-status.js';

export const allOf = (hour) => statuses.reduce((sum, status) => sum + hour[status], 0);

/** The hour with the most mails; null when there were none. */
export function busiest(hours) {
  const most = Math.max(0, ...hours.map(allOf));
  return most === 0 ? null : hours.find((hour) => allOf(hour) === most);
}

/** The top of an axis and its ticks: round numbers, four steps at the most. */
export function scale(most) {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
  const steps = Math.max(1, Math.ceil(most / step));
  return { top: steps * step, ticks: [...Array(steps + 1).keys()].map((index) => index * step) };
}
