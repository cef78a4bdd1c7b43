const DAY_MS = 86_400_000;
const LONGEST_LOOK = 24 * 400;

/** The hours of a day that are active, as stretches `[from, to]`; null: the hours are not written yet. */
export function activeStretches(start, end) {
  if (![start, end].every((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 23)) {
    return null;
  }
  const stretches = start <= end ? [[start, end]] : [[0, end], [start, 24]];
  return stretches.filter(([from, to]) => from < to);
}

const addDays = (date, days) => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Both days included; null: not both are written, or in the wrong order. */
export function vacationDays({ vacation_start: first, vacation_end: last }) {
  return first && last && first <= last ? Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1 : null;
}

export function isVacation({ vacation_start: first, vacation_end: last }, date) {
  return Boolean(first && last) && first <= date && date <= last;
}

function isActiveAt(polling, stretches, date, weekday, hour) {
  return polling.active_days.includes(weekday) && !isVacation(polling, date) && stretches.some(([from, to]) => from <= hour && hour < to);
}

/**
 * Whether polling is active at a moment, and when that next changes: `{isActive, change: {date, weekday, hour, inDays}}`; `change` is null
 * when it does not within a year. A day has 24 hours here.
 */
export function scheduleAt(polling, stretches, { date, weekday, minutes }) {
  const hour = Math.floor(minutes / 60);
  const isActive = isActiveAt(polling, stretches, date, weekday, hour);
  for (let ahead = hour + 1, inDays = 0, then = date; ahead < LONGEST_LOOK; ahead++) {
    if (Math.floor(ahead / 24) !== inDays) {
      inDays = Math.floor(ahead / 24);
      then = addDays(date, inDays);
    }
    const thenDay = (weekday + inDays) % 7;
    if (isActiveAt(polling, stretches, then, thenDay, ahead % 24) !== isActive) {
      return { isActive, change: { date: then, weekday: thenDay, hour: ahead % 24, inDays } };
    }
  }
  return { isActive, change: null };
}
