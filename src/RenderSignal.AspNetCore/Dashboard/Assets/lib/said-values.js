import { dateTime, plainDay } from './time.js';

const NUMBERS = new Set(['count', 'limit', 'limit_mb', 'size_mb', 'min', 'max']);
const INSTANTS = new Set(['until', 'expires_at', 'valid_from']);

/** The values of what the server said, as people read them: it writes numbers and instants as in JSON. */
export const readable = (values = {}) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, read(name, value)]));

function read(name, value) {
  if (NUMBERS.has(name) && value !== '' && Number.isFinite(Number(value))) {
    return Number(value);
  }
  if (INSTANTS.has(name) && !Number.isNaN(Date.parse(value))) {
    return value.includes('T') ? dateTime(value) : plainDay(value);
  }
  return value;
}
