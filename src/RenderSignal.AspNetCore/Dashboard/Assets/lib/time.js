import { useEffect, useState } from './preact.js';
import { locale } from './page.js';

/** The zone in which all times are shown: that of polling. */
let zone = 'UTC';

/** By how many milliseconds the server's clock is ahead of this machine's. */
let ahead = 0;

export function setClock(timeZone, serverTime) {
  zone = timeZone;
  ahead = Date.parse(serverTime) - Date.now();
}

export const timeZone = () => zone;

/** The server's time, in milliseconds since 1970. */
export const now = () => Date.now() + ahead;

/** The server's time, anew at each interval. */
export function useNow(intervalMs = 1000) {
  const [time, setTime] = useState(now());
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return time;
}

// A formatter is dear to make, and lists tell hundreds of times.
const formatters = new Map();

function formatter(options, language = locale) {
  const all = { timeZone: zone, ...options };
  const key = JSON.stringify([language, all]);
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat(language, all));
  }
  return formatters.get(key);
}

const format = (instant, options) => formatter(options).format(new Date(instant));

const clockTime = (instant) => format(instant, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
export const hourMinute = (instant) => format(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
export const dateTime = (instant) => format(instant, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
export const day = (instant) => format(instant, { dateStyle: 'medium' });

/** A day of the calendar, `2026-12-24`, which is the same in all zones. */
export const plainDay = (date) => format(date, { dateStyle: 'medium', timeZone: 'UTC' });

/** The time alone today, with the day before it on other days. */
export const shortTime = (instant) => (day(instant) === day(now()) ? clockTime(instant)
  : format(instant, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));

const MOMENT = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** A moment in the polling time zone: `date` as 2026-12-24, `weekday` from 0 (Monday), `minutes` since midnight. */
export function localMoment(instant) {
  const parts = Object.fromEntries(formatter(MOMENT, 'en-CA').formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  return { date, weekday: (new Date(date).getUTCDay() + 6) % 7, minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

/** The names of the weekdays, Monday first. */
export function weekdays(style = 'long') {
  return [...Array(7).keys()].map((index) => format(Date.UTC(2024, 0, 1 + index), { weekday: style, timeZone: 'UTC' })); // 1 January 2024 was a Monday
}
