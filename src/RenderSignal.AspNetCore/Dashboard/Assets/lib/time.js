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

function format(instant, options) {
  const all = { timeZone: zone, ...options };
  const key = JSON.stringify(all);
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat(locale, all));
  }
  return formatters.get(key).format(new Date(instant));
}

export const clockTime = (instant) => format(instant, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
export const hourMinute = (instant) => format(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
export const dateTime = (instant) => format(instant, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
export const day = (instant) => format(instant, { dateStyle: 'medium' });

/** A day of the calendar, `2026-12-24`, which is the same in all zones. */
export const plainDay = (date) => format(date, { dateStyle: 'medium', timeZone: 'UTC' });

/** The time alone today, with the day before it on other days. */
export const shortTime = (instant) => (day(instant) === day(now()) ? clockTime(instant)
  : format(instant, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));

/** Hours and minutes in the polling time zone, as a number of minutes since midnight. */
export function minutesOfDay(instant) {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(instant));
  const part = (type) => Number(parts.find((p) => p.type === type).value);
  return part('hour') * 60 + part('minute');
}

/** The names of the weekdays, Monday first. */
export function weekdays(style = 'long') {
  const names = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
  return [...Array(7).keys()].map((index) => names.format(new Date(Date.UTC(2024, 0, 1 + index)))); // 1 January 2024 was a Monday
}
