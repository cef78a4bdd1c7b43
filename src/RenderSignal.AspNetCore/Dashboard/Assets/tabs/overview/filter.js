import { createStore } from '../../lib/store.js';

/** Which mails the list shows; kept while other tabs are looked at. `statuses` empty: all. */
export const filter = createStore({ statuses: [], text: '' });

export function toggleStatus(status) {
  const { statuses, ...rest } = filter.get();
  filter.set({ ...rest, statuses: statuses.includes(status) ? statuses.filter((other) => other !== status) : [...statuses, status] });
}

export const searchFor = (text) => filter.set({ ...filter.get(), text: text.trim() });
export const clearFilter = () => filter.set({ statuses: [], text: '' });

/** Whether a mail that an event brought belongs into the list: the server's own rule for its lists. */
export function matches({ statuses, text }, email) {
  const wanted = loosely(text);
  return (statuses.length === 0 || statuses.includes(email.status))
    && (wanted === '' || email.id.toLowerCase() === wanted
      || [email.subject, email.sender, email.detector, email.detail].some((value) => value && loosely(value).includes(wanted)));
}

const loosely = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
