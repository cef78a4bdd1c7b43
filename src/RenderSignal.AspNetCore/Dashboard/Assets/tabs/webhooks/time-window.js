/** Minutes since midnight, or null: no time. For the picture; what is stored, the server judges. */
function readTime(text) {
  const [, hour, minute] = /^\s*(\d{1,2})[hH:](\d{2})\s*$/.exec(text ?? '') ?? [];
  return hour !== undefined && hour < 24 && minute < 60 ? Number(hour) * 60 + Number(minute) : null;
}

export const showTime = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * What two texts mean. `kind`: `always`; `unfinished` (one is missing or no time); `never` (both are the same); `hours`, then with `open`,
 * the stretches of the day in minutes, of which there are two across midnight.
 */
export function readWindow(startText, endText) {
  if (!startText && !endText) {
    return { kind: 'always', open: [[0, 1440]] };
  }
  const [start, end] = [readTime(startText), readTime(endText)];
  if (start === null || end === null) {
    return { kind: 'unfinished', open: [] };
  }
  if (start === end) {
    return { kind: 'never', open: [] };
  }
  const open = start < end ? [[start, end]] : [[0, end], [start, 1440]];
  return { kind: 'hours', start, end, open: open.filter(([from, to]) => from < to) };
}

export const isOpenAt = (window, minutes) => window.open.some(([from, to]) => from <= minutes && minutes < to);
